namespace ScoreGen.Docs.Tests.PyTorch;

/// <summary>A test that runs Python with PyTorch, as Debian's package python3-torch has it; without it the test is skipped, and says so.</summary>
public sealed class PyTorchFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> HasTorch = new(() => Python.Run("-c", "import torch").Code == 0);

    public PyTorchFactAttribute() => Skip = HasTorch.Value ? null : $"{Python.Program} has no torch (on Debian: apt install python3-torch)";
}

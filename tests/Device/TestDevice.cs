using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using TorchSharp;

/// <summary>Where tests take place: with SCOREGEN_DEVICE=cuda in the environment, whatever they make lives on the GPU.</summary>
internal static class TestDevice
{
    private static readonly string? Name = Environment.GetEnvironmentVariable("SCOREGEN_DEVICE");

    public static bool IsProcessor => Name is null or "" or "cpu";

    /// <summary>Lets what draws random numbers start from the seed; TorchSharp's manual_seed leaves a GPU as it is.</summary>
    public static void Seed(long seed)
    {
        torch.manual_seed(seed);
        torch.cuda.manual_seed_all(seed);
    }

    /// <summary>Runs before any test, whichever comes first.</summary>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "The rule protects those who load a library, and nobody loads a test assembly but its runner.")]
    internal static void Choose()
    {
        if (!IsProcessor)
        {
            torch.set_default_device(Name!);
        }
    }
}

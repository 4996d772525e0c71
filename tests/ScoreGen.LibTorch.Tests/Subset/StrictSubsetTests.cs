#if LIBTORCH
using ScoreGen.Tests;

namespace ScoreGen.LibTorch.Tests.Subset;

/// <summary>
/// Whatever compiles against this binding compiles against TorchSharp: each public member stands in the list of TorchSharp
/// 0.107 with the same type, name, parameters, defaults and nullability.
/// </summary>
public class StrictSubsetTests
{
    [Fact]
    public void Nothing_is_public_that_TorchSharp_does_not_have()
    {
        var known = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Subset", "torchsharp-0.107-api.txt"))
            .Select(line => line.Trim())
            .ToHashSet();
        var own = PublicApi.Lines(typeof(TorchSharp.torch).Assembly.Location, "TorchSharp").ToList();
        Assert.True(own.Count > 1000);
        var extra = own.FindAll(line => !known.Contains(line));
        Assert.True(extra.Count == 0, $"{extra.Count} members are not TorchSharp's:\n{string.Join('\n', extra)}");
    }
}
#endif

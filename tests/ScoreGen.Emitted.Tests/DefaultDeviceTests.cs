using System.Text.RegularExpressions;
using ScoreGen.Analyzers.Tests.Harness;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Emitted.Tests;

/// <summary>A program may make its tensors on one device (set_default_device) and take a pass on another. The default here is one that holds no numbers.</summary>
public sealed partial class DefaultDeviceTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();
    private readonly Device before = get_default_device();

    [Fact]
    public void ACheckpointDrawsItsRandomNumbersAgain()
    {
        var (weight, state) = (ones(100, device: CPU, requires_grad: true), ones(100, device: CPU));
        set_default_device(META);
        var output = StepCheckpoint.Run(nn.Identity(), given => [nn.functional.dropout(given[0].mul(weight), 0.5, training: true)], state)[0];
        output.sum().backward();
        Assert.Equal(output.data<float>(), weight.grad!.data<float>());
    }

    [Fact]
    public void ASpectralNormIsFound()
    {
        var state = ones(3, 5, float64, device: CPU);
        set_default_device(META);
        Assert.Equal(2.5, SpectralNorm.Of("block", 30, state => [state[0].mul(-2.5)], state), 1e-8);
    }

    [Fact]
    public void WhateverIsMadeSaysWhere()
    {
        var made = Directory.GetFiles(Repository.PathOf("runtime/Emitted"), "*.cs").SelectMany(File.ReadAllLines).Where(line => Factories().IsMatch(line)).ToList();
        Assert.True(made.Count >= 10);
        Assert.All(made, line => Assert.Contains("device: ", line, StringComparison.Ordinal));
    }

    public void Dispose()
    {
        set_default_device(before);
        scope.Dispose();
    }

    [GeneratedRegex(@"\btorch\.(tensor|as_tensor|from_array|zeros|ones|full|empty|rand|randn|randint|randperm|arange|linspace|eye)\(")]
    private static partial Regex Factories();
}

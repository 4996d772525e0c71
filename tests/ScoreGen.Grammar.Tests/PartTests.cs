using ScoreGen.Depth.Tests.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Grammar.Tests;

/// <summary>What holds for every part of the grammar: gradients are those of central differences, and a pass leaves its results alone.</summary>
public sealed class PartTests
{
    public static TheoryData<string> Names => Part.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void GradientsAreThoseOfCentralDifferences(string name)
    {
        using var scope = NewDisposeScope();
        var part = Part.Of(name);
        var h = linspace(-1, 1, 8, dtype: ScalarType.Float64).view(2, 4).requires_grad_();
        var inputs = part.Module.parameters().Append(h).ToList();

        Loss(part, h).backward();

        using var frozen = no_grad();
        foreach (var input in inputs)
        {
            var expected = CentralDifferences.Of(input, () => Loss(part, h).ToDouble());
            Assert.True(input.grad!.allclose(expected, rtol: 1e-6, atol: 1e-8), $"{input.grad!.str()}\n{expected.str()}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void APassLeavesItsResultsAlone(string name)
    {
        using var scope = NewDisposeScope();
        var part = Part.Of(name);
        var h = linspace(-1, 1, 8, dtype: ScalarType.Float64).view(2, 4).requires_grad_();
        using (NewDisposeScope())
        {
            // The weights of a step are made by the first pass, and stay.
            part.Pass(h);
        }

        foreach (var recording in new[] { true, false })
        {
            using var mode = set_grad_enabled(recording);
            var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
            using var extra = NewDisposeScope();
            var results = part.Pass(h);

            // The second state of a tuple is made here.
            var made = extra.DisposablesCount;
            Assert.Equal(before + made, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
            Assert.InRange(made, results.Length, name is "a state of two tensors" or "parts of the state at two speeds" ? results.Length + 1 : results.Length);
        }
    }

    private static Tensor Loss(Part part, Tensor h)
        => part.Pass(h).Aggregate(zeros(1, dtype: ScalarType.Float64), (sum, result) => sum.add(result.cos().sum()));
}

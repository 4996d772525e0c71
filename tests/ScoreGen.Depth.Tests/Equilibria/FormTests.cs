using ScoreGen.Depth.Tests.Numerics;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Depth.Tests.Equilibria;

/// <summary>A module as the block, a skip of its own, several tensors: the equilibrium is that of a plain loop over what the block stands for.</summary>
public sealed class FormTests : IDisposable
{
    private const double Tolerance = 1e-8;

    private readonly DisposeScope scope = NewDisposeScope();
    private readonly Tensor start = Waves.Of(1, 3, Contraction.Width);
    private readonly Tensor input = Waves.Of(2, 3, Contraction.Width).requires_grad_();

    [Fact]
    public void AModule()
    {
        var net = new OfAModule();
        RequireEqual(net, h => net.Inner.call(h, input));
    }

    [Fact]
    public void ASkipThatIsTakenOff()
    {
        var net = new Stripped();
        RequireEqual(net, h => net.Inner.call(h, input) - h);
    }

    [Fact]
    public void AStateOfSeveralTensors()
    {
        var net = new OfTwoTensors();
        var (h, level) = (start, zeros(3, 1, float64));
        var expected = Unrolled.From(cat([h, level], 1), state =>
        {
            var (next, nextLevel) = net.Next(state[.., ..^1], state[.., ^1..], input);
            return cat([next, nextLevel], 1);
        });

        var (found, foundLevel) = net.call(h, level, input);
        Unrolled.RequireEqual(Tolerance, expected, cat([found, foundLevel], 1), [input, .. net.parameters()]);

        var (solved, solvedLevel) = net.Solve(h, level, input, out var report);
        Assert.True(report.Converged, report.ToString());
        Close.Exactly(found, solved);
        Close.Exactly(foundLevel, solvedLevel);
    }

    [Fact]
    public void ABlockThatChangesTheShapeOfTheStateIsNamed()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => new OfAModule().call(start, zeros(4, 3, Contraction.Width, float64)));
        Assert.Contains("OfAModule.Inner", thrown.Message);
    }

    public void Dispose() => scope.Dispose();

    private void RequireEqual(Module<Tensor, Tensor, Tensor> net, Func<Tensor, Tensor> map)
        => Unrolled.RequireEqual(Tolerance, Unrolled.From(start, map), net.call(start, input), [input, .. net.parameters()]);
}

using ScoreGen.Grammar.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Grammar.Tests;

/// <summary>States whose parts move at speeds of their own, as the published loops have them.</summary>
public sealed class SpeedTests
{
    [Fact]
    public void TrmIsItsLoop()
    {
        using var scope = NewDisposeScope();
        var model = new Trm().to(ScalarType.Float64);
        Compare(model, x => model.call(x[0], x[1], x[2]), x =>
        {
            var (y, z) = (x[0], x[1]);
            for (var cycle = 0; cycle < 3; cycle++)
            {
                using var gradients = set_grad_enabled(is_grad_enabled() && cycle == 2);
                for (var i = 0; i < 6; i++)
                {
                    z = model.net.call(z + y + x[2]);
                }

                y = model.net.call(y + z);
            }

            return (y, z);
        });
    }

    [Fact]
    public void HrmIsItsLoop()
    {
        using var scope = NewDisposeScope();
        var model = new Hrm().to(ScalarType.Float64);
        Compare(model, x => model.call(x[0], x[1], x[2]), x =>
        {
            var (h, l) = (x[0], x[1]);
            using (no_grad())
            {
                for (var step = 0; step < 3; step++)
                {
                    l = model.low.call(l + h + x[2]);
                    h = step == 1 ? model.high.call(h + l) : h;
                }
            }

            l = model.low.call(l + h + x[2]);
            return (model.high.call(h + l), l);
        });
    }

    [Fact]
    public void EqrIsItsLoop()
    {
        using var scope = NewDisposeScope();
        var model = new Eqr().to(ScalarType.Float64);
        Compare(model, x => model.call(x[0], x[1], x[2], x[3]), x =>
        {
            var (y, z) = (x[0], x[1]);
            for (var step = 0; step < 8; step++)
            {
                (y, z) = step % 4 < 3 ? (y, (0.05 * z) + (0.95 * model.net.call(z + y + x[2]))) : ((0.05 * y) + (0.95 * model.net.call(y + z)), z);
                (y, z) = (y + (0.01 * x[3]), z - (0.01 * x[3]));
            }

            return (y, z);
        });
    }

    /// <summary>The other part of the state is a constant to the slope of each block: it is the norm of its own layer.</summary>
    [Fact]
    public void TheSlopeIsThatOfEachBlockInItsOwnPart()
    {
        using var scope = NewDisposeScope();
        var model = new TwoSpeeds();
        var expected = new[] { model.fast, model.slow }.Max(layer => linalg.norm(layer.weight!, 2).ToDouble());

        Assert.Equal(expected, model.Spectrum(randn(3, 4), randn(3, 2)).Lipschitz, 3);
        Assert.True(model.ForwardWithJacobian(randn(3, 4), randn(3, 2)).Penalty.ToDouble() > 0);
    }

    [Fact]
    public void PartsOfDifferentShapesMoveInTurn()
    {
        using var scope = NewDisposeScope();
        var model = new TwoSpeeds();
        var states = model.States(ones(3, 4), ones(3, 2));

        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(step => states[step].Item2.equal(states[step + 1].Item2).all().ToBoolean()));
        Assert.Equal([false, false, true], Enumerable.Range(0, 3).Select(step => states[step].Item1.equal(states[step + 1].Item1).all().ToBoolean()));
    }

    [Fact]
    public void APassLeavesNothingBehindAndItsInputsAsTheyAre()
    {
        using var model = new Eqr();
        Leaks.RequireNone(() =>
        {
            var (y, z, x, noise) = (ones(2, 4), zeros(2, 4), ones(2, 4), ones(2, 4));
            model.call(y, z, x, noise);
            Assert.Equal((8.0, 0.0), (y.sum().ToDouble(), z.sum().ToDouble()));
        });
    }

    private static void Compare(nn.Module model, Func<Tensor[], (Tensor, Tensor)> pass, Func<Tensor[], (Tensor, Tensor)> loop)
    {
        List<Tensor> Differentiate(Func<Tensor[], (Tensor, Tensor)> run)
        {
            model.zero_grad();
            TestDevice.Seed(4);
            Tensor[] inputs = [.. Enumerable.Range(0, 4).Select(_ => randn(3, 4, dtype: ScalarType.Float64, requires_grad: true))];
            var (first, second) = run(inputs);
            (first.square().sum() + second.sin().sum()).backward();
            return [first, second, .. inputs.Concat(model.parameters()).Select(tensor => tensor.grad?.clone() ?? zeros_like(tensor))];
        }

        Assert.All(Differentiate(loop).Zip(Differentiate(pass)), pair => Assert.True((pair.First - pair.Second).abs().max().ToDouble() < 1e-12));
    }
}

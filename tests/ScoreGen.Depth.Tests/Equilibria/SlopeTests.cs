using ScoreGen.Depth.Tests.Numerics;
using TorchSharp;
using TorchSharp.Modules;
using static ScoreGen.Integrator;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Depth.Tests.Equilibria;

/// <summary>A block that sees context and time, taken in steps.</summary>
[ScoreDepth(Steps = 4, Integrator = Heun, Members = DepthMembers.All)]
public sealed partial class Stepping : Module<Tensor, Tensor, Tensor>
{
    public readonly Halved Inner = new();

    public Stepping() : base(nameof(Stepping)) => RegisterComponents();

    private Tensor Block(Tensor h, Tensor input, [ScoreTime] double time) => Inner.call(h, input).mul(3 + time);
}

/// <summary>Two phases, of which the second is steeper.</summary>
[ScoreDepth(Members = DepthMembers.All)]
public sealed partial class Phased : Module<Tensor, Tensor>
{
    [ScoreBlock(Order = 1, Steps = 2)]
    public readonly Linear Flat = Linear(4, 4, dtype: float64);

    [ScoreBlock(Order = 2, Steps = 1)]
    public readonly Linear Steep = Linear(4, 4, dtype: float64);

    public Phased()
        : base(nameof(Phased))
    {
        RegisterComponents();
        Waves.Fill(this);
        using var frozen = no_grad();
        Steep.weight!.mul_(3);
    }
}

/// <summary>Spectrum and ForwardWithJacobian tell of F, as the explicit Jacobian does, and not of a step or of G.</summary>
public sealed class SlopeTests : IDisposable
{
    private const double Tolerance = 1e-3;

    private readonly DisposeScope scope = NewDisposeScope();
    private readonly Tensor h = Waves.Of(1, 3, Contraction.Width);
    private readonly Tensor input = Waves.Of(2, 3, Contraction.Width);

    [Fact]
    public void OfAnEquilibrium()
    {
        var net = new AndersonNet();
        var spectrum = net.Spectrum(h, input, ones(1, float64));
        RequireNorm(state => net.Block(state, input, ones(1, float64)), spectrum);
        Assert.Null(spectrum.MaxStableDt);
    }

    [Fact]
    public void OfABlockWhoseSkipIsTakenOff()
    {
        var net = new Stripped();
        RequireNorm(state => net.Inner.call(state, input) - state, net.Spectrum(h, input));
    }

    [Fact]
    public void OfTheResidualRule()
    {
        var net = new Balanced();
        RequireNorm(state => net.Inner.call(state, input) - state, net.Spectrum(h, input));
    }

    [Fact]
    public void OfSeveralTensors()
    {
        var net = new OfTwoTensors();
        var level = Waves.Of(4, 3, 1);
        Tensor Field(Tensor state)
        {
            var (next, nextLevel) = net.Next(state[.., ..^1], state[.., ^1..], input);
            return cat([next, nextLevel], 1) - state;
        }

        var explicitly = linalg.svdvals(Jacobian(Field, cat([h, level], 1))).max().ToDouble();
        Assert.Equal(1, net.Spectrum(h, level, input).Lipschitz / explicitly, Tolerance);
    }

    [Fact]
    public void OfStepsWithTheDtThatItAllows()
    {
        var net = new Stepping();
        var spectrum = net.Spectrum(h, input);
        RequireNorm(state => net.Inner.call(state, input).mul(3), spectrum);
        Assert.Equal(Stepping.Depth.MaxStableDt(spectrum.Lipschitz), spectrum.MaxStableDt);
        Assert.InRange(spectrum.MaxStableDt!.Value, 0, 2);
    }

    [Fact]
    public void OfPhasesTheSteepest()
    {
        var net = new Phased();
        Assert.Equal(1, net.Spectrum(Waves.Of(1, 2, 4)).Lipschitz / linalg.matrix_norm(net.Steep.weight!, 2).ToDouble(), Tolerance);
    }

    /// <summary>A batch has the slope of its steepest sample.</summary>
    [Fact]
    public void OfABatchTheLargest()
    {
        var net = new AndersonNet();
        var one = ones(1, float64);
        var ofEach = Enumerable.Range(0, 3).Select(i => net.Spectrum(h[i..(i + 1)], input[i..(i + 1)], one).Lipschitz);
        Assert.Equal(1, net.Spectrum(h, input, one).Lipschitz / ofEach.Max(), Tolerance);
    }

    [Fact]
    public void WithFewerDirectionsItIsALowerBound()
    {
        var net = new AndersonNet();
        var one = ones(1, float64);
        var lengths = new[] { 1, 2, 4, 8, 15 }.Select(iterations => net.Spectrum(h, input, one, iterations).Lipschitz).ToList();
        Assert.All(lengths.Zip(lengths.Skip(1)), pair => Assert.True(pair.First <= pair.Second * (1 + 1e-9)));
        Assert.Equal("iterations", Assert.Throws<ArgumentOutOfRangeException>(() => net.Spectrum(h, input, one, 0)).ParamName);
    }

    [Fact]
    public void ThePenaltyIsTheFrobeniusNormOnAverage()
    {
        TestDevice.Seed(3);
        var (stepping, stripped) = (new Stepping(), new Stripped());
        RequirePenalty(state => stepping.Inner.call(state, input).mul(3.75), stepping.call(h, input), stepping.ForwardWithJacobian);
        RequirePenalty(state => stripped.Inner.call(state, input) - state, stripped.call(h, input), stripped.ForwardWithJacobian);
    }

    [Fact]
    public void ThePenaltyTrainsTheBlock()
    {
        var net = new AndersonNet();
        var (_, penalty) = net.ForwardWithJacobian(h, input, ones(1, float64));
        penalty.backward();
        var before = net.Spectrum(h, input, ones(1, float64)).Lipschitz;
        using var frozen = no_grad();
        foreach (var parameter in net.parameters())
        {
            parameter.sub_(parameter.grad! * 0.1);
        }

        Assert.True(net.Spectrum(h, input, ones(1, float64)).Lipschitz < before);
    }

    public void Dispose() => scope.Dispose();

    private void RequireNorm(Func<Tensor, Tensor> field, ScoreSpectrum spectrum)
        => Assert.Equal(1, spectrum.Lipschitz / linalg.svdvals(Jacobian(field, h)).max().ToDouble(), Tolerance);

    /// <summary>The mean over many equal samples, and some draws for each.</summary>
    private void RequirePenalty(Func<Tensor, Tensor> field, Tensor at, Func<Tensor, Tensor, (Tensor State, Tensor Penalty)> pass)
    {
        var expected = Jacobian(field, at).square().sum().ToDouble() / at.numel();
        var drawn = Enumerable.Range(0, 8).Select(_ => pass(h.repeat(100, 1), input.repeat(100, 1))).ToList();
        Close.To(1e-10, at, drawn[0].State[..3]);
        Assert.Equal(1, drawn.Average(draw => draw.Penalty.ToDouble()) / expected, 0.05);
    }

    /// <summary>All rows, one backward pass each.</summary>
    private static Tensor Jacobian(Func<Tensor, Tensor> field, Tensor at)
    {
        var leaf = at.detach().requires_grad_();
        var value = field(leaf).flatten();
        return stack(Enumerable.Range(0, (int)value.numel()).Select(i => autograd.grad([value[i]], [leaf], retain_graph: true)[0].flatten()));
    }
}

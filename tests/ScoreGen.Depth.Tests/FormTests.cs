using ScoreGen.Depth.Tests.Forms;
using ScoreGen.Depth.Tests.Numerics;
using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests;

/// <summary>Every form in which a block can be written, compiled by the build as a user's is, against a loop written for it.</summary>
public sealed class FormTests
{
    private const double Tolerance = 1e-14;

    [Fact]
    public void AModuleInAField()
    {
        using var scope = NewDisposeScope();
        using var module = new FieldBlock();
        var h = Waves.Of(1, 2, 3);
        Close.To(Tolerance, FieldBlock.Expected(h, y => module.Inner.call(y)), module.call(h));
    }

    [Fact]
    public void AModuleInAPropertyWithAContext()
    {
        using var scope = NewDisposeScope();
        using var module = new PropertyBlock();
        var (h, gate) = (Waves.Of(1, 2, 3), Waves.Of(2, 2, 3));
        Close.To(Tolerance, module.Expected(h, gate), module.call(h, gate));
        Close.To(Tolerance, module.Expected(h, gate), module.States(h, gate: gate)[^1]);
    }

    [Fact]
    public void SixInputsOfSixTypes()
    {
        using var scope = NewDisposeScope();
        using var module = new ManyInputs<DayOfWeek>();
        var h = tensor(new[] { 0.5, 2.0 });
        var mask = tensor(new[] { 1.0, 0.0 });

        var result = module.call(h, 2, null, (0.0, 0.75), DayOfWeek.Friday, mask);

        Assert.Equal(["0 0 2 none Friday", "1 0.5 2 none Friday"], module.Seen);
        Close.To(Tolerance, tensor(new[] { 0.2578125, 0.5 }), result);
        Close.To(Tolerance, tensor(new[] { 0.2578125, 1.0625 }), module.ForwardSteps(2, h, 2, "x", (0.0, 0.75), DayOfWeek.Friday, null));
    }

    [Fact]
    public void NamesThatEmittedCodeWouldLikeForItself()
    {
        using var scope = NewDisposeScope();
        using var module = new @event();
        var (h, pass, f1) = (Waves.Of(1, 3), Waves.Of(2, 3), Waves.Of(3, 3));
        Close.To(Tolerance, module.Expected(h, pass, f1), module.call(h, pass, f1));
        Close.To(Tolerance, module.Expected(h, pass, f1), module.ForwardSteps(2, h, pass, f1));
    }

    [Fact]
    public void AnAnnotatedBaseAndAnAnnotatedDerivedClass()
    {
        using var scope = NewDisposeScope();
        using var shallow = new Shallow();
        using var deeper = new Deeper();
        var h = Waves.Of(1, 3);

        Close.To(Tolerance, Euler(h, 2, y => y.cos()), shallow.call(h));
        Close.To(Tolerance, Heun(h, 6, 0.25), deeper.call(h));
        Close.To(Tolerance, Heun(h, 6, 0.25), ((Shallow)deeper).call(h));
        Close.To(Tolerance, Heun(h, 3, 0.25), deeper.ForwardSteps(3, h));
        Close.To(Tolerance, Heun(h, 3, 0.25), ((Shallow)deeper).ForwardSteps(3, h));
        Assert.Equal((2, 6), (Shallow.Depth.Steps, Deeper.Depth.Steps));
    }

    [Fact]
    public void ADerivedClassThatOverridesTheBlock()
    {
        using var scope = NewDisposeScope();
        using var module = new OtherBlock();
        var h = Waves.Of(1, 3);
        Close.To(Tolerance, Euler(h, 2, y => y.sin()), module.call(h));
    }

    private static Tensor Euler(Tensor h, int steps, Func<Tensor, Tensor> block)
    {
        for (var step = 0; step < steps; step++)
        {
            h = (h + block(h)) / 2;
        }

        return h;
    }

    private static Tensor Heun(Tensor h, int steps, double dt)
    {
        for (var step = 0; step < steps; step++)
        {
            var k1 = h.cos() - h;
            var y2 = h + (dt * k1);
            h = h + (dt / 2 * (k1 + y2.cos() - y2));
        }

        return h;
    }
}

using ScoreGen.Depth.Tests.Subjects;
using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests.Numerics;

/// <summary>
/// Depth as a user would write it without the generator: each method in the form its textbook gives it, nothing folded, nothing freed.
/// </summary>
internal sealed class PlainLoop(DepthSettings settings, bool stripSkip, IBlock block, Tensor context)
{
    /// <summary>The state before the first step and after each one.</summary>
    public IReadOnlyList<Tensor> States(Tensor h)
    {
        var states = new List<Tensor> { h };
        var time = 0.0;
        for (var step = 0; step < settings.Steps; step++)
        {
            states.Add(Advance(states[step], settings.Sizes[step], time, step));
            time += settings.Sizes[step];
        }

        return states;
    }

    private Tensor Advance(Tensor h, double dt, double time, int step)
    {
        return settings.Integrator switch
        {
            Integrator.Euler => h + (dt * Slope(h, 0)),
            Integrator.ExponentialEuler => (Math.Exp(-dt) * h) + ((1 - Math.Exp(-dt)) * Field(h, time, step)),
            Integrator.Midpoint => h + (dt * Slope(h + (dt / 2 * Slope(h, 0)), 0.5)),
            Integrator.Heun => Heun(),
            Integrator.Ralston => Ralston(),
            Integrator.Ssprk3 => Ssprk3(),
            Integrator.Rk4 => Rk4(),
            Integrator.ThreeEighths => ThreeEighths(),
            _ => throw new InvalidOperationException($"The plain loop does not know {settings.Integrator}."),
        };

        Tensor Slope(Tensor y, double share)
            => settings.Update == UpdateRule.Contractive ? Field(y, time + (share * dt), step) - y : Field(y, time + (share * dt), step);

        Tensor Heun()
        {
            var k1 = Slope(h, 0);
            var k2 = Slope(h + (dt * k1), 1);
            return h + (dt / 2 * (k1 + k2));
        }

        Tensor Ralston()
        {
            var k1 = Slope(h, 0);
            var k2 = Slope(h + (2 * dt / 3 * k1), 2.0 / 3);
            return h + (dt / 4 * (k1 + (3 * k2)));
        }

        // The form of Shu and Osher: convex combinations of Euler steps.
        Tensor Ssprk3()
        {
            var u1 = h + (dt * Slope(h, 0));
            var u2 = (0.75 * h) + (0.25 * (u1 + (dt * Slope(u1, 1))));
            return (h / 3) + (2.0 / 3 * (u2 + (dt * Slope(u2, 0.5))));
        }

        Tensor Rk4()
        {
            var k1 = Slope(h, 0);
            var k2 = Slope(h + (dt / 2 * k1), 0.5);
            var k3 = Slope(h + (dt / 2 * k2), 0.5);
            var k4 = Slope(h + (dt * k3), 1);
            return h + (dt / 6 * (k1 + (2 * k2) + (2 * k3) + k4));
        }

        Tensor ThreeEighths()
        {
            var k1 = Slope(h, 0);
            var k2 = Slope(h + (dt / 3 * k1), 1.0 / 3);
            var k3 = Slope(h + (dt * (k2 - (k1 / 3))), 2.0 / 3);
            var k4 = Slope(h + (dt * (k1 - k2 + k3)), 1);
            return h + (dt / 8 * (k1 + (3 * k2) + (3 * k3) + k4));
        }
    }

    /// <summary>F: the block, less its own skip where that is taken off.</summary>
    private Tensor Field(Tensor y, double time, int step)
    {
        var value = block.Evaluate(y, context, time, step);
        return stripSkip ? value - y : value;
    }
}

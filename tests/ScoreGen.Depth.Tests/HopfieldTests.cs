using ScoreGen.Depth.Tests.Blocks;
using ScoreGen.Depth.Tests.Numerics;
using ScoreGen.Depth.Tests.Subjects;
using TorchSharp;
using static ScoreGen.Integrator;
using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests;

/// <summary>An Euler step of at most 1 on a Hopfield retrieval never raises its energy (Ramsauer et al. 2020).</summary>
public sealed class HopfieldTests
{
    private static readonly double[] StepSizes = [0.05, 0.25, 0.5, 0.9, 1];

    private static readonly Family<Hopfield> Networks = new(
        from integrator in new[] { Euler, ExponentialEuler }
        from dt in StepSizes
        select new DepthSettings(integrator, Steps: 12, Dt: dt));

    public static TheoryData<Integrator, double, bool> Cases
    {
        get
        {
            var data = new TheoryData<Integrator, double, bool>();
            foreach (var dt in StepSizes)
            {
                data.Add(Euler, dt, true);
                data.Add(Euler, dt, false);
                data.Add(ExponentialEuler, dt, false);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void EnergyNeverRises(Integrator integrator, double dt, bool withGradients)
    {
        using var scope = NewDisposeScope();
        using var mode = set_grad_enabled(withGradients);
        using var subject = Networks.Create(new DepthSettings(integrator, Steps: 12, Dt: dt));
        var start = Waves.Of(1, 6, Perceptron.Width).mul(2).requires_grad_(withGradients);

        var energies = subject.States(start).Select(subject.Module.Energy).ToList();

        foreach (var (before, after) in energies.Zip(energies.Skip(1)))
        {
            Assert.True(after.sub(before).max().ToDouble() <= 1e-14);
        }

        Assert.True(energies[0].sub(energies[^1]).min().ToDouble() > 0.01, "Every row starts far from a stored pattern and must have come down.");
    }
}

using System;

namespace ScoreGen.Numerics;

/// <summary>
/// The Butcher tableau of an explicit Runge-Kutta method: stage i is evaluated at <c>t + C[i]·dt</c> and
/// <c>h + dt·Σ A[i][j]·k[j]</c>, and the step is <c>h + dt·Σ B[i]·k[i]</c>.
/// </summary>
internal sealed class Tableau
{
    private Tableau(double[] c, double[][] a, double[] b)
    {
        C = c;
        A = a;
        B = b;
    }

    public double[] C { get; }

    public double[][] A { get; }

    public double[] B { get; }

    public int Stages => B.Length;

    public static Tableau Of(Integrator integrator) => integrator switch
    {
        // Exponential Euler evaluates F where Euler does; only its weights differ (see Folding).
        Integrator.Euler or Integrator.ExponentialEuler => Euler,
        Integrator.Midpoint => Midpoint,
        Integrator.Heun => Heun,
        Integrator.Ralston => Ralston,
        Integrator.Ssprk3 => Ssprk3,
        Integrator.Rk4 => Rk4,
        Integrator.ThreeEighths => ThreeEighths,
        _ => throw new ArgumentOutOfRangeException(nameof(integrator), integrator, "There is no such integrator."),
    };

    private static readonly Tableau Euler = new([0], [[]], [1]);

    private static readonly Tableau Midpoint = new([0, 1.0 / 2], [[], [1.0 / 2]], [0, 1]);

    private static readonly Tableau Heun = new([0, 1], [[], [1]], [1.0 / 2, 1.0 / 2]);

    private static readonly Tableau Ralston = new([0, 2.0 / 3], [[], [2.0 / 3]], [1.0 / 4, 3.0 / 4]);

    private static readonly Tableau Ssprk3 = new(
        [0, 1, 1.0 / 2],
        [[], [1], [1.0 / 4, 1.0 / 4]],
        [1.0 / 6, 1.0 / 6, 2.0 / 3]);

    private static readonly Tableau Rk4 = new(
        [0, 1.0 / 2, 1.0 / 2, 1],
        [[], [1.0 / 2], [0, 1.0 / 2], [0, 0, 1]],
        [1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6]);

    private static readonly Tableau ThreeEighths = new(
        [0, 1.0 / 3, 2.0 / 3, 1],
        [[], [1.0 / 3], [-1.0 / 3, 1], [1, -1, 1]],
        [1.0 / 8, 3.0 / 8, 3.0 / 8, 1.0 / 8]);
}

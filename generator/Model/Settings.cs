using System.Linq;

namespace ScoreGen.Generator.Model;

/// <summary>The depth settings after their defaults.</summary>
/// <param name="Dt">The step size of every step, over all phases and cycles.</param>
/// <param name="Integrator">The method that takes a step.</param>
/// <param name="Update">The differential equation.</param>
/// <param name="Lipschitz">The bound on F that the analyzers assume.</param>
/// <param name="Cycles">How often the phases are gone through.</param>
/// <param name="Backprop">Where gradients flow.</param>
/// <param name="GradientSteps">How many of the last steps carry gradients.</param>
/// <param name="SegmentSteps">How many steps there are between two cuts of the graph; 0 where nothing cuts it.</param>
/// <param name="KeepHorizon">Whether another number of steps covers the same depth time.</param>
/// <param name="Tolerance">The relative change that ends a pass without gradients; 0 for never.</param>
internal sealed record Settings(
    EquatableArray<double> Dt,
    Integrator Integrator,
    UpdateRule Update,
    double Lipschitz,
    int Cycles,
    Backprop Backprop,
    int GradientSteps,
    int SegmentSteps,
    bool KeepHorizon,
    double Tolerance)
{
    public int Steps => Dt.Count;

    public bool IsUniform => Dt.Distinct().Count() == 1;
}

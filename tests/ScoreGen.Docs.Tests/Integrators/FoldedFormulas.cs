using ScoreGen.Numerics;

namespace ScoreGen.Docs.Tests.Integrators;

/// <summary>A step of the contractive rule for every dt: its folded coefficients as formulas, found from what the folding gives for numbers.</summary>
internal static class FoldedFormulas
{
    /// <summary>Where a formula is compared with the folding; it was found elsewhere.</summary>
    private static readonly double[] Probes = [0.1, 0.37, 1.7];

    /// <summary>A line for each stage but the first, then one for the next state.</summary>
    public static IEnumerable<string> Of(Integrator integrator)
    {
        var stages = Step(integrator, 1).Evaluations;
        for (var stage = 1; stage <= stages; stage++)
        {
            var terms = Enumerable.Range(0, stage + 1).Select(index => Term(integrator, stage, index)).OfType<string>();
            yield return $"{(stage < stages ? $"y{stage + 1}" : "h'")} = {string.Join(" + ", terms).Replace("+ -", "- ", StringComparison.Ordinal)}";
        }
    }

    private static string? Term(Integrator integrator, int stage, int index)
    {
        var weight = Weight(dt => Row(Step(integrator, dt), stage)[index], degree: stage);
        var value = index switch { 0 => "h", 1 => "F(h)", _ => $"F(y{index})" };
        return weight switch
        {
            "0" => null,
            "1" => value,
            _ when weight.Contains(' ', StringComparison.Ordinal) => $"({weight})·{value}",
            _ => $"{weight}·{value}",
        };
    }

    private static string Weight(Func<double, double> folded, int degree)
    {
        var polynomial = Polynomial.Through(folded, degree);
        return Agrees(polynomial.At) ? polynomial.ToString()
            : Agrees(dt => Math.Exp(-dt)) ? "e^-dt"
            : Agrees(dt => 1 - Math.Exp(-dt)) ? "1 - e^-dt"
            : throw new InvalidOperationException("A folded coefficient is no formula that this page can write.");

        bool Agrees(Func<double, double> formula) => Probes.All(dt => Math.Abs(formula(dt) - folded(dt)) < 1e-12);
    }

    private static IReadOnlyList<double> Row(FoldedStep step, int stage) => stage < step.Evaluations ? step.Stage(stage) : step.Next;

    private static FoldedStep Step(Integrator integrator, double dt) => Folding.Fold(integrator, UpdateRule.Contractive, stripSkip: false, dt);
}

using System.Globalization;
using System.Numerics;
using System.Text;
using ScoreGen.Numerics;

namespace ScoreGen.Docs.Tests.Integrators;

/// <summary>Writes the page on the integrators: every number and formula on it comes from the numerics that plan, generator and diagnostics use.</summary>
internal static class IntegratorsPage
{
    private static readonly Integrator[] All = Enum.GetValues<Integrator>();

    public static string Write() => new StringBuilder()
        .Append(Opening)
        .Append(Glance())
        .Append(Stable)
        .Append(Contraction())
        .Append(Residual())
        .Append(Formulas())
        .ToString();

    private const string Opening = """
        # Integrators

        <!-- Written by tests/ScoreGen.Docs.Tests from runtime/ScoreGen/Numerics. Do not edit it here. -->

        A step of size dt takes the state h, of any shape, along `dh/dt = F(h) - h`; the new state h' has the same shape. dt has no
        unit: it is time as the leak counts it, and a state that F does not renew falls to 1/e while 1 goes by.

        A textbook forms `k = F(y) - y` at each stage. Here every stage and the step are folded into constants, so that only h and the values of F are
        added up. The plan of a class, its static property `Depth`, has these constants, and the limits below as methods.

        ## At a glance


        """;

    private static string Glance() => Table(
        ["Integrator", "order", "evaluations of F a step", "largest stable dt, L = 1", "L = 0.5", "L = 0", "convex up to dt"],
        All.Select(integrator => new[]
        {
            $"[{integrator}](#{Anchor(integrator)})",
            Number(Growth.Order(integrator)),
            Number(Fold(integrator, 1).Evaluations),
            Limits.StableDt(integrator, UpdateRule.Contractive, 1),
            Limits.StableDt(integrator, UpdateRule.Contractive, 0.5),
            Limits.StableDt(integrator, UpdateRule.Contractive, 0),
            Limits.ConvexDt(integrator),
        }));

    private const string Stable = """

        L is the Lipschitz constant of F: how far F drives two states apart at most, as a multiple of their distance. `Lipschitz` in `[ScoreDepth]` states
        it, and the analyzers judge dt by it ([SCORE103](../../analyzers/docs/SCORE103.md), [SCORE104](../../analyzers/docs/SCORE104.md)). Where it is above
        1 no step size is stable for every such F, because the differential equation itself may grow. What it really is, `Spectrum` [measures](equilibrium.md#how-steep-is-my-block-spectrum).

        ![The regions of stability](stability.svg)

        A step multiplies the part of the state that belongs to an eigenvalue λ of F by R(z), z = dt·(λ - 1). Inside the curve of a method |R(z)| is below 1,
        and that part shrinks; outside it grows. An F with L = 1 has its λ in the unit disc, and so z in the disc of radius dt around -dt: a dt is
        stable if this disc lies inside the curve. Methods that take as many stages as their order share a curve with others of that order. ExponentialEuler's
        grows with dt, and always holds the disc.

        ## Contraction

        Stability speaks of a linear F. For any F at all the sum of the absolute weights bounds how far a step drives two states apart: `Lip(y) ≤ |a| + Σ |b|·L·Lip(yⱼ)`
        for each stage, and so for the step. Where no weight is negative a step is an average: with L = 1 the bound is 1. At most 1 means that no two
        states are driven apart.


        """;

    private static string Contraction() => Table(
        ["Contraction bound", "L = 1, dt = 0.25", "dt = 0.5", "dt = 1", "L = 0.5, dt = 0.25", "dt = 0.5", "dt = 1"],
        All.Select(integrator => new[] { integrator.ToString() }
            .Concat(from lipschitz in new[] { 1, 0.5 }
                    from dt in new[] { 0.25, 0.5, 1 }
                    select Number(Stability.ContractionBound(Fold(integrator, dt), lipschitz)))));

    private static string Residual() => """

        ## The residual rule

        With `Update = Residual` the equation is `dh/dt = F(h)`, and z = dt·λ. No leak holds F back, and an F with L above 0 may grow: no
        step size is stable for all of them. What counts is where the λ of your F are. z may go this far from 0:


        """ + Table(
        ["Integrator", "along the negative real axis (F decays)", "along the imaginary axis (F oscillates)"],
        All.Where(integrator => integrator != Integrator.ExponentialEuler)
            .Select(integrator => new[] { integrator.ToString(), Limits.Reach(integrator, -1), Limits.Reach(integrator, Complex.ImaginaryOne) })) + """

        ExponentialEuler integrates the leak exactly, and so is refused here ([SCORE107](../../analyzers/docs/SCORE107.md)).

        ## What a step computes

        The contractive rule: first for every dt, then as the emitted code has it for dt = 0.25.

        """;

    private static string Formulas() => string.Concat(All.Select(integrator => $"""

        ### {integrator}

        ```text
        {string.Join('\n', FoldedFormulas.Of(integrator))}

        {string.Join('\n', EmittedFormulas.Of(integrator))}
        ```

        """));

    private static string Table(string[] head, IEnumerable<IEnumerable<string>> rows)
        => string.Concat(rows.Prepend(head.Select((_, column) => column == 0 ? "---" : "--:")).Prepend(head).Select(row => $"| {string.Join(" | ", row)} |\n"));

    private static string Anchor(Integrator integrator) => integrator.ToString().ToLowerInvariant();

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static FoldedStep Fold(Integrator integrator, double dt) => Folding.Fold(integrator, UpdateRule.Contractive, stripSkip: false, dt);
}

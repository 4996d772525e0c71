using System.Globalization;

namespace ScoreGen.Depth.Tests.Subjects;

/// <summary>The settings of an annotation, as a test varies them.</summary>
internal sealed record DepthSettings(
    Integrator Integrator,
    UpdateRule Update = UpdateRule.Contractive,
    int Steps = 4,
    double Dt = 0,
    double[]? Schedule = null)
{
    /// <summary>One dt for each step.</summary>
    public double[] Sizes => Schedule ?? [.. Enumerable.Repeat(Dt == 0 ? 1.0 / Steps : Dt, Steps)];

    /// <summary>The annotation as a user writes it, defaults left out.</summary>
    public string Annotation
    {
        get
        {
            var dt = Dt == 0 ? "" : $", Dt = {Text(Dt)}";
            var schedule = Schedule is null ? "" : $", DtSchedule = new[] {{ {string.Join(", ", Schedule.Select(Text))} }}";
            return $"[ScoreDepth(Steps = {Steps}{dt}{schedule}, Integrator = Integrator.{Integrator}, Update = UpdateRule.{Update}, Members = DepthMembers.All)]";
        }
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}

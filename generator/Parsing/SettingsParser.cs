using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Parsing;

/// <summary>Reads the arguments of <c>[ScoreDepth]</c>, fills in their defaults and refuses what is impossible.</summary>
internal sealed class SettingsParser
{
    public const int DefaultSteps = 4;
    public const int MostSteps = 512;

    private const string StepSizeRule = "dt must be finite and positive (leave Dt out, or set it to 0, for 1/Steps)";

    private readonly DepthParse parse;
    private readonly DepthArguments arguments;
    private readonly SettingReader reader;

    private SettingsParser(DepthParse parse, DepthArguments arguments)
    {
        this.parse = parse;
        this.arguments = arguments;
        reader = new SettingReader(parse, arguments);
    }

    public static void Parse(DepthParse parse, CancellationToken cancellation)
        => new SettingsParser(parse, new DepthArguments(parse.Attribute, cancellation)).Parse();

    public static bool IsStepSize(double dt) => dt > 0 && !double.IsInfinity(dt);

    private static bool IsNotNegative(double value) => value >= 0;

    private void Parse()
    {
        var before = parse.Findings.Count;
        var integrator = reader.Enumeration<Integrator>("Integrator", "there is no such integrator");
        var update = reader.Enumeration<UpdateRule>("Update", "there is no such update rule");
        var backprop = reader.Enumeration<Backprop>("Backprop", "it must be Backprop.Full, Backprop.Checkpoint, Backprop.Truncated or Backprop.Segments");
        reader.Enumeration<WeightSharing>("Weights", "it must be WeightSharing.Shared or WeightSharing.PerStep");
        var lipschitz = reader.Number("Lipschitz", 1, IsNotNegative, "it must be finite and not negative");
        var tolerance = reader.Number("Tolerance", 0, IsNotNegative, "it must be finite and not negative");
        var cycles = reader.Within("Cycles", 1, 1, MostSteps);
        var steps = Steps(cycles);
        var dt = parse.Findings.Count == before ? StepSizes(steps) : [];
        var gradientSteps = GradientSteps(backprop, steps);
        CheckExclusions(integrator, update, tolerance, cycles);
        if (parse.Findings.Count == before)
        {
            parse.Settings = new Settings(dt.ToEquatableArray(), integrator, update, lipschitz, cycles, backprop, LastSteps(backprop, steps, gradientSteps), backprop == Backprop.Segments ? gradientSteps : 0, arguments.Value("KeepHorizon", false), tolerance);
        }
    }

    /// <summary>The steps over all blocks and cycles.</summary>
    private int Steps(int cycles)
    {
        var own = reader.Within("Steps", DefaultSteps, 1, MostSteps);
        var hasPhases = parse.Members.Length > 1 || parse.Members.Any(member => member.HasSteps);
        if (hasPhases && arguments.Has("Steps"))
        {
            ReportSteps(own);
        }

        var outOfRange = parse.Members.Where(member => member.Steps is < 1 or > MostSteps).ToList();
        foreach (var member in outOfRange)
        {
            parse.Report(Descriptors.OutOfRange, BlockParser.Location(member.Symbol), $"Steps of '{member.Symbol.Name}'", member.Steps, $"it must be 1 to {MostSteps}");
        }

        var total = cycles * (hasPhases ? parse.Members.Sum(member => (long)member.Steps) : own);
        if (total > MostSteps && cycles <= MostSteps && own <= MostSteps && outOfRange.Count == 0)
        {
            reader.OutOfRange(cycles > 1 ? "Cycles" : "Steps", cycles > 1 ? cycles : (object)total, $"with all blocks and cycles there are {total} steps, and at most {MostSteps} can be unrolled");
        }

        return (int)Math.Max(1, Math.Min(total, MostSteps));
    }

    private void ReportSteps(int own)
    {
        var stepped = parse.Members.FirstOrDefault(member => member.HasSteps);
        parse.Report(
            Descriptors.Excluding,
            arguments.Location("Steps"),
            $"Steps = {own} of [ScoreDepth]",
            stepped is null ? "several blocks" : $"Steps = {stepped.Steps} of '{stepped.Symbol.Name}'",
            stepped is null
                ? $"each block takes as many steps as its own mark says, 1 where it says nothing; write them there, as in [ScoreBlock(Order = {parse.Members[0].Order}, Steps = {own})]"
                : "the depth is the sum over the blocks; take Steps off [ScoreDepth]");
    }

    private IEnumerable<double> StepSizes(int steps)
    {
        var dt = arguments.Value("Dt", 0.0);
        if (dt != 0 && !IsStepSize(dt))
        {
            parse.Report(Descriptors.InvalidDt, arguments.Location("Dt"), SettingReader.Text(dt), StepSizeRule);
        }

        if (dt == 0 && arguments.WholeDivision("Dt") is { } division)
        {
            parse.Report(Descriptors.InvalidDt, arguments.Location("Dt"), division, "between whole numbers that is 0; give one of them a fraction, as in 1.0 / 4");
        }

        if (arguments.Values("DtSchedule") is not { } schedule)
        {
            return Enumerable.Repeat(dt == 0 ? 1.0 / steps : dt, steps);
        }

        foreach (var entry in schedule.Where(entry => !IsStepSize(entry)))
        {
            parse.Report(Descriptors.InvalidDt, arguments.Location("DtSchedule"), SettingReader.Text(entry), StepSizeRule);
        }

        if (dt != 0)
        {
            parse.Report(Descriptors.ScheduleMismatch, arguments.Location("DtSchedule"), "stands beside Dt: give one of the two");
        }

        if (schedule.Length != steps)
        {
            parse.Report(
                Descriptors.ScheduleMismatch,
                arguments.Location("DtSchedule"),
                $"has {schedule.Length} step sizes for {steps} steps: give one for each step");
        }

        return schedule;
    }

    private int GradientSteps(Backprop backprop, int steps)
    {
        if (backprop is not (Backprop.Truncated or Backprop.Segments))
        {
            return steps;
        }

        var last = arguments.Value("BackpropSteps", 0);
        if (last < 1 || last >= steps)
        {
            reader.OutOfRange("BackpropSteps", last, (steps, backprop) switch
            {
                (1, Backprop.Segments) => "a pass of one step has no segments",
                (1, _) => "a pass of one step cannot be truncated",
                (_, Backprop.Segments) => $"Backprop.Segments needs BackpropSteps from 1 to {steps - 1}, how many steps a segment has",
                _ => $"Backprop.Truncated needs BackpropSteps from 1 to {steps - 1}, how many of the last steps carry gradients",
            });
        }

        return last;
    }

    /// <summary>How many of the last steps carry gradients: of segments those of the last one, which may be shorter.</summary>
    private static int LastSteps(Backprop backprop, int steps, int each) => backprop == Backprop.Segments ? steps - ((steps - 1) / each * each) : each;

    private void CheckExclusions(Integrator integrator, UpdateRule update, double tolerance, int cycles)
    {
        if (integrator == Integrator.ExponentialEuler && update == UpdateRule.Residual)
        {
            parse.Report(
                Descriptors.Excluding,
                arguments.Location("Integrator"),
                "Integrator.ExponentialEuler",
                "UpdateRule.Residual",
                "ExponentialEuler solves the decay of the state exactly, and only the contractive rule has a decay; take Integrator.Euler");
        }

        if (tolerance > 0 && cycles > 1)
        {
            parse.Report(
                Descriptors.Excluding,
                arguments.Location("Tolerance"),
                "Tolerance",
                $"Cycles = {cycles}",
                "a cycle moves the state through several blocks, so that a small change of one step says nothing of convergence");
        }
    }
}

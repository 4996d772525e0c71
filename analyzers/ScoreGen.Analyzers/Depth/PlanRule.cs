using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Model;

namespace ScoreGen.Analyzers;

/// <summary>SCORE117: what the settings amount to, in one line at the annotation.</summary>
internal sealed class PlanRule() : ClassRule(Descriptors.Plan)
{
    public override void Judge(JudgedDepth depth, IReadOnlyList<BlockFlow> flows, Action<Finding> report)
    {
        string?[] parts = [Evaluations(depth), .. Decay(depth, flows), Saved(depth, flows)];
        report(new Finding(Descriptors.Plan, depth.LocationOf(), $"{depth.Parse.Type.Name}: {string.Join("; ", parts.Where(part => part is not null))}"));
    }

    private static string Evaluations(JudgedDepth depth)
    {
        var settings = depth.Settings;
        var size = depth.Parse.Steering.Gate is { } gate ? $"whose size '{gate.Member.Name}' decides"
            : settings.IsUniform ? $"of dt = {Numbers.Short(settings.Dt[0])}"
            : $"of dt = {Numbers.Short(settings.Dt.Min())} to {Numbers.Short(settings.Dt.Max())}";
        var steps = Count(settings.Steps, "step");
        return $"{steps} of {settings.Integrator} {size}{(depth.Parse.Steering.LearnedDt is null ? "" : " at first, learned from there")}, {Count(settings.Steps * depth.Evaluations, "evaluation")} of the block{Ends(depth.Parse.Steering)}";
    }

    private static string Ends(Steering steering) => steering switch
    {
        { Exit: { } exit } => $", ended early by '{exit.Member.Name}'",
        { Halt: { } halt } => $", positions halted by '{halt.Member.Name}'",
        { Route: { } route } => $", tokens routed by '{route.Member.Name}'",
        _ => "",
    };

    /// <summary>What the contractive rule makes of the state, which it does not where the block adds the whole state to what it returns.</summary>
    private static IReadOnlyList<string?> Decay(JudgedDepth depth, IReadOnlyList<BlockFlow> flows)
        => depth.IsContractive && flows.Any(flow => flow.HasOwnSkip)
            ? ["the block has a skip of its own, so that the input does not decay"]
            : [depth.IsUnstable ? null : Left(depth), Stable(depth)];

    private static string? Left(JudgedDepth depth)
        => depth.IsContractive && depth.Retention() is { } share ? $"{(100 * share).ToString("0.##", CultureInfo.InvariantCulture)} % of the input is left at the end" : null;

    /// <summary>Only the contractive rule has a largest step size.</summary>
    private static string? Stable(JudgedDepth depth)
    {
        if (!depth.IsContractive)
        {
            return null;
        }

        var limit = depth.LargestStableDt();
        var assumed = depth.Settings.Lipschitz == 1 ? "" : $" for Lipschitz = {Numbers.Short(depth.Settings.Lipschitz)}";
        return (double.IsInfinity(limit) ? "every dt is stable" : limit > 0 ? $"dt is stable up to {Numbers.Short(limit)}" : "no dt is stable") + assumed;
    }

    /// <summary>Against a stack that has the layers of its block once for each step.</summary>
    private static string? Saved(JudgedDepth depth, IReadOnlyList<BlockFlow> flows)
    {
        if (depth.HasWeightsPerStep)
        {
            return null;
        }

        var counts = flows.Select(flow => (Once: ParameterCount.Of(flow), Steps: flow.Block.Steps * depth.Settings.Cycles)).ToList();
        return counts.Sum(count => count.Once) is > 0 and { } once && counts.TrueForAll(count => count.Once is not null)
            ? $"{Number(once)} parameters, where a stack of {depth.Settings.Steps} layers has {Number(counts.Sum(count => count.Once!.Value * count.Steps))}"
            : null;
    }

    private static string Count(int number, string unit) => $"{number} {unit}{(number == 1 ? "" : "s")}";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}

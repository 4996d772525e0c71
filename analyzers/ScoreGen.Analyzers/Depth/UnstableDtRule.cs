using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE103: a step size with which a step can amplify the state.</summary>
internal sealed class UnstableDtRule() : SettingsRule(Descriptors.UnstableDt)
{
    public override void Judge(JudgedDepth depth, Action<Finding> report)
    {
        if (!depth.IsUnstable)
        {
            return;
        }

        var (dt, amplification) = depth.WorstAmplification();
        var limit = depth.LargestStableDt();
        report(new Finding(
            Descriptors.UnstableDt,
            depth.LocationOfDt("Lipschitz", "Integrator"),
            UnstableDtFixes.For(depth, limit),
            Numbers.Short(dt),
            depth.Settings.Integrator,
            Numbers.Short(depth.Settings.Lipschitz),
            limit > 0 ? $"its largest stable dt is {Numbers.Short(limit)}" : "no dt is stable",
            Numbers.RoundedUp(amplification))
        {
            Places = UnstableEntries(depth),
        });
    }

    /// <summary>The entries of DtSchedule that are unstable.</summary>
    private static IReadOnlyList<Location> UnstableEntries(JudgedDepth depth)
    {
        var entries = depth.LocationsOfSchedule();
        return entries.Count == depth.Settings.Dt.Count ? entries.Where((_, step) => !depth.IsStable(depth.Settings.Dt[step])).ToList() : [];
    }
}

/// <summary>What the code fix needs to know of an unstable step size, as properties of its diagnostic. What is left out would not mend it.</summary>
internal static class UnstableDtFixes
{
    /// <summary>The value of 1/Steps.</summary>
    public const string DefaultDt = nameof(DefaultDt);

    /// <summary>The largest stable step size, as it is written in code.</summary>
    public const string LargestStableDt = nameof(LargestStableDt);

    /// <summary>Present where ExponentialEuler is stable with the step sizes as they are.</summary>
    public const string ExponentialEuler = nameof(ExponentialEuler);

    /// <summary>What LargestStableDt is to be given to: Dt, or the Max of a learned step size.</summary>
    public const string Setting = nameof(Setting);

    public static ImmutableDictionary<string, string?> For(JudgedDepth depth, double limit)
    {
        var fixes = ImmutableDictionary.CreateBuilder<string, string?>();
        if (depth.Parse.Steering.LearnedDt is null)
        {
            AddForConstants(depth, limit, fixes);
        }
        else if (depth.Settings.Dt.All(dt => dt < limit))
        {
            fixes.Add(LargestStableDt, Text(limit));
            fixes.Add(Setting, "Max");
        }

        return fixes.ToImmutable();
    }

    private static void AddForConstants(JudgedDepth depth, double limit, ImmutableDictionary<string, string?>.Builder fixes)
    {
        var defaultDt = 1.0 / depth.Settings.Steps;
        if ((depth.IsGiven("Dt") || depth.HasSchedule) && depth.IsStable(defaultDt))
        {
            fixes.Add(DefaultDt, Numbers.Short(defaultDt));
        }

        if (limit > 0)
        {
            fixes.Add(LargestStableDt, Text(limit));
            fixes.Add(Setting, "Dt");
        }

        if (depth.StepSizes().Distinct().All(dt => depth.IsStable(Integrator.ExponentialEuler, dt)))
        {
            fixes.Add(ExponentialEuler, "");
        }
    }

    private static string Text(double dt) => dt.ToString("0.0##", CultureInfo.InvariantCulture);
}

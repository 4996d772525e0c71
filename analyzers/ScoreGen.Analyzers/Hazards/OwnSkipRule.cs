using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Analyzers;

/// <summary>SCORE309 and SCORE314: the block returns its input plus something. The contractive rule takes the input off again, the residual rule adds it once more.</summary>
internal sealed class OwnSkipRule() : BlockRule(Descriptors.OwnSkip, Descriptors.DoubledSkip)
{
    public override void Judge(BlockFlow flow, Action<Finding> report)
    {
        var outcomes = flow.Outcomes.ToList();
        if (!flow.IsComplete || flow.Block.StripsSkip || outcomes.Count == 0 || !outcomes.All(outcome => outcome.Result is { StateShare: 1, HasMore: true }))
        {
            return;
        }

        var step = new SkipStep(flow.Block.Parse, flow.Block.Settings);
        if (flow.Block.Settings.Update == UpdateRule.Residual)
        {
            report(new Finding(Descriptors.DoubledSkip, outcomes[0].At, step.Doubled, step.Plain) { Places = Places(flow) });
            return;
        }

        var isSame = CanBeResidual(flow);
        report(new Finding(
            Descriptors.OwnSkip,
            outcomes[0].At,
            isSame ? ImmutableDictionary<string, string?>.Empty.Add(OwnSkipProperties.CanBeResidual, "") : ImmutableDictionary<string, string?>.Empty,
            step.Residual,
            isSame ? "if that is meant, say so by Update = UpdateRule.Residual and StripSkip = true, which is the same model; " : "",
            step.Mixed)
        {
            Places = Places(flow),
        });
    }

    /// <summary>Whether the residual rule gives the same model once the skip is stripped: only for all blocks at once, and where it has the integrator.</summary>
    private static bool CanBeResidual(BlockFlow flow)
        => flow.Block.Settings.Integrator != Integrator.ExponentialEuler
            && flow.Block.Parse.Members.Length == 1
            && SymbolEqualityComparer.Default.Equals(flow.Block.Member.ContainingType, flow.Block.Type);

    /// <summary>Where the annotation stands, then where the block does.</summary>
    private static IReadOnlyList<Location> Places(BlockFlow flow)
        => [new DepthArguments(flow.Block.Parse.Attribute, flow.Block.Code.Cancellation).Location(""), BlockParser.Location(flow.Block.Member)];
}

/// <summary>What travels with SCORE309 to its fix.</summary>
internal static class OwnSkipProperties
{
    /// <summary>Present where the residual rule with StripSkip is the same model.</summary>
    public const string CanBeResidual = nameof(CanBeResidual);
}

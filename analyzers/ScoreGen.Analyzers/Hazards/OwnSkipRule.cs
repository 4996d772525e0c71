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
internal sealed class OwnSkipRule() : ClassRule(Descriptors.OwnSkip, Descriptors.DoubledSkip)
{
    public override void Judge(JudgedDepth depth, IReadOnlyList<BlockFlow> flows, Action<Finding> report)
    {
        var step = new SkipStep(depth.Parse, depth.Settings);
        var canBeResidual = CanBeResidual(depth, flows);
        foreach (var flow in flows.Where(flow => flow.HasOwnSkip && !ReplacesRule(depth)))
        {
            var at = flow.Outcomes.First().At;
            report(depth.Settings.Update == UpdateRule.Contractive
                ? new Finding(
                    Descriptors.OwnSkip,
                    at,
                    canBeResidual ? OwnSkipProperties.Residual : ImmutableDictionary<string, string?>.Empty,
                    step.Residual,
                    canBeResidual ? "if that is meant, say so by Update = UpdateRule.Residual and StripSkip = true, which is the same model; " : "",
                    step.Mixed) { Places = Places(flow, flows) }
                : new Finding(Descriptors.DoubledSkip, at, step.Doubled, step.Plain) { Places = Places(flow, flows) });
        }
    }

    /// <summary>Whether a method of the user's own says what a step does with the two, so that neither rule holds.</summary>
    private static bool ReplacesRule(JudgedDepth depth) => depth.Parse.Steering is { Gate.ReplacesRule: true } or { Stages.Mix: not null };

    /// <summary>
    /// Whether the residual rule gives the same model once the skips are stripped. It holds for all blocks at once, does not know every integrator, and
    /// a block of a base class may be another class's too.
    /// </summary>
    private static bool CanBeResidual(JudgedDepth depth, IReadOnlyList<BlockFlow> flows)
        => depth is { IsContractive: true, Settings.Integrator: not Integrator.ExponentialEuler }
            && flows.All(flow => flow.HasOwnSkip && SymbolEqualityComparer.Default.Equals(flow.Block.Member.ContainingType, flow.Block.Type));

    /// <summary>Where the annotation stands, then this block, then the others.</summary>
    private static IReadOnlyList<Location> Places(BlockFlow flow, IReadOnlyList<BlockFlow> flows)
        =>
        [
            new DepthArguments(flow.Block.Parse.Attribute, flow.Block.Code.Cancellation).Location(""),
            .. flows.Where(other => other != flow).Prepend(flow).Select(each => BlockParser.Location(each.Block.Member)),
        ];
}

/// <summary>What travels with SCORE309 to its fix.</summary>
internal static class OwnSkipProperties
{
    /// <summary>Present where the residual rule with StripSkip is the same model.</summary>
    public const string CanBeResidual = nameof(CanBeResidual);

    public static ImmutableDictionary<string, string?> Residual { get; } = ImmutableDictionary<string, string?>.Empty.Add(CanBeResidual, "");
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE108: settings that leave nearly nothing, or nearly everything, of the input in place.</summary>
internal sealed class RetentionRule() : ClassRule(Descriptors.Retention)
{
    private const double Least = 0.01;
    private const double Most = 0.90;

    public override void Judge(JudgedDepth depth, IReadOnlyList<BlockFlow> flows, Action<Finding> report)
    {
        // Where the state can grow, its decay is beside the point; with weights of their own the steps are layers, and may well forget. Parts of the state that have
        // blocks of their own decay each at its own pace.
        if (!depth.IsJudged || flows.Any(flow => flow.Block.Updates is not null) || depth.IsUnstable || depth.HasWeightsPerStep || flows.Any(flow => flow.Block.Sources.Count > 0 || MayCarryTheState(flow)) || depth.Retention() is not { } signed)
        {
            return;
        }

        var retention = Math.Abs(signed);
        var advice = retention < Least && !depth.Parse.Signature.Parameters.Skip(depth.Parse.Signature.States).Any(context => context.IsTensor) ? $"only what the block carries over reaches the end; take {(depth.Settings.Steps == 1 || retention == 0 ? "" : "fewer or ")}smaller steps, or give the input to the block as context as well"
            : retention > Most ? "the block has hardly any effect; take more or larger steps"
            : null;
        if (advice is not null)
        {
            report(new Finding(
                Descriptors.Retention,
                depth.LocationOfDt("Steps"),
                (100 * retention).ToString("0.##", CultureInfo.InvariantCulture),
                depth.Settings.Steps == 1 ? "the step" : $"all {depth.Settings.Steps} steps",
                advice));
        }
    }

    /// <summary>Whether the state may come out of the block by a way past its layers: it then survives, whatever share of it the step itself keeps.</summary>
    private static bool MayCarryTheState(BlockFlow flow)
        => !flow.Block.StripsSkip
            && (!flow.IsComplete || flow.Outcomes.Any(outcome => outcome.Result is not { StateShare: 0 } or { MayHaveSkip: true, Path.IsEmpty: false }));
}

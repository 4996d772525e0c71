using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>Judges what the blocks of an annotated class do. All such analyzers share one walk through each block.</summary>
public abstract class BlockAnalyzer : AnnotatedClassAnalyzer
{
    private protected abstract void Judge(BlockFlow flow, Action<Finding> report);

    /// <summary>One squiggle a place, whatever number of ways and of blocks leads there.</summary>
    private protected sealed override void Analyze(AnnotatedClass annotated, Compilation compilation, Action<Finding> report, CancellationToken cancellation)
    {
        var places = new HashSet<Location>();
        foreach (var flow in annotated.Flows(compilation, cancellation))
        {
            foreach (var finding in flow.Judge(findings => Judge(flow, findings), cancellation))
            {
                if (finding.Location.IsInSource && places.Add(finding.Location))
                {
                    report(finding);
                }
            }
        }
    }
}

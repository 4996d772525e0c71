using System;
using System.Threading;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Analyzers;

/// <summary>Judges depth settings that are possible, but may not be what is wanted.</summary>
public abstract class DepthSettingsAnalyzer : DepthAnalyzer
{
    private protected sealed override void Analyze(DepthParse parse, Action<Finding> report, CancellationToken cancellation)
    {
        if (JudgedDepth.Of(parse, cancellation) is { } depth)
        {
            Judge(depth, report);
        }
    }

    private protected abstract void Judge(JudgedDepth depth, Action<Finding> report);
}

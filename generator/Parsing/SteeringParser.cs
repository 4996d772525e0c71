using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Generator.Parsing;

/// <summary>Finds the members that steer the pass while it runs, each by its mark.</summary>
internal sealed class SteeringParser(DepthParse parse, Compilation compilation, CancellationToken cancellation)
{
    private readonly MarkedMembers marks = new(parse.Type, compilation);

    public static void Parse(DepthParse parse, Compilation compilation, CancellationToken cancellation)
        => new SteeringParser(parse, compilation, cancellation).Parse();

    private void Parse()
    {
        if (Find("ScoreDt", "one parameter, or one method, decides the step size") is { } dt)
        {
            if (dt.Symbol is IFieldSymbol)
            {
                LearnedDtParser.Parse(parse, dt, cancellation);
            }
            else
            {
                GateParser.Parse(parse, dt, compilation);
            }
        }

        if (Find("ScoreStageWeights", "one parameter, or one method, weighs the stages") is { } stages)
        {
            StageWeightsParser.Parse(parse, stages, compilation);
        }

        if (Find("ScoreExit", "one method decides when the state has settled") is { } exit)
        {
            ExitParser.Parse(parse, exit, compilation);
        }

        if (Find("ScoreAfterStep", "one method maps each new state; call the other from it") is { } after)
        {
            AfterStepParser.Parse(parse, after, compilation);
        }

        if (Find("ScoreHalt", "one method, or one module, gives the chances to halt") is { } halt)
        {
            HaltParser.Parse(parse, halt, compilation, cancellation);
        }

        PerTokenParser.Parse(parse);
        if (Find("ScoreRoute", "one method, or one module, scores the tokens") is { } route)
        {
            RouteParser.Parse(parse, route, compilation, cancellation);
        }
    }

    /// <summary>The member with a mark; a second one is an error.</summary>
    private MarkedMember? Find(string mark, string reason)
    {
        var marked = marks.With(mark);
        foreach (var member in marked)
        {
            parse.SteeringMembers.Add(member);
        }

        if (marked.Count > 1)
        {
            parse.Report(Descriptors.Excluding, marked[1].Location, $"[{mark}] on '{marked[1].Name}'", $"[{mark}] on '{marked[0].Name}'", reason);
        }

        return marked.FirstOrDefault();
    }
}

using System.Linq;
using ScoreGen.Generator.Model;
using ScoreGen.Generator.Parsing;
using ScoreGen.Numerics;

namespace ScoreGen.Analyzers;

/// <summary>What a step does with a block that returns h + g(h), in words.</summary>
internal sealed class SkipStep
{
    private readonly bool hasStages;
    private readonly double? weight;
    private readonly string symbol;

    public SkipStep(DepthParse parse, Settings settings)
    {
        var isExponential = settings.Integrator == Integrator.ExponentialEuler;
        var step = Folding.Fold(settings.Integrator, settings.Update, stripSkip: false, settings.Dt[0]);
        hasStages = step.Evaluations > 1;
        weight = parse.Steering is { LearnedDt: null, Gate: null, Stages: null } && settings.Dt.Distinct().Count() == 1 ? step.Next[1] : null;
        symbol = isExponential ? "(1 - e^-dt)" : "dt";
    }

    /// <summary>With one h: what the contractive rule leaves, and the residual rule with StripSkip.</summary>
    public string Plain => hasStages ? "the steps solve dh/dt = g(h)" : $"each step is h + {Weighted}";

    /// <summary>The same, called what it is.</summary>
    public string Residual => hasStages ? Plain : IsPlain ? $"{Plain}, a plain residual network" : $"{Plain}, a residual network";

    /// <summary>With two: what the residual rule makes of it.</summary>
    public string Doubled => hasStages ? "the steps solve dh/dt = h + g(h)" : $"each step is {(weight is { } w ? Numbers.Short(1 + w) : $"(1 + {symbol})")}·h + {Weighted}";

    /// <summary>With a share of one that decays: what the contractive rule with StripSkip makes of it.</summary>
    public string Mixed => hasStages ? "whose steps solve dh/dt = g(h) - h"
        : IsPlain ? "whose steps are g(h)"
        : $"whose steps are {Kept}·h + {Weighted}";

    private bool IsPlain => !hasStages && weight == 1;

    private string Weighted => weight is not { } w ? $"{symbol}·g(h)" : w == 1 ? "g(h)" : $"{Numbers.Short(w)}·g(h)";

    private string Kept => weight is { } w ? Numbers.Short(1 - w) : symbol == "dt" ? "(1 - dt)" : "e^-dt";
}

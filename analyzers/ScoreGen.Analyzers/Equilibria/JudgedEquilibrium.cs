using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Model;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Analyzers;

/// <summary>The settings of an equilibrium that are possible, and where they are written.</summary>
internal sealed class JudgedEquilibrium
{
    private readonly DepthArguments arguments;

    private JudgedEquilibrium(DepthParse parse, EquilibriumSettings settings, SourceCode code)
    {
        (Parse, Settings, Code) = (parse, settings, code);
        arguments = new DepthArguments(parse.Attribute, code.Cancellation);
    }

    public DepthParse Parse { get; }

    public EquilibriumSettings Settings { get; }

    public SourceCode Code { get; }

    /// <summary>The settings; null where one is impossible, which is reported as such, and for a class that takes steps.</summary>
    public static JudgedEquilibrium? Of(DepthParse parse, SourceCode code)
        => parse.EquilibriumSettings is { } settings ? new JudgedEquilibrium(parse, settings, code) : null;

    public bool IsGiven(string setting) => arguments.Has(setting);

    public Location LocationOf(string setting) => arguments.Location(setting);
}

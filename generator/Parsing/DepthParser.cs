using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Generator.Parsing;

/// <summary>Reads an annotated class. Generator and analyzers share it, so that they agree on every class.</summary>
internal static class DepthParser
{
    /// <summary>The annotation of a class, or null where it has none.</summary>
    public static AttributeData? FindAttribute(INamedTypeSymbol type)
        => type.GetAttributes().FirstOrDefault(attribute => ScoreGenTypes.Is(attribute, "ScoreDepthAttribute"));

    public static DepthParse Parse(INamedTypeSymbol type, AttributeData attribute, Compilation compilation, CancellationToken cancellation)
    {
        var parse = new DepthParse(type, attribute);
        TypeShell.Check(parse, cancellation);
        if (TorchTypes.WhyUnusable(compilation) is { } reason)
        {
            parse.CanExtend = false;
            parse.Report(Descriptors.NoTorchSharp, TypeShell.NameLocation(type), type.Name, reason);
            return parse;
        }

        ModuleParser.Parse(parse);
        cancellation.ThrowIfCancellationRequested();
        BlockParser.Parse(parse, compilation);
        cancellation.ThrowIfCancellationRequested();
        SettingsParser.Parse(parse, cancellation);
        LearnedDtParser.Parse(parse, cancellation);
        cancellation.ThrowIfCancellationRequested();
        PhaseParser.Parse(parse, compilation, cancellation);
        cancellation.ThrowIfCancellationRequested();
        NameParser.Parse(parse);
        return parse;
    }
}

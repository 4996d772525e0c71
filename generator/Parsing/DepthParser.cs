using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Parsing;

/// <summary>Reads an annotated class. Generator and analyzers share it, so that they agree on every class.</summary>
internal static class DepthParser
{
    /// <summary>The annotation of a class, with steps or with an equilibrium, or null where it has none. Of two the first counts.</summary>
    public static AttributeData? FindAttribute(INamedTypeSymbol type) => type.GetAttributes().FirstOrDefault(IsAnnotation);

    public static bool IsEquilibrium(AttributeData annotation) => ScoreGenTypes.Is(annotation, "ScoreEquilibriumAttribute");

    /// <summary>What the pipeline keeps of an annotated class; null where another annotation of the class counts.</summary>
    public static ParseResult? Read(GeneratorAttributeSyntaxContext annotated, CancellationToken cancellation)
    {
        // An annotation on two parts is the compiler's error; only its first place counts, so that no file is emitted twice.
        if (FindAttribute((INamedTypeSymbol)annotated.TargetSymbol) is not { ApplicationSyntaxReference: { } place } annotation
            || IsEquilibrium(annotation) != IsEquilibrium(annotated.Attributes[0])
            || place.SyntaxTree != annotated.TargetNode.SyntaxTree
            || !annotated.TargetNode.Span.Contains(place.Span))
        {
            return null;
        }

        var compilation = annotated.SemanticModel.Compilation;
        var parse = Parse((INamedTypeSymbol)annotated.TargetSymbol, annotation, compilation, cancellation);
        return new ParseResult(parse.ToModel(compilation, cancellation), parse.Findings.Select(finding => finding.ToError()).ToEquatableArray());
    }

    public static DepthParse Parse(INamedTypeSymbol type, AttributeData attribute, Compilation compilation, CancellationToken cancellation)
    {
        var parse = new DepthParse(type, attribute);
        TypeShell.Check(parse, cancellation);
        if (parse.Findings.Any(finding => finding.Descriptor == Descriptors.CannotExtend))
        {
            return parse;
        }

        if (TorchTypes.AliasedReference(attribute, compilation) is { } aliased)
        {
            parse.CanExtend = false;
            parse.Report(Descriptors.AliasedReference, TypeShell.NameLocation(type), type.Name, aliased.Name, aliased.Alias);
            return parse;
        }

        if (TorchTypes.WhyUnusable(compilation) is { } reason)
        {
            parse.CanExtend = false;
            parse.Report(Descriptors.NoTorchSharp, TypeShell.NameLocation(type), type.Name, reason);
            return parse;
        }

        if (Language.WhyTooOld(compilation) is { } version)
        {
            parse.CanExtend = false;
            parse.Report(Descriptors.OldLanguage, TypeShell.NameLocation(type), type.Name, version);
            return parse;
        }

        ModuleParser.Parse(parse, compilation);
        if (!parse.CanExtend)
        {
            return parse;
        }

        cancellation.ThrowIfCancellationRequested();
        CheckSecondAttribute(parse, cancellation);
        BlockParser.Parse(parse, compilation);
        cancellation.ThrowIfCancellationRequested();
        if (parse.IsEquilibrium)
        {
            EquilibriumParser.Parse(parse, compilation, cancellation);
        }
        else
        {
            SettingsParser.Parse(parse, cancellation);
        }

        cancellation.ThrowIfCancellationRequested();
        PhaseParser.Parse(parse, compilation, cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (!parse.IsEquilibrium)
        {
            CheckpointParser.Parse(parse, cancellation);
            SteeringParser.Parse(parse, compilation, cancellation);
            HorizonParser.Parse(parse, cancellation);
            CarryParser.Parse(parse);
        }

        CompanionParser.Parse(parse, compilation, cancellation);
        NameParser.Parse(parse);
        return parse;
    }

    private static void CheckSecondAttribute(DepthParse parse, CancellationToken cancellation)
    {
        if (parse.Type.GetAttributes().FirstOrDefault(other => IsAnnotation(other) && IsEquilibrium(other) != parse.IsEquilibrium) is { } second)
        {
            parse.Report(
                Descriptors.Excluding,
                new DepthArguments(second, cancellation).Location(""),
                "[ScoreEquilibrium]",
                "[ScoreDepth]",
                "a class takes its steps, or is solved for its fixed point; remove one of the two");
        }
    }

    private static bool IsAnnotation(AttributeData attribute) => ScoreGenTypes.Is(attribute, "ScoreDepthAttribute") || IsEquilibrium(attribute);
}

using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ScoreGen.Generator.Emitting;
using ScoreGen.Generator.Model;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Generator;

/// <summary>Writes the forward pass of every class annotated with <c>[ScoreDepth]</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ScoreGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var parsed = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                DepthParser.AttributeName,
                predicate: static (node, _) => node is TypeDeclarationSyntax,
                transform: static (annotated, cancellation) => Parse(annotated, cancellation))
            .WithTrackingName(StepNames.Parse);

        var depths = parsed
            .Where(static result => result?.Model is not null)
            .Select(static (result, _) => result!.Model!)
            .WithTrackingName(StepNames.Depths);

        var errors = parsed
            .Where(static result => result is { Errors.Count: > 0 })
            .Select(static (result, _) => result!.Errors)
            .WithTrackingName(StepNames.Errors);

        var support = depths
            .Collect()
            .Select(static (models, _) => SupportNeeds.Of(models))
            .WithTrackingName(StepNames.Support);

        context.RegisterSourceOutput(depths, static (output, model) => output.AddSource(model.HintName, Text(DepthEmitter.Emit(model))));
        context.RegisterSourceOutput(support, static (output, needs) => AddSupport(output, needs));
        context.RegisterSourceOutput(errors.Combine(context.CompilationProvider), static (output, found) => Report(output, found.Left, found.Right));
    }

    private static ParseResult? Parse(GeneratorAttributeSyntaxContext annotated, CancellationToken cancellation)
    {
        // An attribute on two parts is the compiler's error; only its first place counts, so that no file is emitted twice.
        if (annotated.TargetSymbol is not INamedTypeSymbol type
            || annotated.Attributes[0].ApplicationSyntaxReference?.GetSyntax(cancellation) is not { } attribute
            || DepthParser.FindAttribute(type)?.ApplicationSyntaxReference?.GetSyntax(cancellation) != attribute
            || !annotated.TargetNode.Contains(attribute))
        {
            return null;
        }

        var compilation = annotated.SemanticModel.Compilation;
        return ParseResult.Of(DepthParser.Parse(type, annotated.Attributes[0], compilation, cancellation), compilation, cancellation);
    }

    /// <summary>The compilation is new at every edit, and so this is done anew, but only while an error stands.</summary>
    private static void Report(SourceProductionContext output, IEnumerable<ReportedError> errors, Compilation compilation)
    {
        foreach (var error in errors)
        {
            output.ReportDiagnostic(error.ToDiagnostic(compilation));
        }
    }

    private static void AddSupport(SourceProductionContext output, SupportNeeds needs)
    {
        if (needs.AnyDepth)
        {
            output.AddSource(SupportFile.HintName, Text(SupportFile.Emit()));
        }

        if (needs.Checkpoints)
        {
            output.AddSource(CheckpointFile.HintName, Text(CheckpointFile.Emit()));
        }
    }

    private static SourceText Text(string source) => SourceText.From(source, Encoding.UTF8);
}

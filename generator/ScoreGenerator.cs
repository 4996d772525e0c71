using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Emitting;
using ScoreGen.Generator.Emitting.Support;
using ScoreGen.Generator.Model;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Generator;

/// <summary>Writes the forward pass of every class annotated with <c>[ScoreDepth]</c> or <c>[ScoreEquilibrium]</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ScoreGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Each annotated class becomes a model of strings and numbers, beside the errors that were found on the way. Some take steps, some are solved
        // for their fixed point.
        IncrementalValuesProvider<ParseResult> stepped = Annotated(context, ScoreGenTypes.DepthAttribute);
        IncrementalValuesProvider<ParseResult> solved = Annotated(context, ScoreGenTypes.EquilibriumAttribute);

        // All that is written about one class follows from its model.
        IncrementalValuesProvider<EmittedFile> depths = Files(stepped);
        IncrementalValuesProvider<EmittedFile> equilibria = Files(solved);

        // The compiler compares the names of files without regard to case, so that classes which differ in it alone get further names.
        IncrementalValueProvider<EquatableArray<string>> twins = Together(depths, equilibria, static file => file.MetadataName)
            .Select(static (names, cancellation) => HintNames.Twins(names, cancellation))
            .WithTrackingName(StepNames.Twins);

        // What the passes share is added once, and only what one of them needs.
        IncrementalValueProvider<EquatableArray<string>> support = Together(depths, equilibria, static file => file.Support)
            .Select(static (needs, _) => SupportFile.Together(needs))
            .WithTrackingName(StepNames.Support);

        // One more class moves no other one, so that no other file is added again.
        IncrementalValuesProvider<EquatableArray<EmittedFile>> places = Together(depths, equilibria, static file => file)
            .SelectMany(static (files, cancellation) => Places.Of(files, cancellation))
            .WithTrackingName(StepNames.Places);

        // The project says where the help pages of the errors are.
        IncrementalValueProvider<HelpPages> help = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => HelpPages.Of(options));

        context.RegisterSourceOutput(Errors(stepped).Combine(help), static (output, found) => Report(output, found.Left, found.Right));
        context.RegisterSourceOutput(Errors(solved).Combine(help), static (output, found) => Report(output, found.Left, found.Right));
        context.RegisterSourceOutput(places.Combine(twins), static (output, found) => AddFiles(output, found.Left, found.Right));
        context.RegisterSourceOutput(support, AddSupport);
    }

    private static IncrementalValuesProvider<ParseResult> Annotated(IncrementalGeneratorInitializationContext context, string attribute)
        => context.SyntaxProvider
            .ForAttributeWithMetadataName(attribute, static (node, _) => node is TypeDeclarationSyntax, DepthParser.Read)
            .Where(static result => result is not null)
            .Select(static (result, _) => result!)
            .WithTrackingName(StepNames.Parse);

    /// <summary>Errors stand where no forward pass can be written.</summary>
    private static IncrementalValuesProvider<EquatableArray<DiagnosticInfo>> Errors(IncrementalValuesProvider<ParseResult> classes)
        => classes
            .Where(static result => result.Errors.Count > 0)
            .Select(static (result, _) => result.Errors)
            .WithTrackingName(StepNames.Errors);

    private static IncrementalValuesProvider<EmittedFile> Files(IncrementalValuesProvider<ParseResult> classes)
        => classes
            .Where(static result => result.Model is not null)
            .Select(static (result, _) => result.Model!)
            .WithTrackingName(StepNames.Depths)
            .Select(DepthEmitter.Emit)
            .WithTrackingName(StepNames.Files);

    /// <summary>One thing about each class of both kinds.</summary>
    private static IncrementalValueProvider<ImmutableArray<T>> Together<T>(IncrementalValuesProvider<EmittedFile> depths, IncrementalValuesProvider<EmittedFile> equilibria, Func<EmittedFile, T> about)
        => depths.Select((file, _) => about(file)).Collect()
            .Combine(equilibria.Select((file, _) => about(file)).Collect())
            .Select(static (both, _) => both.Left.AddRange(both.Right));

    private static void Report(SourceProductionContext output, EquatableArray<DiagnosticInfo> errors, HelpPages help)
    {
        foreach (var error in errors)
        {
            output.ReportDiagnostic(error.ToDiagnostic(help));
        }
    }

    private static void AddFiles(SourceProductionContext output, EquatableArray<EmittedFile> files, EquatableArray<string> twins)
    {
        foreach (var file in files)
        {
            output.AddSource(HintNames.Of(file.MetadataName, twins), Text(file.Text));
        }
    }

    private static void AddSupport(SourceProductionContext output, EquatableArray<string> types)
    {
        foreach (var file in types.Select(SupportFile.Of))
        {
            output.AddSource(file.HintName, Text(file.Emit()));
        }
    }

    private static SourceText Text(string source) => SourceText.From(source, Encoding.UTF8);
}

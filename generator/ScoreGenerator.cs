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

/// <summary>Writes the forward pass of every class annotated with <c>[ScoreDepth]</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ScoreGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Each annotated class becomes a model of strings and numbers, beside the errors that were found on the way.
        IncrementalValuesProvider<ParseResult> classes = context.SyntaxProvider
            .ForAttributeWithMetadataName(ScoreGenTypes.DepthAttribute, static (node, _) => node is TypeDeclarationSyntax, DepthParser.Read)
            .Where(static result => result is not null)
            .Select(static (result, _) => result!)
            .WithTrackingName(StepNames.Parse);

        // Errors stand where no forward pass can be written.
        IncrementalValuesProvider<EquatableArray<DiagnosticInfo>> errors = classes
            .Where(static result => result.Errors.Count > 0)
            .Select(static (result, _) => result.Errors)
            .WithTrackingName(StepNames.Errors);

        // All that is written about one class follows from its model.
        IncrementalValuesProvider<DepthModel> depths = classes
            .Where(static result => result.Model is not null)
            .Select(static (result, _) => result.Model!)
            .WithTrackingName(StepNames.Depths);

        // The compiler compares the names of files without regard to case, so that classes which differ in it alone get further names.
        IncrementalValueProvider<EquatableArray<string>> twins = depths
            .Select(static (model, _) => model.Hierarchy.MetadataName)
            .Collect()
            .Select(static (names, cancellation) => HintNames.Twins(names, cancellation))
            .WithTrackingName(StepNames.Twins);

        // What the passes share is added once, and only what one of them needs.
        IncrementalValueProvider<EquatableArray<string>> support = depths
            .Select(static (model, _) => SupportFile.NeededBy(model))
            .Collect()
            .Select(static (needs, _) => SupportFile.Together(needs))
            .WithTrackingName(StepNames.Support);

        // The project says where the help pages of the errors are.
        IncrementalValueProvider<HelpPages> help = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => HelpPages.Of(options));

        context.RegisterSourceOutput(errors.Combine(help), static (output, found) => Report(output, found.Left, found.Right));
        context.RegisterSourceOutput(depths.Combine(twins), static (output, found) => AddDepth(output, found.Left, found.Right));
        context.RegisterSourceOutput(support, AddSupport);
    }

    private static void Report(SourceProductionContext output, EquatableArray<DiagnosticInfo> errors, HelpPages help)
    {
        foreach (var error in errors)
        {
            output.ReportDiagnostic(error.ToDiagnostic(help));
        }
    }

    private static void AddDepth(SourceProductionContext output, DepthModel model, EquatableArray<string> twins)
        => output.AddSource(HintNames.Of(model.Hierarchy.MetadataName, twins), Text(DepthEmitter.Emit(model, output.CancellationToken)));

    private static void AddSupport(SourceProductionContext output, EquatableArray<string> types)
    {
        foreach (var file in types.Select(SupportFile.Of))
        {
            output.AddSource(file.HintName, Text(file.Emit()));
        }
    }

    private static SourceText Text(string source) => SourceText.From(source, Encoding.UTF8);
}

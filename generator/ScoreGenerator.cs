using System.Collections.Generic;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ScoreGen.Generator.Emitting;
using ScoreGen.Generator.Model;
using ScoreGen.Generator.Tracking;

namespace ScoreGen.Generator;

/// <summary>Writes the forward pass of every class annotated with <c>[ScoreDepth]</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ScoreGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var parsed = context.CompilationProvider
            .Select(static (compilation, cancellation) => AnnotatedClasses.Of(compilation, cancellation))
            .SelectMany(static (classes, _) => classes)
            .WithTrackingName(StepNames.Parse);

        var depths = parsed
            .Where(static result => result.Model is not null)
            .Select(static (result, _) => result.Model!)
            .WithTrackingName(StepNames.Depths);

        var errors = parsed
            .Where(static result => result.Errors.Count > 0)
            .Select(static (result, _) => result.Errors)
            .WithTrackingName(StepNames.Errors);

        var support = depths
            .Collect()
            .Select(static (models, _) => SupportNeeds.Of(models))
            .WithTrackingName(StepNames.Support);

        context.RegisterSourceOutput(depths, static (output, model) => output.AddSource(model.HintName, Text(DepthEmitter.Emit(model))));
        context.RegisterSourceOutput(support, static (output, needs) => AddSupport(output, needs));
        context.RegisterSourceOutput(errors.Combine(context.CompilationProvider), static (output, found) => Report(output, found.Left, found.Right));
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

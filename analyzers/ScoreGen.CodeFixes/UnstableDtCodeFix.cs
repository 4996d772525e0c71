using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScoreGen.Analyzers;

namespace ScoreGen.CodeFixes;

/// <summary>SCORE103: a step size, or an integrator, with which every step is stable. The analyzer says which of them are.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnstableDtCodeFix))]
[Shared]
public sealed class UnstableDtCodeFix : ScoreCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("SCORE103");

    private protected override IEnumerable<Remedy> Remedies(Diagnostic diagnostic)
    {
        if (diagnostic.Properties.TryGetValue(UnstableDtFixes.DefaultDt, out var defaultDt))
        {
            yield return new Remedy(UnstableDtFixes.DefaultDt, $"Use dt = 1/Steps ({defaultDt})", Mending(attribute => Annotation.Without(Annotation.Without(attribute, "Dt"), "DtSchedule")));
        }

        if (diagnostic.Properties.TryGetValue(UnstableDtFixes.LargestStableDt, out var largest) && diagnostic.Properties.TryGetValue(UnstableDtFixes.Setting, out var setting))
        {
            var title = $"Use the largest stable dt ({largest})";
            yield return diagnostic.AdditionalLocations.Count > 0
                ? new Remedy(UnstableDtFixes.LargestStableDt, title, (files, found) => ReplaceEntriesAsync(files, found, Number(largest!)))
                : new Remedy(UnstableDtFixes.LargestStableDt, title, Mending(attribute => Annotation.With(attribute, setting!, Number(largest!))));
        }

        if (diagnostic.Properties.ContainsKey(UnstableDtFixes.ExponentialEuler))
        {
            yield return new Remedy(
                UnstableDtFixes.ExponentialEuler,
                "Use ExponentialEuler, which is stable at this dt",
                Mending(attribute => Annotation.With(attribute, "Integrator", Annotation.Named("global::ScoreGen.Integrator.ExponentialEuler"))));
        }
    }

    private static Mend Mending(Func<AttributeSyntax, AttributeSyntax> change) => async (files, diagnostic) =>
    {
        if (await files.Find<AttributeSyntax>(diagnostic.Location).ConfigureAwait(false) is not var (file, attribute))
        {
            return false;
        }

        file.ReplaceNode(attribute, (current, _) => change((AttributeSyntax)current));
        return true;
    };

    /// <summary>The entries of the schedule that are unstable; the others stay.</summary>
    private static async Task<bool> ReplaceEntriesAsync(ChangedFiles files, Diagnostic diagnostic, ExpressionSyntax dt)
    {
        foreach (var place in diagnostic.AdditionalLocations)
        {
            if (await files.Find<ExpressionSyntax>(place).ConfigureAwait(false) is not var (file, entry))
            {
                return false;
            }

            file.ReplaceNode(entry, (current, _) => dt.WithTriviaFrom(current));
        }

        return true;
    }

    private static LiteralExpressionSyntax Number(string text) => SyntaxFactory.LiteralExpression(
        SyntaxKind.NumericLiteralExpression,
        SyntaxFactory.Literal(text, double.Parse(text, CultureInfo.InvariantCulture)));
}

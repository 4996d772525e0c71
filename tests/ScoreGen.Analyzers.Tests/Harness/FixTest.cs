using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace ScoreGen.Analyzers.Tests.Harness;

/// <summary>A test of a fix that goes by a title, or by its equivalence key.</summary>
internal sealed class FixTest : ModelTest
{
    private readonly string name;
    private int? occurrence;

    /// <summary>SCORE001 of a class is reported at the types around it as well.</summary>
    private FixTest(IReadOnlyList<string> files, IReadOnlyList<string> mended, string name, CodeFixTestBehaviors behaviors = CodeFixTestBehaviors.None)
        : base(files, new UserProject())
    {
        this.name = name;
        CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck | behaviors;
        Expect(mended, FixedState);
    }

    /// <summary>An editor knows which fix was chosen for all; <c>dotnet format</c> may not.</summary>
    private bool IsKeyKnown { get; init; } = true;

    /// <summary>It is applied once: to the first diagnostic that has it, or a later one, from 0.</summary>
    public static FixTest Once(IReadOnlyList<string> files, IReadOnlyList<string> mended, string name, int occurrence)
        => new(files, mended, name, CodeFixTestBehaviors.SkipFixAllCheck) { occurrence = occurrence, NumberOfIncrementalIterations = 1 };

    /// <summary>It is applied to all: one after the other, and at once in the document. With several files also at once in the project and in the solution.</summary>
    /// <param name="files">The files, with marks.</param>
    /// <param name="mended">The files after all are mended at once.</param>
    /// <param name="name">The fix.</param>
    /// <param name="isKeyKnown">Whether it is known which fix was chosen.</param>
    /// <param name="oneByOne">The files after they are mended one by one, where that is another text.</param>
    public static FixTest All(IReadOnlyList<string> files, IReadOnlyList<string> mended, string name, bool isKeyKnown, IReadOnlyList<string>? oneByOne)
    {
        var scopes = files.Count > 1 ? CodeFixTestBehaviors.None : CodeFixTestBehaviors.SkipFixAllInProjectCheck | CodeFixTestBehaviors.SkipFixAllInSolutionCheck;
        var test = new FixTest(files, oneByOne ?? mended, name, scopes) { IsKeyKnown = isKeyKnown };
        if (oneByOne is not null)
        {
            test.Expect(mended, test.BatchFixedState);
        }

        return test;
    }

    protected override ImmutableArray<CodeAction> FilterCodeActions(ImmutableArray<CodeAction> actions)
        => [.. base.FilterCodeActions(actions).Where(action => (action.Title == name || action.EquivalenceKey == name) && (occurrence is null || occurrence-- == 0))];

    protected override FixAllContext CreateFixAllContext(
        Document? document,
        TextSpan? diagnosticSpan,
        Project project,
        CodeFixProvider codeFixProvider,
        FixAllScope scope,
        string? codeActionEquivalenceKey,
        IEnumerable<string> diagnosticIds,
        DiagnosticSeverity minimumSeverity,
        FixAllContext.DiagnosticProvider fixAllDiagnosticProvider,
        CancellationToken cancellationToken)
        => base.CreateFixAllContext(document, diagnosticSpan, project, codeFixProvider, scope, IsKeyKnown ? codeActionEquivalenceKey : null, diagnosticIds, minimumSeverity, fixAllDiagnosticProvider, cancellationToken);

    private void Expect(IReadOnlyList<string> files, SolutionState state)
    {
        state.MarkupHandling = MarkupMode.Allow;
        Add(files, state);
    }
}

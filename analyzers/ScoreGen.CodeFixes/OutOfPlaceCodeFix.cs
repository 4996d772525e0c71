using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using ScoreGen.Analyzers;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ScoreGen.CodeFixes;

/// <summary>SCORE301: computes a new tensor instead of changing the block's input.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OutOfPlaceCodeFix))]
[Shared]
public sealed class OutOfPlaceCodeFix : ScoreCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("SCORE301");

    private protected override IEnumerable<Remedy> Remedies(Diagnostic diagnostic) => [new Remedy("Use the out-of-place form", MendAsync)];

    private static async Task<bool> MendAsync(ChangedFiles files, Diagnostic diagnostic)
    {
        if (await files.Find<ExpressionSyntax>(diagnostic.Location).ConfigureAwait(false) is not { } place)
        {
            return false;
        }

        var call = place.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>();
        diagnostic.Properties.TryGetValue(InPlaceProperties.Form, out var form);
        return form switch
        {
            "Element" => CopyFirst(place, files.Cancellation),
            "Module" or "Argument" => await SwitchOffAsync(files, diagnostic, place, call).ConfigureAwait(false),
            _ => call is not null && Rename(place.File, call, files.Cancellation),
        };
    }

    /// <summary><c>h[0] = x;</c> becomes <c>h = h.clone(); h[0] = x;</c></summary>
    private static bool CopyFirst(FoundNode<ExpressionSyntax> place, CancellationToken cancellation)
    {
        if (place.Node is not ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax name } element
            || !IsAssignable(name, place.Model, cancellation)
            || element.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { Parent: BlockSyntax } statement)
        {
            return false;
        }

        // What stands above the statement stays above both.
        var indentation = statement.GetLeadingTrivia().LastOrDefault() is { RawKind: (int)SyntaxKind.WhitespaceTrivia } spaces ? TriviaList(spaces) : TriviaList();
        var isAloneOnItsLine = statement.GetFirstToken().GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        var copy = ExpressionStatement(Assign(name, Clone(name.WithoutTrivia())))
            .WithLeadingTrivia(statement.GetLeadingTrivia())
            .WithTrailingTrivia(isAloneOnItsLine ? LineEnd.Of(statement) : Space);
        place.File.InsertBefore(statement, copy);
        place.File.ReplaceNode(statement, (current, _) => current.WithLeadingTrivia(indentation));
        return true;
    }

    /// <summary><c>inplace: true</c> becomes <c>inplace: false</c>, at the call or where the module is made.</summary>
    private static async Task<bool> SwitchOffAsync(ChangedFiles files, Diagnostic diagnostic, FoundNode<ExpressionSyntax> place, InvocationExpressionSyntax? call)
    {
        if (diagnostic.AdditionalLocations.Count != 1
            || await files.Find<LiteralExpressionSyntax>(diagnostic.AdditionalLocations[0]).ConfigureAwait(false) is not var (made, literal)
            || !literal.IsKind(SyntaxKind.TrueLiteralExpression))
        {
            return false;
        }

        var assigned = call?.ArgumentList.Arguments.FirstOrDefault()?.Expression as IdentifierNameSyntax;
        var isStatement = call is { Parent: ExpressionStatementSyntax };
        if (isStatement && (assigned is null || !IsAssignable(assigned, place.Model, files.Cancellation)))
        {
            return false;
        }

        // Several calls may share the module: the literal that is replaced is found again by its annotations.
        made.ReplaceNode(literal, (current, _) => current.CopyAnnotationsTo(LiteralExpression(SyntaxKind.FalseLiteralExpression).WithTriviaFrom(current)));
        if (isStatement)
        {
            place.File.ReplaceNode(call!, (current, _) => Assign(assigned!, (ExpressionSyntax)current));
        }

        return true;
    }

    /// <summary><c>h.add_(x)</c> becomes <c>h.add(x)</c>, or, where there is no such form, <c>h.clone().fill_(x)</c>; as a statement it is assigned to h.</summary>
    private static bool Rename(DocumentEditor file, InvocationExpressionSyntax call, CancellationToken cancellation)
    {
        if (file.SemanticModel.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method)
        {
            return false;
        }

        if (call.Expression is MemberBindingExpressionSyntax binding)
        {
            return RenameAfterTest(file, call, binding.Name, method);
        }

        var subject = method.IsStatic && !method.IsExtensionMethod ? call.ArgumentList.Arguments.FirstOrDefault()?.Expression : (call.Expression as MemberAccessExpressionSyntax)?.Expression;
        var isStatement = call.Parent is ExpressionStatementSyntax;
        if (subject is null || (isStatement && !(subject is IdentifierNameSyntax assigned && IsAssignable(assigned, file.SemanticModel, cancellation))))
        {
            return false;
        }

        if (HasOutOfPlace(method))
        {
            var name = call.Expression is MemberAccessExpressionSyntax access ? access.Name : (SimpleNameSyntax)call.Expression;
            file.ReplaceNode(name, WithoutUnderscore(name));
        }
        else
        {
            file.ReplaceNode(subject, (current, _) => Clone((ExpressionSyntax)current));
        }

        if (isStatement)
        {
            file.ReplaceNode(call, (current, _) => Assign((IdentifierNameSyntax)subject, (ExpressionSyntax)current));
        }

        return true;
    }

    /// <summary><c>h?.add_(x)</c> becomes <c>h?.add(x)</c>, where its value is used.</summary>
    private static bool RenameAfterTest(DocumentEditor file, InvocationExpressionSyntax call, SimpleNameSyntax name, IMethodSymbol method)
    {
        var user = call.Ancestors().First(node => node is not (ConditionalAccessExpressionSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax));
        if (user is ExpressionStatementSyntax || !HasOutOfPlace(method))
        {
            return false;
        }

        file.ReplaceNode(name, WithoutUnderscore(name));
        return true;
    }

    private static IdentifierNameSyntax WithoutUnderscore(SimpleNameSyntax name) => IdentifierName(name.Identifier.ValueText.TrimEnd('_')).WithTriviaFrom(name);

    private static bool HasOutOfPlace(IMethodSymbol method)
        => method.ContainingType.GetMembers(method.Name.TrimEnd('_')).OfType<IMethodSymbol>().Any(other =>
            other.IsStatic == method.IsStatic
            && other.Parameters.Length >= method.Parameters.Length
            && method.Parameters.Zip(other.Parameters, (mine, its) => SymbolEqualityComparer.Default.Equals(mine.Type, its.Type)).All(same => same)
            && other.Parameters.Skip(method.Parameters.Length).All(parameter => parameter.IsOptional));

    /// <summary>A parameter, or a local that is no <c>using</c>, no <c>foreach</c> variable and no <c>ref readonly</c>.</summary>
    private static bool IsAssignable(IdentifierNameSyntax name, SemanticModel model, CancellationToken cancellation)
        => model.GetSymbolInfo(name, cancellation).Symbol switch
        {
            IParameterSymbol parameter => parameter.RefKind is RefKind.None or RefKind.Ref or RefKind.Out,
            ILocalSymbol local => local is { IsUsing: false, IsForEach: false, IsFixed: false, RefKind: RefKind.None },
            _ => false,
        };

    private static AssignmentExpressionSyntax Assign(IdentifierNameSyntax name, ExpressionSyntax value)
        => AssignmentExpression(
                SyntaxKind.SimpleAssignmentExpression,
                name.WithoutTrivia(),
                Token(SyntaxKind.EqualsToken).WithLeadingTrivia(Space).WithTrailingTrivia(Space),
                value.WithoutTrivia())
            .WithTriviaFrom(value);

    private static ExpressionSyntax Clone(ExpressionSyntax subject)
        => InvocationExpression(MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, subject.WithoutTrivia(), IdentifierName("clone")))
            .WithTriviaFrom(subject);
}

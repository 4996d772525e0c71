using System;
using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;
using ScoreGen.Analyzers;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ScoreGen.CodeFixes;

/// <summary>SCORE301: computes a new tensor instead of changing the block's input.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OutOfPlaceCodeFix))]
[Shared]
public sealed class OutOfPlaceCodeFix : CodeFixProvider
{
    private const string Title = "Use the out-of-place form";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("SCORE301");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Edits.FixAll(Mend);

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Edits.OfferAsync(context, Title, Mend);

    private static Action<SyntaxEditor>? Mend(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        diagnostic.Properties.TryGetValue(InPlaceProperties.Form, out var form);
        return form switch
        {
            "Element" => CopyFirst(node as ElementAccessExpressionSyntax, model, cancellation),
            "Module" or "Argument" => SwitchOff(root, node, diagnostic, model, cancellation),
            _ => node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call ? Rename(call, model, cancellation) : null,
        };
    }

    /// <summary><c>h[0] = x;</c> becomes <c>h = h.clone(); h[0] = x;</c></summary>
    private static Action<SyntaxEditor>? CopyFirst(ElementAccessExpressionSyntax? element, SemanticModel model, CancellationToken cancellation)
    {
        if (element?.Expression is not IdentifierNameSyntax name
            || !IsAssignable(name, model, cancellation)
            || element.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { Parent: BlockSyntax } statement)
        {
            return null;
        }

        var copy = ExpressionStatement(Assign(name, Clone(name.WithoutTrivia())))
            .WithLeadingTrivia(statement.GetLeadingTrivia())
            .WithTrailingTrivia(EndOfLine("\n"));
        return editor => editor.InsertBefore(statement, copy);
    }

    /// <summary><c>inplace: true</c> becomes <c>inplace: false</c>, at the call or where the module is made.</summary>
    private static Action<SyntaxEditor>? SwitchOff(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        if (!diagnostic.Properties.TryGetValue(InPlaceProperties.Switch, out var start)
            || root.FindNode(new TextSpan(int.Parse(start, CultureInfo.InvariantCulture), 1), getInnermostNodeForTie: true) is not LiteralExpressionSyntax literal)
        {
            return null;
        }

        var off = LiteralExpression(SyntaxKind.FalseLiteralExpression);
        var call = node.FirstAncestorOrSelf<InvocationExpressionSyntax>();
        if (call is not { Parent: ExpressionStatementSyntax })
        {
            return editor => editor.ReplaceNode(literal, off.WithTriviaFrom(literal));
        }

        return call.ArgumentList.Arguments.FirstOrDefault()?.Expression is IdentifierNameSyntax name && IsAssignable(name, model, cancellation)
            ? editor =>
            {
                editor.ReplaceNode(literal, off.WithTriviaFrom(literal));
                editor.ReplaceNode(call, (current, _) => Assign(name, (ExpressionSyntax)current));
            }
        : null;
    }

    /// <summary><c>h.add_(x)</c> becomes <c>h.add(x)</c>, or, where there is no such form, <c>h.clone().fill_(x)</c>; as a statement it is assigned to h.</summary>
    private static Action<SyntaxEditor>? Rename(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method)
        {
            return null;
        }

        var subject = method.IsStatic && !method.IsExtensionMethod ? call.ArgumentList.Arguments.FirstOrDefault()?.Expression : (call.Expression as MemberAccessExpressionSyntax)?.Expression;
        if (subject is null)
        {
            return null;
        }

        var isStatement = call.Parent is ExpressionStatementSyntax;
        if (isStatement && !(subject is IdentifierNameSyntax assigned && IsAssignable(assigned, model, cancellation)))
        {
            return null;
        }

        return editor =>
        {
            if (HasOutOfPlace(method))
            {
                var name = call.Expression is MemberAccessExpressionSyntax access ? access.Name : (SimpleNameSyntax)call.Expression;
                editor.ReplaceNode(name, IdentifierName(name.Identifier.ValueText.TrimEnd('_')).WithTriviaFrom(name));
            }
            else
            {
                editor.ReplaceNode(subject, (current, _) => Clone((ExpressionSyntax)current));
            }

            if (isStatement)
            {
                editor.ReplaceNode(call, (current, _) => Assign((IdentifierNameSyntax)subject, (ExpressionSyntax)current));
            }
        };
    }

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

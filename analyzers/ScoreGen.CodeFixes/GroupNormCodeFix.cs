using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScoreGen.Generator.Model;
using ScoreGen.Generator.Parsing;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ScoreGen.CodeFixes;

/// <summary>SCORE207: hands each new GroupNorm to a method that sets its weight to 1 and its bias to 0, wherever it is created.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GroupNormCodeFix))]
[Shared]
public sealed class GroupNormCodeFix : ScoreCodeFixProvider
{
    private const string Wanted = "Initialized";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("SCORE207");

    private protected override IEnumerable<Remedy> Remedies(Diagnostic diagnostic) => [new Remedy("Set its weight to 1 and its bias to 0", InitialiseAsync)];

    private static async Task<bool> InitialiseAsync(ChangedFiles files, Diagnostic diagnostic)
    {
        if (await files.Find<InvocationExpressionSyntax>(diagnostic.Location).ConfigureAwait(false) is not var (file, creation)
            || creation.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type
            || file.SemanticModel.GetDeclaredSymbol(type, files.Cancellation) is not INamedTypeSymbol symbol
            || file.SemanticModel.GetTypeInfo(creation, files.Cancellation).Type is not { } norm
            || file.SemanticModel.Compilation.GetTypeByMetadataName("TorchSharp.torch+nn+init") is not { } init
            || await files.Declaration(symbol).ConfigureAwait(false) is not var (home, part))
        {
            return false;
        }

        var present = symbol.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(Initialises);
        var name = present?.Name ?? FreeNames.Find(Wanted, symbol.MemberNames);
        file.ReplaceNode(creation, (current, _) => Handed(name, (ExpressionSyntax)current));
        if (present is null)
        {
            // Bias is declared as one that may be missing.
            var (groupNorm, functions) = (TypeNames.Of(norm, file.SemanticModel.Compilation), TypeNames.Of(init, file.SemanticModel.Compilation));
            var isCertain = file.SemanticModel.GetNullableContext(creation.SpanStart).WarningsEnabled() ? "!" : "";
            var method = NewMember.Of(
                part,
                $"private static {groupNorm} {name}({groupNorm} norm)",
                "{",
                $"    {functions}.ones_(norm.weight);",
                $"    {functions}.zeros_(norm.bias{isCertain});",
                "    return norm;",
                "}");
            home.ReplaceNode(part, (current, _) => With((TypeDeclarationSyntax)current, name, method));
        }

        return true;
    }

    /// <summary>What an earlier fix has added.</summary>
    private static bool Initialises(IMethodSymbol method)
        => method is { IsStatic: true, Parameters.Length: 1 }
            && method.Name.TrimEnd('_') == Wanted
            && method.ReturnType.Name == "GroupNorm"
            && SymbolEqualityComparer.Default.Equals(method.ReturnType, method.Parameters[0].Type);

    private static ExpressionSyntax Handed(string method, ExpressionSyntax creation)
        => InvocationExpression(IdentifierName(method), ArgumentList(SingletonSeparatedList(Argument(creation.WithoutTrivia())))).WithTriviaFrom(creation);

    /// <summary>Once, for however many that the class creates.</summary>
    private static TypeDeclarationSyntax With(TypeDeclarationSyntax type, string name, MemberDeclarationSyntax method)
        => type.Members.OfType<MethodDeclarationSyntax>().Any(present => present.Identifier.ValueText == name) ? type : type.AddMembers(method);
}

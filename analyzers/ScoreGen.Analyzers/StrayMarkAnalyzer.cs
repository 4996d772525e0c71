using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Model;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Analyzers;

/// <summary>SCORE109: a mark inside a class that has no annotation, so that nothing is written into it. Marks in other classes are judged with their class.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StrayMarkAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.NoEffect);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.Attribute);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var mark = (AttributeSyntax)context.Node;
        if (!Name(mark).StartsWith("Score", StringComparison.Ordinal)
            || mark.Parent?.Parent is not MemberDeclarationSyntax and not ParameterSyntax
            || mark.Parent.Parent is BaseTypeDeclarationSyntax
            || context.SemanticModel.GetTypeInfo(mark, context.CancellationToken).Type is not { } attribute
            || !ScoreGenTypes.Has(attribute)
            || mark.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration
            || context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is not INamedTypeSymbol type
            || DepthParser.FindAttribute(type) is not null
            || IsOfAModule(mark, attribute, type))
        {
            return;
        }

        var isSeen = mark.FirstAncestorOrSelf<MemberDeclarationSyntax>()!.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword);
        if (isSeen && IsForThoseThatDerive(attribute) && (type.IsAbstract || IsBaseOfAnAnnotated(type, context.Compilation)))
        {
            return;
        }

        var reason = IsOfForward(mark, type)
            ? $"only a method that is a block has its parameters filled in; put the mark on a parameter of a method of the annotated class, and call '{type.Name}' with it there"
            : $"'{type.Name}' has no [ScoreDepth]{(type.IsAbstract && !isSeen ? ", and a class that derives from it does not see a private member" : "")}; put [ScoreDepth] on the class that the mark is in, or take the mark off";
        context.ReportDiagnostic(new Finding(Descriptors.NoEffect, mark.GetLocation(), $"[{mark}]", reason).ToDiagnostic(HelpPages.Of(context.Options.AnalyzerConfigOptionsProvider)));
    }

    private static string Name(AttributeSyntax mark) => mark.Name switch
    {
        QualifiedNameSyntax name => name.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax name => name.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };

    /// <summary>The <c>forward</c> of a module that is a block elsewhere says which of its inputs have one entry a token.</summary>
    private static bool IsOfAModule(AttributeSyntax mark, ITypeSymbol attribute, INamedTypeSymbol type)
        => attribute.Name == "ScorePerTokenAttribute" && IsOfForward(mark, type);

    private static bool IsOfForward(AttributeSyntax mark, INamedTypeSymbol type)
        => mark.Parent?.Parent is ParameterSyntax && TorchTypes.IsModule(type) && mark.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Identifier.ValueText == EmittedNames.Forward;

    /// <summary>A learned step size belongs to the annotated class itself; a block may be inherited.</summary>
    private static bool IsForThoseThatDerive(ITypeSymbol attribute) => attribute.Name != "ScoreDtAttribute";

    /// <summary>Asked only of a class with a stray mark, so that nobody else pays for the walk.</summary>
    private static bool IsBaseOfAnAnnotated(INamedTypeSymbol type, Compilation compilation)
        => !type.IsSealed && All(compilation.Assembly.GlobalNamespace).Any(other => DerivesFrom(other, type) && DepthParser.FindAttribute(other) is not null);

    private static bool DerivesFrom(INamedTypeSymbol type, INamedTypeSymbol root)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, root))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<INamedTypeSymbol> All(INamespaceOrTypeSymbol space)
        => space.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(All).Concat(space is INamedTypeSymbol type ? [type] : []);
}

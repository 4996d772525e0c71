using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Analyzers;

/// <summary>SCORE208: modules and parameters that an annotated class keeps to itself and never reads, such as the embedding and the head of a whole network.</summary>
internal sealed class IdleWeightsRule() : BlockRule(Descriptors.IdleWeights)
{
    public override void Judge(BlockFlow flow, Action<Finding> report)
    {
        var block = flow.Block;
        foreach (var member in Kept(block).Where(member => !block.Code.Mentions(block.Type, member.Name).Any(IsRead)))
        {
            report(new Finding(Descriptors.IdleWeights, member.Locations[0], member.Name, block.Type.Name));
        }
    }

    /// <summary>What nobody outside can read, and no attribute of ours gives a task. A ModuleList, or a Sequential that is given what is named elsewhere, may be there to register it.</summary>
    private static IEnumerable<ISymbol> Kept(BlockContext block)
        => block.Type.GetMembers().Where(member =>
            IsStored(member)
            && member is { IsStatic: false, DeclaredAccessibility: Accessibility.Private }
            && Registration.TypeOf(member) is { } type && (TorchNames.IsModule(type) || TorchNames.IsParameter(type)) && !type.Name.EndsWith("List", StringComparison.Ordinal) && !type.Name.EndsWith("Dict", StringComparison.Ordinal)
            && !(TorchNames.IsNamed(type, "Sequential") && RegistersOthers(block, member))
            && !member.GetAttributes().Any(attribute => attribute.AttributeClass is { } mark && ScoreGenTypes.Has(mark))
            && !block.Parse.Members.Any(own => SymbolEqualityComparer.Default.Equals(own.Symbol, member)));

    private static bool RegistersOthers(BlockContext block, ISymbol member)
        => block.Creations.All(member).SelectMany(made => made.DescendantsAndSelf()).Any(part => part is IFieldReferenceOperation or IPropertyReferenceOperation or ILocalReferenceOperation && part.Type is { } type && Weights.Held(type) is not null)
            || block.Code.Mentions(block.Type, member.Name).Select(Creations.Whole).SelectMany(ModuleGroups.AddedAt).Any(added => block.Code.Symbol(added.Value) is ILocalSymbol or IFieldSymbol or IPropertySymbol);

    /// <summary>A field, or a property that has one behind it.</summary>
    private static bool IsStored(ISymbol member)
        => member is IFieldSymbol { IsImplicitlyDeclared: false }
        || (member is IPropertySymbol && member.ContainingType.GetMembers().Any(other => other is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, member)));

    /// <summary>Whether more is done with a member than to set it, or in a constructor to register it, to set it up or to say its name.</summary>
    private static bool IsRead(SyntaxNode mention)
    {
        SyntaxNode value = mention.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } own ? own : mention;
        return !IsTarget(value) && !(IsInConstructor(value) && (value.Parent is MemberAccessExpressionSyntax || IsRegistered(value)));
    }

    private static bool IsTarget(SyntaxNode value) => value.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == value && IsSet(assignment),
        ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } tuple } => assignment.Left == tuple && IsSet(assignment),
        _ => false,
    };

    /// <summary>Whether a value is set and nothing else: <c>??=</c> reads it first, and of <c>=&gt; late = Linear(8, 8)</c> somebody has the result.</summary>
    private static bool IsSet(AssignmentExpressionSyntax assignment)
        => assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
        && assignment.Parent is ExpressionStatementSyntax or ArrowExpressionClauseSyntax { Parent: ConstructorDeclarationSyntax or AccessorDeclarationSyntax { RawKind: not (int)SyntaxKind.GetAccessorDeclaration } };

    /// <summary>Code that runs once; a lambda may run in each pass.</summary>
    private static bool IsInConstructor(SyntaxNode value)
        => value.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is not null && value.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is null;

    private static bool IsRegistered(SyntaxNode value)
        => value.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: SimpleNameSyntax { Identifier.ValueText: "nameof" or "register_module" or "register_parameter" } } };
}

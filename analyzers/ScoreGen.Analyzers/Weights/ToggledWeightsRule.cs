using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE204: weights that are chosen by a state that the block itself changes.</summary>
internal sealed class ToggledWeightsRule() : BlockRule(Descriptors.ToggledWeights)
{
    public override void Judge(BlockFlow flow, Action<Finding> report)
    {
        var calls = flow.All<ModuleCall>()
            .Where(call => call.Module is { Holder: not null, Index: null } && flow.Block.Weights.Has(call.Module.Type, call.Module.Creation) is not false)
            .SelectMany(call => call.Choices.Select(choice => new Reached(call, choice)))
            .GroupBy(reached => reached.Choice.Branching);
        foreach (var branching in calls)
        {
            var field = branching.SelectMany(reached => reached.Choice.Decider.Fields).FirstOrDefault(decider => Decides(flow, decider, branching.Key));
            if (field is not null && branching.GroupBy(reached => reached.Call.Module).Any(same => IsChoice(same.Select(reached => reached.Choice.Branch), branching.Key)))
            {
                report(new Finding(Descriptors.ToggledWeights, Place(branching.Key), field.Name));
            }
        }
    }

    /// <summary>A call behind a choice.</summary>
    private sealed record Reached(ModuleCall Call, Choice Choice);

    private static bool IsChoice(IEnumerable<int> branches, SyntaxNode branching)
        => branching is InvocationExpressionSyntax || branches.Distinct().Count() == 1;

    /// <summary>A field that is switched where its choice is taken, for the first time only, is an initialisation and no toggle.</summary>
    private static bool Decides(BlockFlow flow, ISymbol field, SyntaxNode branching)
        => branching is not (ForStatementSyntax or ForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax)
            && flow.All<Store>().Any(store =>
                SymbolEqualityComparer.Default.Equals(store.Holder, field)
                && !IsSetAnew(flow, store)
                && (IsSwitch(field) || store.Stored.Modules.Any(module => module.Holder is not null))
                && (branching is InvocationExpressionSyntax || !branching.Contains(store.Operation.Syntax) || IsInCondition(branching, store.Operation.Syntax)));

    /// <summary>Whether every evaluation sets a field before it reads it, to something that has nothing to do with what it was.</summary>
    private static bool IsSetAnew(BlockFlow flow, Store store) => Scratch.Is(flow, store) && !store.Stored.Fields.Contains(store.Holder);

    private static bool IsSwitch(ISymbol field)
        => ((field as IFieldSymbol)?.Type ?? (field as IPropertySymbol)?.Type ?? (field as IParameterSymbol)?.Type) is { IsValueType: true } or { SpecialType: SpecialType.System_String };

    private static bool IsInCondition(SyntaxNode branching, SyntaxNode store) => Condition(branching)?.Contains(store) == true;

    private static Location Place(SyntaxNode branching)
        => branching is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax picked }
            ? picked.Expression.GetLocation()
            : (Condition(branching) ?? branching).GetLocation();

    private static SyntaxNode? Condition(SyntaxNode branching) => branching switch
    {
        IfStatementSyntax chosen => chosen.Condition,
        ConditionalExpressionSyntax chosen => chosen.Condition,
        SwitchStatementSyntax chosen => chosen.Expression,
        SwitchExpressionSyntax chosen => chosen.GoverningExpression,
        _ => null,
    };
}

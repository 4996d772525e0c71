using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE307: a module call that does not depend on the state.</summary>
internal sealed class IndependentCallRule() : BlockRule(Descriptors.IndependentCall)
{
    public override void Judge(BlockFlow flow, Action<Finding> report)
    {
        foreach (var call in flow.All<ModuleCall>().Where(call => IsIndependent(flow, call)))
        {
            report(new Finding(Descriptors.IndependentCall, call.At, call.Module.Name, flow.Block.Count));
        }
    }

    private static bool IsIndependent(BlockFlow flow, ModuleCall call)
        => !call.Input.Varies
            && flow.Block.Evaluations > 1
            && call.Module.Holder is { } holder
            && SymbolEqualityComparer.Default.Equals(holder.ContainingType.OriginalDefinition, flow.Block.Type.OriginalDefinition)
            && !TorchNames.IsDropout((call.Module.Creation?.Unwrap().Type ?? call.Module.Type).Name)
            && !flow.All<Store>().Any(store => store.Operation.Syntax.Span.Contains(call.Operation.Syntax.Span));
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace ScoreGen.Analyzers.Flow;

/// <summary>Code that can be run in place of a call: its parameters, its flow graph, and what depends on which of its branches.</summary>
internal sealed class Callable(IMethodSymbol method, ControlFlowGraph graph)
{
    private ControlDependence? dependence;

    public IMethodSymbol Method { get; } = method;

    public ControlFlowGraph Graph { get; } = graph;

    public ControlDependence Dependence => dependence ??= new ControlDependence(Graph);
}

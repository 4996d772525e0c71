using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace ScoreGen.Analyzers.Flow;

/// <summary>Code that can be run in place of a call: its flow graph, and what depends on which of its branches.</summary>
internal sealed class Callable(IMethodSymbol method, ImmutableArray<IParameterSymbol> parameters, IParameterSymbol? receiver, ControlFlowGraph graph)
{
    private ControlDependence? dependence;

    public IMethodSymbol Method { get; } = method;

    /// <summary>What the code calls the arguments.</summary>
    public ImmutableArray<IParameterSymbol> Parameters { get; } = parameters;

    /// <summary>What a member of an extension block calls the object that it is called on.</summary>
    public IParameterSymbol? Receiver { get; } = receiver;

    public ControlFlowGraph Graph { get; } = graph;

    public ControlDependence Dependence => dependence ??= new ControlDependence(Graph);
}

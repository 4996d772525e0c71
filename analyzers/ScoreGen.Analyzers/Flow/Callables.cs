using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScoreGen.Analyzers.Flow;

/// <summary>The methods, accessors, local functions and lambdas whose source is at hand.</summary>
internal sealed class Callables(SourceCode code)
{
    private readonly Dictionary<IMethodSymbol, Callable?> known = new(SymbolEqualityComparer.Default);

    /// <summary>What a call of a method runs; null where its body is not at hand.</summary>
    public Callable? Of(IMethodSymbol method)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        if (!known.TryGetValue(method, out var callable))
        {
            known[method] = callable = Find(method);
        }

        return callable;
    }

    /// <summary>What a call of a lambda runs.</summary>
    public Callable Of(IFlowAnonymousFunctionOperation lambda, ControlFlowGraph around)
    {
        if (!known.TryGetValue(lambda.Symbol, out var callable) || callable is null)
        {
            known[lambda.Symbol] = callable = new Callable(lambda.Symbol, lambda.Symbol.Parameters, null, around.GetAnonymousFunctionControlFlowGraph(lambda, code.Cancellation));
        }

        return callable;
    }

    private Callable? Find(IMethodSymbol method)
    {
        var written = code.Written(method);
        if (Graph(written) is not { } graph)
        {
            return null;
        }

        // X.Clean(h) for h.Clean()
        var receiver = code.Receiver(written);
        return receiver is not null && method.IsStatic && !written.IsStatic
            ? new Callable(written, written.Parameters.Insert(0, receiver), null, graph)
            : new Callable(written, written.Parameters, receiver, graph);
    }

    private ControlFlowGraph? Graph(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.LocalFunction)
        {
            return method.ContainingSymbol is IMethodSymbol around && Of(around) is { Graph: { } outer } && outer.LocalFunctions.Contains(method)
                ? outer.GetLocalFunctionControlFlowGraph(method, code.Cancellation)
                : null;
        }

        return code.Body(method) switch
        {
            IMethodBodyOperation body => ControlFlowGraph.Create(body, code.Cancellation),
            IConstructorBodyOperation body => ControlFlowGraph.Create(body, code.Cancellation),
            IBlockOperation { Parent: null } body => ControlFlowGraph.Create(body, code.Cancellation),
            _ => null,
        };
    }
}

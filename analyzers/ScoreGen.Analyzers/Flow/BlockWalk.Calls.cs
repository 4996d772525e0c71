using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScoreGen.Analyzers.Flow;

internal sealed partial class BlockWalk
{
    private Value VisitInvocation(IInvocationOperation invocation)
    {
        var result = Invoke(invocation);
        foreach (var written in invocation.Arguments.Where(argument => argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref).Select(argument => Named(argument.Value)))
        {
            if (written is not null)
            {
                variables[written] = Value.Unknown;
            }
        }

        return result;
    }

    private static ISymbol? Named(IOperation written)
        => (written is IDeclarationExpressionOperation declaration ? declaration.Expression : written).Variable();

    private Value Invoke(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        var receiver = invocation.Instance is null ? Value.Constant : Visit(invocation.Instance);
        var arguments = invocation.Arguments.Select(argument => Visit(argument.Value)).ToImmutableArray();
        if (IsModuleCall(invocation))
        {
            return CallModules(receiver, arguments, invocation);
        }

        if (method is { Name: "Dispose", Parameters.Length: 0 } && TorchNames.IsTensor(invocation.Instance?.Type))
        {
            return Dispose(receiver, invocation);
        }

        if (TorchNames.IsTorch(method))
        {
            return CallTorch(invocation, receiver, arguments);
        }

        if (method.MethodKind == MethodKind.DelegateInvoke && receiver.Callable is { } lambda)
        {
            return Call(lambda, arguments);
        }

        if (Callable(Override(method, invocation)) is { } body)
        {
            return Call(body, InOrder(invocation, arguments));
        }

        return CallUnknown(invocation, receiver, arguments);
    }

    private static bool IsModuleCall(IInvocationOperation invocation)
        => invocation is { TargetMethod.Name: "call" or "forward", Instance: { } instance }
            && instance is not IInstanceReferenceOperation
            && TorchNames.IsModule(instance.Type);

    private Value Dispose(Value receiver, IInvocationOperation invocation)
    {
        if (receiver.Is != Inputs.None)
        {
            Report(new Disposal(invocation.Place(), invocation, receiver));
        }

        return Value.Constant;
    }

    /// <summary>The annotated class's own override of a virtual helper.</summary>
    private IMethodSymbol Override(IMethodSymbol method, IInvocationOperation invocation)
    {
        if (invocation is not { IsVirtual: true, Instance: IInstanceReferenceOperation })
        {
            return method;
        }

        for (var type = block.Type; type is not null && !SymbolEqualityComparer.Default.Equals(type, method.ContainingType); type = type.BaseType)
        {
            if (type.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(member => Overrides(member, method)) is { } found)
            {
                return found;
            }
        }

        return method;
    }

    private static bool Overrides(IMethodSymbol member, IMethodSymbol method)
    {
        for (var current = member.OverriddenMethod; current is not null; current = current.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, method.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    private Callable? Callable(IMethodSymbol method)
        => method.IsAsync || method.IsAbstract || block.Code.Body(method.OriginalDefinition) is not { } body ? null
            : new Callable(method.OriginalDefinition, body is ILocalFunctionOperation { Body: { } local } ? local : body);

    private static ImmutableArray<Value> InOrder(IInvocationOperation invocation, ImmutableArray<Value> arguments)
    {
        var ordered = Enumerable.Repeat(Value.Unknown, invocation.TargetMethod.Parameters.Length).ToArray();
        for (var i = 0; i < arguments.Length; i++)
        {
            if (invocation.Arguments[i].Parameter is { } parameter && parameter.Ordinal < ordered.Length)
            {
                ordered[parameter.Ordinal] = arguments[i];
            }
        }

        return ordered.ToImmutableArray();
    }

    /// <summary>Runs code in place of a call of it.</summary>
    private Value Call(Callable callable, ImmutableArray<Value> arguments, bool reportsOutcome = false)
    {
        if (frames.Count >= DeepestCall || frames.Any(frame => SymbolEqualityComparer.Default.Equals(frame.Method, callable.Method)))
        {
            return Opaque(arguments);
        }

        foreach (var parameter in callable.Method.Parameters)
        {
            variables[parameter] = parameter.Ordinal < arguments.Length && parameter.RefKind == RefKind.None ? arguments[parameter.Ordinal] : Value.Unknown;
        }

        bodies.Add(callable.Body.Syntax);
        var outside = gradientOff;
        var frame = new Frame(callable.Method) { ReportsOutcome = reportsOutcome };
        frames.Push(frame);
        Visit(callable.Body);
        frames.Pop();
        (gradientOff, isReachable) = (outside, true);
        return callable.Method.ReturnsVoid ? Value.Constant : frame.Results.Count > 0 ? frame.Results.Aggregate(Value.Join) : Value.Unknown;
    }

    /// <summary>What comes out of code that cannot be seen.</summary>
    private static Value Opaque(IReadOnlyCollection<Value> arguments)
        => Derived(arguments) with { Varies = true, CarriesGradient = true, MayHaveSkip = true };

    private Value CallUnknown(IInvocationOperation invocation, Value receiver, ImmutableArray<Value> arguments)
    {
        var name = invocation.TargetMethod.Name;
        var source = invocation.Instance ?? invocation.Arguments.FirstOrDefault()?.Value;
        var whole = invocation.Instance is null ? arguments.FirstOrDefault() ?? Value.Constant : receiver;
        if (invocation.TargetMethod.ContainingType is { Name: "Console" or "Debug" or "Trace" } && invocation.Arguments.Any(argument => argument.DescendantsAndSelf().Any(child => TorchNames.IsTensor(child.Type))))
        {
            Report(new HostSync(invocation.Syntax.GetLocation(), invocation, "printing"));
            return Value.Constant;
        }

        if (source is not null && name is "Add" or "Push" or "Enqueue" or "Insert" or "AddLast" or "AddFirst" or "TryAdd" or "AddRange" && arguments.Length > 0)
        {
            Put(source!, arguments[arguments.Length - 1], invocation.Arguments[arguments.Length - 1].Value, isElement: true);
            return Value.Constant;
        }

        if (name is "ToArray" or "ToList" or "AsEnumerable" or "Reverse" or "Take" or "Skip" or "First" or "Last" or "Single" or "GetEnumerator" or "AsSpan")
        {
            return name is "First" or "Last" or "Single" ? Element(whole, ModuleMember.Any) : whole;
        }

        var ran = RunLambdas(name, whole, arguments);
        return name switch
        {
            "Select" or "SelectMany" or "Aggregate" when ran is not null => ran,
            "ReferenceEquals" => Derived(arguments),
            _ => Opaque(ran is null ? [receiver, .. arguments] : [receiver, .. arguments, ran]),
        };
    }

    /// <summary>Code that someone else calls gets the elements of what it is called on, or what it last returned itself.</summary>
    private Value? RunLambdas(string name, Value whole, ImmutableArray<Value> arguments)
    {
        Value? result = null;
        foreach (var callable in arguments.Select(argument => argument.Callable).Where(callable => callable is not null))
        {
            var element = Element(whole, ModuleMember.Any);
            var carried = name == "Aggregate" && arguments.Length >= 2 ? arguments[arguments.Length - 2] : element;
            for (var round = 0; round < 2; round++)
            {
                var given = callable!.Method.Parameters.Select((_, i) => name == "Aggregate" && i == 0 ? carried : element).ToImmutableArray();
                result = Call(callable, given);
                carried = Value.Join(carried, result);
            }
        }

        return result;
    }
}

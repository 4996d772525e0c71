using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScoreGen.Analyzers.Flow;

internal sealed partial class BlockWalk
{
    private Value VisitInvocation(IInvocationOperation invocation)
    {
        var result = Invoke(invocation, out var body);
        foreach (var argument in invocation.Arguments.Where(argument => argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref))
        {
            if (Named(argument.Value) is { } written)
            {
                state.Variables[written] = body is not null && state.Variables.TryGetValue(body.Parameters[argument.Parameter!.Ordinal], out var left) ? left : Value.Unknown;
            }
        }

        return result;
    }

    private ISymbol? Named(IOperation written)
        => (written is IDeclarationExpressionOperation declaration ? declaration.Expression : Uncaptured(written)).Variable();

    private Value Invoke(IInvocationOperation invocation, out Callable? body)
    {
        body = null;
        var method = invocation.TargetMethod;
        var receiver = invocation.Instance is null ? Value.Constant : Visit(invocation.Instance);
        var arguments = invocation.Arguments.Select(argument => Visit(argument.Value)).ToImmutableArray();
        if (IsModuleCall(invocation))
        {
            return CallModules(receiver, arguments, invocation);
        }

        if (method is { Name: "Dispose", Parameters.Length: 0 } && invocation.Instance is { } disposed)
        {
            return Dispose(receiver, disposed, invocation);
        }

        // A foreach asks for them; the collection stands for its enumerator.
        if (invocation.IsImplicit && method.Name is "GetEnumerator" or "MoveNext" or "GetAsyncEnumerator" or "MoveNextAsync")
        {
            return invocation.Instance is null ? arguments.FirstOrDefault() ?? receiver : receiver;
        }

        if (method.MethodKind == MethodKind.Constructor)
        {
            return CallConstructor(method, InOrder(invocation.Arguments, method.Parameters.Length, arguments));
        }

        if (TorchNames.IsTorch(method))
        {
            return CallTorch(invocation, receiver, arguments);
        }

        if (method.MethodKind == MethodKind.DelegateInvoke && receiver.Callable is { } lambda)
        {
            return lambda.Method.IsExtensionMethod && arguments.Length == lambda.Parameters.Length - 1
                ? Call(lambda, arguments.Insert(0, state.Variables.TryGetValue(lambda.Parameters[0], out var extended) ? extended : Value.Unknown))
                : Call(lambda, arguments);
        }

        body = block.Callables.Of(IsOnThis(invocation.Instance) ? Override(method) : method);
        if (body is null)
        {
            return CallUnknown(invocation, receiver, arguments);
        }

        return Call(body, InOrder(invocation.Arguments, method.Parameters.Length, arguments), receiver);
    }

    private static bool IsModuleCall(IInvocationOperation invocation)
        => invocation is { TargetMethod.Name: "call" or "forward", Instance: { } instance }
            && instance is not IInstanceReferenceOperation
            && TorchNames.IsModule(instance.Type);

    private Value Dispose(Value receiver, IOperation disposed, IInvocationOperation invocation)
    {
        if (receiver.Restores is { } mode)
        {
            state.GradientOff = mode.Off;
        }
        else if (receiver.Is != Inputs.None && TorchNames.IsTensor(Uncaptured(disposed).Type))
        {
            Report(new Disposal(invocation.IsImplicit ? Resource(invocation.Syntax) : invocation.Place(), invocation, receiver));
        }

        return Value.Constant;
    }

    /// <summary>What a using disposes.</summary>
    private static Location Resource(SyntaxNode use)
        => use is VariableDeclaratorSyntax { Initializer.Value: { } value } ? value.GetLocation() : use.GetLocation();

    /// <summary>Whether a member is looked up on the object itself, and not as <c>base.Member</c>.</summary>
    private static bool IsOnThis(IOperation? instance) => instance is IInstanceReferenceOperation { Syntax: not BaseExpressionSyntax };

    /// <summary>The annotated class's own override of a virtual method or accessor.</summary>
    private IMethodSymbol Override(IMethodSymbol method)
    {
        if (method is { IsVirtual: false, IsAbstract: false, IsOverride: false })
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

    private static ImmutableArray<Value> InOrder(ImmutableArray<IArgumentOperation> given, int count, ImmutableArray<Value> arguments)
    {
        var ordered = Enumerable.Repeat(Value.Unknown, count).ToArray();
        for (var i = 0; i < arguments.Length; i++)
        {
            if (given[i].Parameter is { } parameter && parameter.Ordinal < ordered.Length)
            {
                ordered[parameter.Ordinal] = arguments[i];
            }
        }

        return ordered.ToImmutableArray();
    }

    /// <summary>Runs a constructor, which runs those of its bases; one that is not written out runs its base's.</summary>
    private Value CallConstructor(IMethodSymbol constructor, ImmutableArray<Value> arguments)
    {
        if (block.Callables.Of(constructor) is { } body)
        {
            return Call(body, arguments);
        }

        return constructor.ContainingType.BaseType is { } parent
            && !TorchNames.IsTorch(parent)
            && parent.InstanceConstructors.FirstOrDefault(inherited => inherited.Parameters.All(parameter => parameter.IsOptional)) is { } implied
                ? CallConstructor(implied, ImmutableArray<Value>.Empty)
                : Value.Constant;
    }

    /// <summary>Runs code in place of a call of it.</summary>
    private Value Call(Callable callable, ImmutableArray<Value> arguments, Value? receiver = null, bool reportsOutcome = false)
    {
        if (frames.Count >= DeepestCall || frames.Any(frame => SymbolEqualityComparer.Default.Equals(frame.Callable.Method, callable.Method)))
        {
            return Opaque(arguments);
        }

        for (var i = 0; i < callable.Parameters.Length; i++)
        {
            var parameter = callable.Parameters[i];
            state.Variables[parameter] = i < arguments.Length && parameter.RefKind != RefKind.Out ? arguments[i] : Value.Unknown;
        }

        if (callable.Receiver is { } extended && receiver is not null)
        {
            state.Variables[extended] = receiver;
        }

        bodies.Add(callable.Graph.OriginalOperation.Syntax);
        var (before, captures, chosen, at) = (state, state.Captures, choices, position);
        var frame = new Frame(callable, choices) { ReportsOutcome = reportsOutcome };
        frames.Push(frame);
        state.Captures = [];
        var end = new Passage(this, frame, 0, callable.Graph.Blocks.Length - 1).From(state);
        frames.Pop();
        (state, choices, position, isReachable) = (end ?? before, chosen, at, end is not null);
        state.Captures = captures;
        return callable.Method.ReturnsVoid ? Value.Constant : frame.Result ?? Value.Unknown;
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

        if (name is "ToArray" or "ToList" or "AsEnumerable" or "Reverse" or "Take" or "Skip" or "First" or "Last" or "Single" or "GetEnumerator" or "AsSpan"
            or "GetAwaiter" or "GetResult" or "ConfigureAwait" or "AsTask")
        {
            return name is "First" or "Last" or "Single" ? Element(whole, ModuleMember.Any) : whole;
        }

        if (name is "GetOrAdd" or "EnsureInitialized" && source is not null)
        {
            return KeepOnce(invocation, source, whole, arguments);
        }

        var ran = RunLambdas(name, whole, arguments);
        return name switch
        {
            "<Clone>$" => receiver with { IsOwn = true },
            "Select" or "SelectMany" or "Aggregate" when ran is not null => ran,
            "ReferenceEquals" => Derived(arguments),
            _ => Opaque(ran is null ? [receiver, .. arguments] : [receiver, .. arguments, ran]),
        };
    }

    /// <summary>What a lambda makes is kept, and made again only where it is missing: as behind a test of what keeps it.</summary>
    private Value KeepOnce(IInvocationOperation invocation, IOperation keeper, Value kept, ImmutableArray<Value> arguments)
    {
        var before = choices;
        choices = [.. choices, new Choice(invocation.Syntax, 0, Derived([kept]))];
        var made = RunLambdas(invocation.TargetMethod.Name, kept, arguments) ?? Opaque(arguments);
        Put(keeper, made, invocation, isElement: invocation.Instance is not null);
        choices = before;
        return invocation.Instance is null ? Visit(keeper) : Value.Join(Element(kept, ModuleMember.Any), made);
    }

    /// <summary>Code that someone else calls gets the elements of what it is called on, or what it last returned itself.</summary>
    private Value? RunLambdas(string name, Value whole, ImmutableArray<Value> arguments)
    {
        Value? result = null;
        foreach (var callable in arguments.Select(argument => argument.Callable).Where(callable => callable is not null))
        {
            var element = Element(whole, ModuleMember.Any);
            var carried = name == "Aggregate" && arguments.Length >= 2 ? arguments[arguments.Length - 2] : element;
            for (var isNew = true; isNew && !IsExhausted;)
            {
                var (before, last) = (state.Copy(), carried);
                var given = callable!.Parameters.Select((_, i) => name == "Aggregate" && i == 0 ? carried : element).ToImmutableArray();
                result = Call(callable, given);
                carried = Value.Join(carried, result);
                isNew = before.Join(state) | !ReferenceEquals(last, carried);
                (state, isReachable) = (before, true);
            }
        }

        return result;
    }
}

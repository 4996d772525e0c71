using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScoreGen.Analyzers.Flow;

internal sealed partial class BlockWalk
{
    private Value Visit(IOperation? operation)
    {
        if (operation is null)
        {
            return Value.Constant;
        }

        block.Code.Cancellation.ThrowIfCancellationRequested();
        if (++visits > MostVisits || depth >= DeepestExpression)
        {
            IsComplete = false;
            return Value.Unknown;
        }

        depth++;
        var value = operation.ConstantValue is { HasValue: true, Value: not null } ? Value.Constant : Expression(operation);
        depth--;
        return value;
    }

    private Value Expression(IOperation operation)
    {
        switch (operation)
        {
            case IExpressionStatementOperation statement:
                return Visit(statement.Operation);
            case IReturnOperation yielded:
                return Yield(yielded);
            case IFlowCaptureOperation capture:
                return Capture(capture);
            case IFlowCaptureReferenceOperation reference:
                return state.Captures.TryGetValue(reference.Id, out var captured) ? captured : Value.Unknown;
            case ILiteralOperation or IDefaultValueOperation:
                return Value.Null;
            case IInstanceReferenceOperation or INameOfOperation or ITypeOfOperation or ISizeOfOperation:
                return Value.Constant;
            case ILocalReferenceOperation reference:
                return CountsSteps(reference.Local) ? Varying with { LoopsOverSteps = true }
                    : state.Variables.TryGetValue(reference.Local, out var local) ? local
                    : Value.Unknown;
            case IParameterReferenceOperation reference:
                return state.Variables.TryGetValue(reference.Parameter, out var parameter) ? parameter
                    : reference.Member() is { } member ? Read(member, reference.Type)
                    : Value.Unknown;
            case IFieldReferenceOperation reference:
                return VisitField(reference);
            case IPropertyReferenceOperation reference:
                return VisitProperty(reference);
            case IParenthesizedOperation parenthesized:
                return Visit(parenthesized.Operand);
            case IConversionOperation conversion:
                return VisitConversion(conversion);
            case ISimpleAssignmentOperation assignment:
                return Assign(assignment.Target, Visit(assignment.Value), assignment.Value);
            case ICompoundAssignmentOperation compound:
                return VisitCompound(compound);
            case IDeconstructionAssignmentOperation deconstruction:
                return Assign(deconstruction.Target, Visit(deconstruction.Value), deconstruction.Value);
            case IIncrementOrDecrementOperation increment:
                return VisitIncrement(increment);
            case IUnaryOperation { OperatorMethod: { } method } unary when block.Callables.Of(method) is { } body:
                return Call(body, ImmutableArray.Create(Visit(unary.Operand)));
            case IBinaryOperation binary:
                return VisitBinary(binary);
            case IInvocationOperation invocation:
                return VisitInvocation(invocation);
            case IObjectCreationOperation creation:
                return VisitObjectCreation(creation);
            case IAnonymousObjectCreationOperation creation:
                return Container(creation.Initializers.Select(member => Visit(((ISimpleAssignmentOperation)member).Value)).ToList());
            case ITupleOperation tuple:
                return VisitTuple(tuple);
            case IArrayCreationOperation { Initializer: { } listed }:
                return Container(listed.ElementValues.Select(Visit).ToList());
            case { Syntax: CollectionExpressionSyntax }:
                return Container(operation.ChildOperations.Select(Visit).ToList());
            case { Syntax: SpreadElementSyntax } when operation.ChildOperations.Count == 1:
                return Visit(operation.ChildOperations.First());
            case IArrayElementReferenceOperation element:
                return VisitElement(element, element.ArrayReference, element.Indices);
            case IDelegateCreationOperation created:
                return Visit(created.Target);
            case IFlowAnonymousFunctionOperation lambda:
                return Value.Constant with { Callable = block.Callables.Of(lambda, frames.Peek().Callable.Graph) };
            case IMethodReferenceOperation method:
                return Reference(method);
            case IDeclarationExpressionOperation declaration:
                return Visit(declaration.Expression);
            case IAwaitOperation awaited:
                return Visit(awaited.Operation);
            case IIsPatternOperation test:
                return Match(test.Pattern, Visit(test.Value));
            default:
                return Derived(operation.ChildOperations.Select(Visit).ToList());
        }
    }

    /// <summary>A method as a delegate; an extension takes what it is called on along, which for the older ones only the source tells.</summary>
    private Value Reference(IMethodReferenceOperation method)
    {
        var written = method is { Method.IsExtensionMethod: true, Instance: null, Syntax: MemberAccessExpressionSyntax access } ? block.Code.Operation(access.Expression) : null;
        var receiver = Visit(method.Instance ?? written);
        var callable = block.Callables.Of(IsOnThis(method.Instance) ? Override(method.Method) : method.Method);
        if ((callable?.Receiver ?? (written is null ? null : callable?.Parameters[0])) is { } extended)
        {
            state.Variables[extended] = receiver;
        }

        return Value.Constant with { Callable = callable };
    }

    private static Value Varying { get; } = Value.Constant with { Varies = true };

    /// <summary>A value of unnamed kind that is computed from others.</summary>
    private static Value Derived(IReadOnlyCollection<Value> values) => new()
    {
        FromState = values.Any(value => value.FromState),
        Varies = values.Any(value => value.Varies),
        CarriesGradient = values.Any(value => value.CarriesGradient),
        Cut = values.Select(value => value.Cut).FirstOrDefault(cut => cut is not null),
        MayHaveSkip = values.Any(value => value.MayHaveSkip),
        HasMore = true,
        Path = values.Aggregate(ImmutableHashSet<ModuleMember>.Empty, (path, value) => path.Union(value.Path)),
        Fields = values.Aggregate(Value.NoFields, (fields, value) => fields.Union(value.Fields)),
        CountsSteps = values.Any(value => value.CountsSteps),
    };

    private Value VisitField(IFieldReferenceOperation reference)
    {
        var instance = Visit(reference.Instance);
        if (!instance.Items.IsEmpty && reference.Field.ContainingType.IsTupleType)
        {
            var index = reference.Field.ContainingType.TupleElements.IndexOf(reference.Field);
            return index >= 0 && index < instance.Items.Length ? instance.Items[index] : Derived(instance.Items);
        }

        if (reference.Field.ContainingType.IsTupleType)
        {
            return instance;
        }

        return TorchNames.IsTorch(reference.Field) ? Value.Constant : Part(reference.Instance, instance, Read(reference.Field.AssociatedSymbol ?? reference.Field, reference.Type));
    }

    private Value VisitProperty(IPropertyReferenceOperation reference)
    {
        if (reference is { IsImplicit: true, Property.Name: "Current" })
        {
            return Element(Visit(reference.Instance), ModuleMember.Any);
        }

        if (reference.Property.GetMethod is { } getter && block.Callables.Of(IsOnThis(reference.Instance) ? Override(getter) : getter) is { } body)
        {
            var given = InOrder(reference.Arguments, reference.Property.Parameters.Length, reference.Arguments.Select(argument => Visit(argument.Value)).ToImmutableArray());
            return Call(body, given, Visit(reference.Instance));
        }

        if (reference.Property.IsIndexer)
        {
            return VisitElement(reference, reference.Instance, reference.Arguments.SelectMany(Spread).ToImmutableArray());
        }

        var instance = Visit(reference.Instance);
        if (reference.Property is { Name: "Result", ContainingType.Name: "Task" or "ValueTask" })
        {
            return instance;
        }

        if (TorchNames.IsTensor(reference.Instance?.Type))
        {
            return reference.Property.Name switch
            {
                "T" or "mT" or "H" or "mH" or "real" or "imag" => View(instance, "transpose", reference),
                "grad" => Value.Unknown,
                "bytes" => CutAt(instance, reference),
                _ => Value.Constant,
            };
        }

        if (TorchNames.IsTorch(reference.Property))
        {
            return TorchNames.IsModule(reference.Instance?.Type) || reference.Instance is null ? Value.Constant : instance;
        }

        return Part(reference.Instance, instance, Read(reference.Property, reference.Type));
    }

    /// <summary>What an object holds that is not the annotated one may be computed from whatever the object was.</summary>
    private static Value Part(IOperation? holder, Value whole, Value part)
        => holder is null or IInstanceReferenceOperation ? part
            : part with
            {
                FromState = part.FromState || whole.FromState,
                Varies = part.Varies || whole.Varies,
                CarriesGradient = part.CarriesGradient || whole.CarriesGradient,
                Cut = part.Cut ?? whole.Cut,
                MayHaveSkip = part.MayHaveSkip || whole.MayHaveSkip,
                StateShare = whole.FromState ? null : part.StateShare,
                Path = part.Path.Union(whole.Path),
                Fields = part.Fields.Union(whole.Fields),
                CountsSteps = part.CountsSteps || whole.CountsSteps,
            };

    /// <summary>What a field, property or captured constructor parameter holds.</summary>
    private Value Read(ISymbol member, ITypeSymbol? type)
    {
        var declared = new Value { HasMore = true, Fields = Value.NoFields.Add(member) };
        if (type is not null && (TorchNames.IsModule(type) || Weights.Held(type) is not null))
        {
            declared = declared with { Modules = ImmutableArray.Create(new ModuleMember(member, null, block.Creations.Of(member), type)) };
        }

        return stored.TryGetValue(member, out var kept) ? Value.Join(declared, kept) with { StateShare = kept.StateShare } : declared;
    }

    private Value VisitConversion(IConversionOperation conversion)
    {
        var value = Visit(conversion.Operand);
        if (conversion.OperatorMethod is not { } method)
        {
            return value;
        }

        if (block.Callables.Of(method) is { } body)
        {
            return Call(body, ImmutableArray.Create(value));
        }

        if (TorchNames.IsTensor(conversion.Operand.Type) && !TorchNames.IsTensor(conversion.Type))
        {
            return TorchNames.IsTorch(conversion.Type) ? value : Synchronize(value, conversion, $"({conversion.Type?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)})");
        }

        return TorchNames.IsTensor(method.ReturnType) ? Derived([value]) with { IsMade = true } : value;
    }

    private Value VisitIncrement(IIncrementOrDecrementOperation increment)
    {
        var target = Visit(increment.Target);
        if (increment.OperatorMethod is { } method && block.Callables.Of(method) is { } body)
        {
            return body.Method.ReturnsVoid ? Call(body, ImmutableArray<Value>.Empty, target) : Assign(increment.Target, Call(body, ImmutableArray.Create(target)), increment);
        }

        return Assign(increment.Target, Derived([target, Varying]), increment);
    }

    private Value VisitCompound(ICompoundAssignmentOperation compound)
    {
        var target = Visit(compound.Target);
        var value = Visit(compound.Value);
        if (compound.OperatorMethod is { } method && block.Callables.Of(method) is { } body)
        {
            return body.Method.ReturnsVoid ? Call(body, ImmutableArray.Create(value), target) : Assign(compound.Target, Call(body, ImmutableArray.Create(target, value)), compound);
        }

        var isTensor = TorchNames.IsTensor(compound.Target.Type);
        var result = isTensor ? Arithmetic(compound.OperatorKind, compound, (target, compound.Target), (value, compound.Value)) : Derived([target, value]);
        return Assign(compound.Target, result, compound);
    }

    /// <summary>Names what a pattern takes out of a value; the result is what decides.</summary>
    private Value Match(IPatternOperation pattern, Value value)
    {
        var symbol = pattern switch
        {
            IDeclarationPatternOperation declared => declared.DeclaredSymbol,
            IRecursivePatternOperation declared => declared.DeclaredSymbol,
            IListPatternOperation declared => declared.DeclaredSymbol,
            _ => null,
        };
        if (symbol is not null)
        {
            state.Variables[symbol] = value;
        }

        switch (pattern)
        {
            case IRecursivePatternOperation parts:
                for (var i = 0; i < parts.DeconstructionSubpatterns.Length; i++)
                {
                    Match(parts.DeconstructionSubpatterns[i], i < value.Items.Length ? value.Items[i] : value);
                }

                foreach (var part in parts.PropertySubpatterns)
                {
                    Match(part.Pattern, Visit(part.Member));
                }

                break;
            case IListPatternOperation list:
                foreach (var part in list.Patterns)
                {
                    Match(part, part is ISlicePatternOperation ? value : Element(value, ModuleMember.Any));
                }

                break;
            case ISlicePatternOperation { Pattern: { } rest }:
                Match(rest, value);
                break;
            case IBinaryPatternOperation either:
                Match(either.LeftPattern, value);
                Match(either.RightPattern, value);
                break;
            case INegatedPatternOperation negated:
                Match(negated.Pattern, value);
                break;
        }

        return Derived([value]);
    }

    private Value VisitTuple(ITupleOperation tuple)
    {
        var items = tuple.Elements.Select(Visit).ToImmutableArray();
        return Derived(items) with { Items = items };
    }

    private Value VisitObjectCreation(IObjectCreationOperation creation)
    {
        var arguments = creation.Arguments.Select(argument => Visit(argument.Value)).ToList();
        if (TorchNames.IsModule(creation.Type) || TorchNames.IsParameter(creation.Type))
        {
            return Construct(creation);
        }

        return Container(arguments) with { IsOwn = true };
    }

    /// <summary>A collection or object stands for what is in it.</summary>
    private static Value Container(IReadOnlyCollection<Value> contents)
        => contents.Aggregate(Value.Null, Value.Join) is var joined && ReferenceEquals(joined, Value.Null)
            ? new Value { HasMore = true }
            : joined with { Callable = null, Items = ImmutableArray<Value>.Empty };

    /// <summary>An element of a tensor, an array, a list or a collection of modules.</summary>
    private Value VisitElement(IOperation access, IOperation? collection, ImmutableArray<IOperation> indices)
    {
        var whole = Visit(collection);
        var keys = indices.Select(Visit).ToList();
        var index = Derived(keys) with { LoopsOverSteps = keys.Count == 1 && keys[0].LoopsOverSteps };
        if (TorchNames.IsTensor(collection?.Type))
        {
            // A tensor as index gathers copies; numbers and ranges give a view.
            return indices.Any(one => one is IConversionOperation { Operand: { } given } ? TorchNames.IsTensor(given.Type) : TorchNames.IsTensor(one.Type))
                ? Tensor("index_select", [whole, index])
                : View(whole, "slice", access);
        }

        foreach (var module in whole.Modules)
        {
            Report(new Selection(access.Syntax.GetLocation(), access, module, index));
        }

        var number = indices.Length == 1 ? indices[0].ConstantNumber() : null;
        var element = Element(whole, number is { } n ? (int)n : ModuleMember.Any);
        return element with { Varies = element.Varies || index.Varies, Fields = element.Fields.Union(index.Fields) };
    }

    private static IEnumerable<IOperation> Spread(IArgumentOperation argument)
        => argument is { ArgumentKind: ArgumentKind.ParamArray, Value: IArrayCreationOperation { Initializer: { } listed } } ? listed.ElementValues : ImmutableArray.Create(argument.Value);

    private Value Element(Value collection, int index)
        => collection.Modules.IsEmpty
            ? collection
            : collection with { Modules = collection.Modules.Select(module => ModuleGroups.IsGroup(module.Type) ? ElementOf(module, index) : module).Distinct().ToImmutableArray() };

    private ModuleMember ElementOf(ModuleMember collection, int index)
    {
        var type = Weights.Held(collection.Type) ?? (collection.Type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault() ?? collection.Type;
        var elements = collection.Holder is { } holder ? block.Groups.Of(holder) : collection.Creation is { } creation ? block.Groups.Of(creation) : null;
        var made = elements is not { Length: > 0 } known ? null
            : index >= 0 ? known.ElementAtOrDefault(index)
            : known.All(element => ModuleGroups.AreAlike(element, known[0])) ? known[0]
            : null;
        return new ModuleMember(collection.Holder, index, made, made?.Type ?? type);
    }

    private Value VisitBinary(IBinaryOperation binary)
    {
        var (left, right) = (Visit(binary.LeftOperand), Visit(binary.RightOperand));
        if (binary.OperatorMethod is { } method && block.Callables.Of(method) is { } body)
        {
            return Call(body, ImmutableArray.Create(left, right));
        }

        return TorchNames.IsTensor(binary.Type)
            ? Arithmetic(binary.OperatorKind, binary, (left, binary.LeftOperand), (right, binary.RightOperand))
            : Derived([left, right]) with { LoopsOverSteps = IsShifted(left, right) || IsShifted(right, left) };
    }

    /// <summary>Whether a number counts with another that is the variable of a loop over the steps: <c>i - 1</c>.</summary>
    private static bool IsShifted(Value counter, Value by) => counter.LoopsOverSteps && ReferenceEquals(by, Value.Constant);
}

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScoreGen.Analyzers.Flow;

internal sealed partial class BlockWalk
{
    private Value Expression(IOperation operation)
    {
        switch (operation)
        {
            case ILiteralOperation or IDefaultValueOperation:
                return Value.Null;
            case IInstanceReferenceOperation or INameOfOperation or ITypeOfOperation or ISizeOfOperation:
                return Value.Constant;
            case ILocalReferenceOperation reference:
                return variables.TryGetValue(reference.Local, out var local) ? local : Value.Unknown;
            case IParameterReferenceOperation reference:
                return variables.TryGetValue(reference.Parameter, out var parameter) ? parameter
                    : reference.Member() is { } captured ? Read(captured, reference.Type)
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
                return VisitAssignment(assignment);
            case ICompoundAssignmentOperation compound:
                return VisitCompound(compound);
            case ICoalesceAssignmentOperation assignment:
                return VisitCoalesceAssignment(assignment);
            case IDeconstructionAssignmentOperation deconstruction:
                return Assign(deconstruction.Target, Visit(deconstruction.Value), deconstruction.Value);
            case IIncrementOrDecrementOperation increment:
                return Assign(increment.Target, Derived([Visit(increment.Target), Varying]), increment);
            case IBinaryOperation binary:
                return VisitBinary(binary);
            case ICoalesceOperation coalesce:
                return VisitCoalesce(coalesce);
            case IConditionalAccessOperation access:
                return VisitConditionalAccess(access);
            case IConditionalAccessInstanceOperation:
                return conditionalReceiver;
            case ISwitchExpressionOperation arms:
                return VisitArms(arms);
            case IInvocationOperation invocation:
                return VisitInvocation(invocation);
            case IObjectCreationOperation creation:
                return VisitObjectCreation(creation);
            case ITupleOperation tuple:
                return VisitTuple(tuple);
            case IArrayElementReferenceOperation element:
                return VisitElement(element, element.ArrayReference, element.Indices);
            case IDelegateCreationOperation created:
                return Visit(created.Target);
            case IAnonymousFunctionOperation lambda:
                return Value.Constant with { Callable = new Callable(lambda.Symbol, lambda.Body) };
            case IMethodReferenceOperation method:
                Visit(method.Instance);
                return Value.Constant with { Callable = Callable(method.Method) };
            case IDeclarationExpressionOperation declaration:
                return Visit(declaration.Expression);
            default:
                return Derived(operation.ChildOperations.Select(Visit).ToList());
        }
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

        return TorchNames.IsTorch(reference.Field) ? Value.Constant : Read(reference.Field.AssociatedSymbol ?? reference.Field, reference.Type);
    }

    private Value VisitProperty(IPropertyReferenceOperation reference)
    {
        if (reference.Property.IsIndexer)
        {
            return VisitElement(reference, reference.Instance, reference.Arguments.SelectMany(Spread).ToImmutableArray());
        }

        var instance = Visit(reference.Instance);
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

        return reference.Property.GetMethod is { } getter && !IsStored(reference.Property) && Callable(getter) is { } body
            ? Call(body, ImmutableArray<Value>.Empty)
            : Read(reference.Property, reference.Type);
    }

    private static bool IsStored(IPropertySymbol property)
        => property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

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

        if (TorchNames.IsTensor(conversion.Operand.Type) && !TorchNames.IsTensor(conversion.Type))
        {
            return TorchNames.IsTorch(conversion.Type) ? value : Synchronize(value, conversion, $"({conversion.Type?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)})");
        }

        return TorchNames.IsTensor(method.ReturnType) ? Derived([value]) with { IsMade = true } : value;
    }

    private Value VisitAssignment(ISimpleAssignmentOperation assignment)
    {
        var isKept = assignment.Target.Member() is { } member && choices.Any(choice => choice.Decider.Fields.Contains(member));
        return Assign(assignment.Target, isKept ? Kept(assignment.Value) : Visit(assignment.Value), assignment.Value);
    }

    private Value VisitCompound(ICompoundAssignmentOperation compound)
    {
        var target = Visit(compound.Target);
        var value = Visit(compound.Value);
        var isTensor = TorchNames.IsTensor(compound.Target.Type);
        var result = isTensor ? Arithmetic(compound.OperatorKind, compound, (target, compound.Target), (value, compound.Value)) : Derived([target, value]);
        return Assign(compound.Target, result, compound);
    }

    private Value VisitCoalesceAssignment(ICoalesceAssignmentOperation assignment)
    {
        var before = Visit(assignment.Target);
        var decider = Derived([before]);
        return Fork(
            () =>
            {
                choices.Push(new Choice(assignment.Syntax, 0, decider));
                var value = Assign(assignment.Target, Kept(assignment.Value), assignment.Value);
                choices.Pop();
                return value;
            },
            () => before);
    }

    private Value VisitCoalesce(ICoalesceOperation coalesce)
    {
        var value = Visit(coalesce.Value);
        return Fork(() => value, () => Under(new Choice(coalesce.Syntax, 1, Derived([value])), coalesce.WhenNull));
    }

    private Value VisitConditionalAccess(IConditionalAccessOperation access)
    {
        var outer = conditionalReceiver;
        conditionalReceiver = Visit(access.Operation);
        var receiver = conditionalReceiver;
        var value = Fork(() => Under(new Choice(access.Syntax, 0, Derived([receiver])), access.WhenNotNull), () => Value.Null);
        conditionalReceiver = outer;
        return value;
    }

    private Value VisitArms(ISwitchExpressionOperation arms)
    {
        var decider = Visit(arms.Value);
        var merged = Value.Null;
        for (var i = 0; i < arms.Arms.Length; i++)
        {
            var (arm, index) = (arms.Arms[i], i);
            merged = Value.Join(merged, Fork(() => Under(new Choice(arms.Syntax, index, decider), arm.Value), () => Value.Null));
        }

        return Decided(merged, decider);
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

        if (creation.Initializer is { } initializer)
        {
            arguments.AddRange(initializer.Initializers.SelectMany(Initial).Select(Visit));
        }

        return Container(arguments);
    }

    private static IEnumerable<IOperation> Initial(IOperation initializer) => initializer switch
    {
        IInvocationOperation add => add.Arguments.Select(argument => argument.Value),
        ISimpleAssignmentOperation assignment => [assignment.Value],
        _ => [initializer],
    };

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
            : collection with { Modules = collection.Modules.Select(module => ElementOf(module, index)).ToImmutableArray() };

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
        return TorchNames.IsTensor(binary.Type)
            ? Arithmetic(binary.OperatorKind, binary, (left, binary.LeftOperand), (right, binary.RightOperand))
            : Derived([left, right]);
    }
}

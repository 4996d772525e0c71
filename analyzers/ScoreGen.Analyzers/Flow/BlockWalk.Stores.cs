using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScoreGen.Analyzers.Flow;

internal sealed partial class BlockWalk
{
    private Value Construct(IOperation creation)
    {
        Report(new Construction(creation.Syntax.GetLocation(), creation, creation.Type!, ImmutableArray.Create(choices)));
        return new Value { HasMore = true, Modules = ImmutableArray.Create(new ModuleMember(null, null, creation, creation.Type!)) };
    }

    private Value Assign(IOperation target, Value value, IOperation source)
    {
        switch (Uncaptured(target))
        {
            case ITupleOperation tuple:
                for (var i = 0; i < tuple.Elements.Length; i++)
                {
                    Assign(tuple.Elements[i], i < value.Items.Length ? value.Items[i] : value, Part(source, i));
                }

                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, value, source);
                break;
            case ILocalReferenceOperation local:
                state.Variables[local.Local] = value;
                break;
            case IParameterReferenceOperation parameter when parameter.Member() is null:
                state.Variables[parameter.Parameter] = value;
                break;
            case IArrayElementReferenceOperation element:
                Visit(element.ArrayReference);
                Put(element.ArrayReference, value, source, isElement: true);
                break;
            case IPropertyReferenceOperation { Property.IsIndexer: true } element:
                AssignElement(element, value, source);
                break;
            case IPropertyReferenceOperation { Property.SetMethod: { } setter } reference when block.Callables.Of(IsOnThis(reference.Instance) ? Override(setter) : setter) is { } body:
                Call(body, ImmutableArray.Create(value), Visit(reference.Instance));
                break;
            case { } other when other.Member() is not null:
                Visit((other as IMemberReferenceOperation)?.Instance);
                Put(other, value, source, isElement: false);
                break;
            case { } other:
                Visit(other);
                break;
        }

        return value;
    }

    private static IOperation Part(IOperation source, int index)
        => source.Unwrap() is ITupleOperation tuple && index < tuple.Elements.Length ? tuple.Elements[index] : source;

    private void AssignElement(IPropertyReferenceOperation element, Value value, IOperation source)
    {
        if (!TorchNames.IsTensor(element.Instance?.Type))
        {
            Visit(element.Instance);
            Put(element.Instance!, value, source, isElement: true);
            return;
        }

        var target = Visit(element.Instance);
        Report(new InPlaceChange(element.Syntax.GetLocation(), element, InPlaceForm.Element, target, null));
        Change(target, Tensor("index_put", [target, value]));
    }

    /// <summary>Puts a value into a field, or into the collection that a field or local holds.</summary>
    private void Put(IOperation target, Value value, IOperation source, bool isElement)
    {
        var holder = Uncaptured(target);
        if (holder is IMemberReferenceOperation { Instance: { } instance } && Keep(instance, holder, value))
        {
            return;
        }

        if (holder.Member() is { } member)
        {
            stored[member] = stored.TryGetValue(member, out var before) ? Value.Join(before, value) : value;
            Report(new Store(target.Syntax.GetLocation(), source, member, value, source, choices.ToImmutableArray(), isElement, state.IsRegistered));
        }
        else if (isElement && holder.Variable() is { } variable)
        {
            state.Variables[variable] = state.Variables.TryGetValue(variable, out var contents) ? Filled(contents, value) : value;
        }
        else if (target.Unwrap() is IFlowCaptureReferenceOperation { Id: var id })
        {
            state.Captures[id] = state.Captures.TryGetValue(id, out var contents) ? Filled(contents, value) : value;
        }
    }

    private static Value Filled(Value contents, Value value) => Container([contents, value]) with { IsOwn = contents.IsOwn };

    /// <summary>Puts a value into an object that this evaluation made, or into a copy of a struct, where one is meant; says whether it is.</summary>
    private bool Keep(IOperation instance, IOperation part, Value value)
    {
        var root = instance;
        while (Uncaptured(root) is IMemberReferenceOperation { Instance: { } outer } && root.Unwrap() is not IFlowCaptureReferenceOperation)
        {
            root = outer.Unwrap();
        }

        if (root.Unwrap() is IFlowCaptureReferenceOperation { Id: var id } && state.Captures.TryGetValue(id, out var captured) && captured.IsOwn)
        {
            state.Captures[id] = Filled(captured, value);
            return true;
        }

        if (Uncaptured(root).Variable() is not { } variable)
        {
            return false;
        }

        var contents = state.Variables.TryGetValue(variable, out var known) ? known : Value.Null;
        if (contents.IsOwn || IsCopy(variable))
        {
            state.Variables[variable] = ReferenceEquals(instance, root) && contents.Items.Length > 0 && Item(part) is { } index
                ? Derived(contents.Items) with { Items = contents.Items.SetItem(index, value) }
                : Filled(contents, value);
            return true;
        }

        return false;
    }

    /// <summary>Whether a variable holds a struct of its own, and does not stand for one that is elsewhere.</summary>
    private static bool IsCopy(ISymbol variable) => variable is ILocalSymbol { Type.IsValueType: true, RefKind: RefKind.None } or IParameterSymbol { Type.IsValueType: true, RefKind: RefKind.None };

    /// <summary>Which item of a tuple a field is.</summary>
    private static int? Item(IOperation part)
        => part is IFieldReferenceOperation { Field: { ContainingType: { IsTupleType: true } tuple } field } && tuple.TupleElements.IndexOf(field) is >= 0 and var index ? index : null;

    /// <summary>After an in-place change, every variable that names the same object has the new value.</summary>
    private void Change(Value before, Value after)
    {
        if (ReferenceEquals(before, Value.Constant) || ReferenceEquals(before, Value.Unknown) || ReferenceEquals(before, Value.Null))
        {
            return;
        }

        var changed = after with { Shares = before.Shares, Is = before.Is, IsMade = before.IsMade, MayOutliveScope = before.MayOutliveScope || after.MayOutliveScope };
        Replace(state.Variables, before, changed);
        Replace(state.Captures, before, changed);
        Replace(stored, before, changed);
    }

    private static void Replace<TName>(Dictionary<TName, Value> values, Value before, Value after)
        where TName : notnull
    {
        foreach (var name in values.Where(pair => ReferenceEquals(pair.Value, before)).Select(pair => pair.Key).ToList())
        {
            values[name] = after;
        }
    }
}

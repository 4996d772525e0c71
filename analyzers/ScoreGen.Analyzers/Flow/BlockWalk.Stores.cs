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
        if (holder.Member() is { } member)
        {
            stored[member] = stored.TryGetValue(member, out var before) ? Value.Join(before, value) : value;
            Report(new Store(target.Syntax.GetLocation(), source, member, value, source, choices.ToImmutableArray(), isElement, state.IsRegistered));
        }
        else if (isElement && holder.Variable() is { } variable)
        {
            state.Variables[variable] = state.Variables.TryGetValue(variable, out var contents) ? Container([contents, value]) : value;
        }
        else if (target.Unwrap() is IFlowCaptureReferenceOperation { Id: var id })
        {
            state.Captures[id] = state.Captures.TryGetValue(id, out var contents) ? Container([contents, value]) : value;
        }
    }

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

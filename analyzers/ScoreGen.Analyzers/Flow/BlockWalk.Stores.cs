using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScoreGen.Analyzers.Flow;

internal sealed partial class BlockWalk
{
    private bool isKeeping;

    /// <summary>Computes what is created once and then kept.</summary>
    private Value Kept(IOperation operation)
    {
        var outer = isKeeping;
        isKeeping = true;
        var value = Visit(operation);
        isKeeping = outer;
        return value;
    }

    private Value Construct(IOperation creation)
    {
        Report(new Construction(creation.Syntax.GetLocation(), creation, creation.Type!, isKeeping));
        return new Value { HasMore = true, Modules = ImmutableArray.Create(new ModuleMember(null, null, creation, creation.Type!)) };
    }

    private Value Assign(IOperation target, Value value, IOperation source)
    {
        switch (target.Unwrap())
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
            case IVariableDeclaratorOperation declarator:
                variables[declarator.Symbol] = value;
                break;
            case ILocalReferenceOperation local:
                variables[local.Local] = value;
                break;
            case IParameterReferenceOperation parameter when parameter.Member() is null:
                variables[parameter.Parameter] = value;
                break;
            case IArrayElementReferenceOperation element:
                Visit(element.ArrayReference);
                Put(element.ArrayReference, value, source, isElement: true);
                break;
            case IPropertyReferenceOperation { Property.IsIndexer: true } element:
                AssignElement(element, value, source);
                break;
            case IPropertyReferenceOperation { Property: { SetMethod: { } setter } property } reference when !IsStored(property):
                Visit(reference.Instance);
                if (Callable(setter) is { } body)
                {
                    Call(body, ImmutableArray.Create(value));
                }

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
        if (target.Member() is { } member)
        {
            stored[member] = stored.TryGetValue(member, out var before) ? Value.Join(before, value) : value;
            Report(new Store(target.Syntax.GetLocation(), source, member, value, source, choices.Count > 0, isElement));
        }
        else if (isElement && target.Variable() is { } variable)
        {
            variables[variable] = variables.TryGetValue(variable, out var contents) ? Container([contents, value]) : value;
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
        foreach (var variable in variables.Where(pair => ReferenceEquals(pair.Value, before)).Select(pair => pair.Key).ToList())
        {
            variables[variable] = changed;
        }

        foreach (var member in stored.Where(pair => ReferenceEquals(pair.Value, before)).Select(pair => pair.Key).ToList())
        {
            stored[member] = changed;
        }
    }
}

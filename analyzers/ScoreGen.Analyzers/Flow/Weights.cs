using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScoreGen.Analyzers.Flow;

/// <summary>Whether a module has weights of its own.</summary>
internal sealed class Weights(Creations creations, ModuleGroups groups)
{
    private const int Deepest = 4;

    private static readonly HashSet<string> Weighted =
    [
        "Linear", "Bilinear", "Conv1d", "Conv2d", "Conv3d", "ConvTranspose1d", "ConvTranspose2d", "ConvTranspose3d", "Embedding", "EmbeddingBag", "PReLU",
        "BatchNorm1d", "BatchNorm2d", "BatchNorm3d", "InstanceNorm1d", "InstanceNorm2d", "InstanceNorm3d", "LayerNorm", "GroupNorm", "RMSNorm", "MultiheadAttention",
        "RNN", "GRU", "LSTM", "RNNCell", "GRUCell", "LSTMCell",
        "Transformer", "TransformerEncoder", "TransformerEncoderLayer", "TransformerDecoder", "TransformerDecoderLayer",
    ];

    /// <summary>True or false where it is certain; null where not.</summary>
    /// <param name="type">The type of the module or parameter.</param>
    /// <param name="creation">The expression that creates it, where it is known.</param>
    public bool? Has(ITypeSymbol? type, IOperation? creation) => Has(type, creation, null, 0);

    /// <summary>Whether a module, or one of those in a collection, has any: what constructors add to a collection counts.</summary>
    public bool? Has(ModuleMember module) => Has(module.Type, module.Creation, module.Index is null ? module.Holder : null, 0);

    private bool? Has(ITypeSymbol? type, IOperation? creation, ISymbol? holder, int depth)
    {
        if (TorchNames.IsParameter(type))
        {
            return true;
        }

        if (type is null || depth > Deepest)
        {
            return type is null ? false : null;
        }

        if (!TorchNames.IsModule(type))
        {
            return Held(type) is null ? false : OfGroup(type, creation, holder, depth);
        }

        // The declared type of a field is often no more than Module<Tensor, Tensor>.
        var made = creation?.Unwrap();
        if (made is IConditionalOperation { WhenFalse: { } otherwise } choice)
        {
            return Any(new[] { choice.WhenTrue, otherwise }.Select(one => Has(one.Unwrap().Type, one, null, depth + 1)));
        }

        var precise = TorchNames.IsModule(made?.Type) ? made!.Type! : type;
        if (precise.AllInterfaces.Any(shape => shape.Name == "IParameterLessModule") || TorchNames.IsNamed(precise, "Loss") || TorchNames.IsNamed(precise, "WeightedLoss"))
        {
            return false;
        }

        if (ModuleGroups.IsGroup(precise))
        {
            return OfGroup(precise, creation, holder, depth);
        }

        return TorchNames.IsTorch(precise) ? OfTorch(precise, made)
            : precise.Locations.Any(location => location.IsInSource) ? OfSource(precise, depth)
            : null;
    }

    /// <summary>Where no element is seen, the type of the elements may tell; one that is not seen may be there all the same.</summary>
    private bool? OfGroup(ITypeSymbol type, IOperation? creation, ISymbol? holder, int depth)
        => (holder is not null ? groups.Of(holder) : creation is not null ? groups.Of(creation) : null) is { IsEmpty: false } elements
            ? Any(elements.Select(element => Has(element.Type, element, null, depth + 1)))
            : ElementType(type) is { } element && Has(element, null, null, depth + 1) is false ? false
            : null;

    private static bool? OfTorch(ITypeSymbol type, IOperation? creation)
    {
        if (!Weighted.Contains(type.Name))
        {
            return null;
        }

        var affine = creation?.Arguments().FirstOrDefault(argument => argument.Parameter?.Name is "affine" or "elementwise_affine");
        return affine is null || !affine.Value.IsConstant(false);
    }

    private bool? OfSource(ITypeSymbol type, int depth)
    {
        var answers = new List<bool?>();
        for (var current = type; current is { ContainingType.Name: not "nn" } or { ContainingType: null }; current = current.BaseType!)
        {
            if (current.SpecialType == SpecialType.System_Object || !current.Locations.Any(location => location.IsInSource))
            {
                break;
            }

            answers.AddRange(current.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic).Select(field => OfField(field, depth)));
        }

        return Any(answers);
    }

    private bool? OfField(IFieldSymbol field, int depth)
    {
        var member = field.AssociatedSymbol ?? field;
        return Has(field.Type, creations.Of(member), member, depth + 1);
    }

    /// <summary>What kind of module or parameter an array or a collection type holds; null where none.</summary>
    public static ITypeSymbol? Held(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsWeightLike(array.ElementType) ? array.ElementType : null,
        INamedTypeSymbol { IsGenericType: true } named when !TorchNames.IsModule(named) && named.AllInterfaces.Concat([named]).Any(shape => shape.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T || shape.Name == "IEnumerable")
            => named.TypeArguments.FirstOrDefault(IsWeightLike),
        _ => null,
    };

    private static ITypeSymbol? ElementType(ITypeSymbol group) => Held(group) ?? (group as INamedTypeSymbol)?.TypeArguments.FirstOrDefault(IsWeightLike);

    private static bool IsWeightLike(ITypeSymbol type) => TorchNames.IsModule(type) || TorchNames.IsParameter(type);

    private static bool? Any(IEnumerable<bool?> answers)
    {
        bool? result = false;
        foreach (var answer in answers)
        {
            if (answer is true)
            {
                return true;
            }

            result = answer is null ? null : result;
        }

        return result;
    }
}

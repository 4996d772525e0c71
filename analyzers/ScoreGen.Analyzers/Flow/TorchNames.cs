using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Analyzers.Flow;

/// <summary>What TorchSharp's members do, by name: the facts that the flow is built on.</summary>
internal static class TorchNames
{
    private static readonly HashSet<string> Views = Set(
        "view view_as reshape flatten unflatten ravel transpose t permute swapaxes swapdims movedim moveaxis contiguous expand expand_as broadcast_to " +
        "unsqueeze squeeze narrow slice select split tensor_split vsplit hsplit dsplit chunk unbind alias detach diagonal unfold real imag as_strided positive atleast_1d atleast_2d atleast_3d");

    private static readonly HashSet<string> ShapeKeepingViews = Set("contiguous alias detach view_as positive");

    private static readonly HashSet<string> SameObject = Set(
        "MoveToOuterDisposeScope MoveToOtherDisposeScope DetachFromDisposeScope MoveToOuter Detach Attach Include requires_grad_ with_requires_grad print");

    private static readonly HashSet<string> Detaching = Set(
        "MoveToOuterDisposeScope MoveToOtherDisposeScope DetachFromDisposeScope MoveToOuter MoveToOther Detach DecoupleFromNativeHandle");

    private static readonly HashSet<string> ElementWise = Set(
        "relu relu6 gelu silu SiLU mish elu celu selu leaky_relu rrelu hardtanh hardswish hardsigmoid softplus softsign softshrink hardshrink tanhshrink " +
        "tanh sigmoid logsigmoid exp log log1p expm1 sin cos sqrt rsqrt square pow abs neg negative reciprocal clamp clamp_min clamp_max softmax log_softmax " +
        "dropout alpha_dropout feature_alpha_dropout dropout1d dropout2d dropout3d layer_norm masked_fill nan_to_num clone to type_as cumsum flip roll " +
        "maximum minimum where add sub subtract mul multiply div divide true_divide lerp addcmul addcdiv normalize cpu cuda to_type");

    private static readonly HashSet<string> Broadcasting = Set("maximum minimum where lerp addcmul addcdiv pow clamp clamp_min clamp_max");

    private static readonly HashSet<string> Mixing = Set(
        "matmul mm bmm mv linear bilinear einsum scaled_dot_product_attention conv1d conv2d conv3d conv_transpose1d conv_transpose2d conv_transpose3d tensordot");

    private static readonly HashSet<string> SlidingPools = Set(
        "MaxPool1d MaxPool2d MaxPool3d AvgPool1d AvgPool2d AvgPool3d LPPool1d LPPool2d max_pool1d max_pool2d max_pool3d avg_pool1d avg_pool2d avg_pool3d lp_pool1d lp_pool2d");

    private static readonly HashSet<string> HostSyncs = Set(
        "item cpu ToScalar data ToSingle ToDouble ToHalf ToBFloat16 ToSByte ToByte ToInt16 ToInt32 ToInt64 ToBoolean ToComplexFloat32 ToComplexFloat64 " +
        "ToComplex32 ToComplex64 print allclose tolist jlstr npstr cstr");

    private static readonly HashSet<string> NotChanging = Set("requires_grad_ rename_ clip_grad_norm_ clip_grad_value_");

    public static bool IsView(string name) => Views.Contains(name);

    public static bool KeepsShape(string name) => ShapeKeepingViews.Contains(name) || ElementWise.Contains(name);

    /// <summary>A function of several tensors, of which one may be spread over the others' dimensions.</summary>
    public static bool Broadcasts(string name) => Broadcasting.Contains(name);

    public static bool ReturnsSameObject(string name) => SameObject.Contains(name);

    public static bool TakesOutOfScope(string name) => Detaching.Contains(name);

    public static bool IsMixing(string name) => Mixing.Contains(name);

    public static bool IsHostSync(string name) => HostSyncs.Contains(name);

    public static bool IsInPlace(string name) => name.Length > 1 && name[name.Length - 1] == '_' && !NotChanging.Contains(name);

    /// <summary>A pool whose windows have one size, as module or as function.</summary>
    public static bool IsSlidingPool(string name) => SlidingPools.Contains(name);

    /// <summary>A module or function that pads.</summary>
    public static bool IsPadding(string name) => name is "ZeroPad2d" or "pad" || name.StartsWith("ConstantPad", StringComparison.Ordinal) || name.StartsWith("ReflectionPad", StringComparison.Ordinal) || name.StartsWith("ReplicationPad", StringComparison.Ordinal);

    public static bool IsDropout(string name) => name.IndexOf("dropout", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>A function that draws random numbers, without the underscore of one that writes them into a tensor.</summary>
    public static bool IsRandom(string name)
        => name.StartsWith("rand", StringComparison.Ordinal)
            || name is "bernoulli" or "multinomial" or "normal" or "poisson" or "rrelu" or "uniform" or "exponential" or "log_normal" or "cauchy" or "geometric"
            || IsDropout(name);

    /// <summary>Whether a member belongs to TorchSharp.</summary>
    public static bool IsTorch(ISymbol? symbol)
    {
        var type = symbol as ITypeSymbol ?? symbol?.ContainingType;
        for (; type?.ContainingType is not null; type = type.ContainingType)
        {
        }

        var space = type?.ContainingNamespace;
        for (; space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
        }

        return space is { Name: "TorchSharp" };
    }

    public static bool IsTensor(ITypeSymbol? type)
        => TorchTypes.IsTensorOrDerived(type) || (type is ITypeParameterSymbol parameter && Any(parameter.ConstraintTypes, IsTensor));

    public static bool IsParameter(ITypeSymbol? type) => IsNamed(type, "Parameter");

    public static bool IsModule(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current is { Name: "Module", ContainingType.Name: "nn" } && IsTorch(current))
            {
                return true;
            }
        }

        return type is ITypeParameterSymbol parameter
            ? Any(parameter.ConstraintTypes, IsModule)
            : type is { TypeKind: TypeKind.Interface, Name: "IModule" } && IsTorch(type);
    }

    /// <summary>Whether a type is, or derives from, a class of TorchSharp with this name.</summary>
    public static bool IsNamed(ITypeSymbol? type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Name == name && IsTorch(current))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Any(System.Collections.Immutable.ImmutableArray<ITypeSymbol> types, Func<ITypeSymbol, bool> predicate)
    {
        foreach (var type in types)
        {
            if (predicate(type))
            {
                return true;
            }
        }

        return false;
    }

    private static HashSet<string> Set(string names) => new(names.Split(' '), StringComparer.Ordinal);
}

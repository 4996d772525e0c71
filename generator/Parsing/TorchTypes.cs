using System.Linq;
using Microsoft.CodeAnalysis;

namespace ScoreGen.Generator.Parsing;

/// <summary>TorchSharp's types, as this compilation references them.</summary>
internal static class TorchTypes
{
    public const string Tensor = "TorchSharp.torch+Tensor";

    /// <summary>Why this compilation cannot use generated code, or null where it can.</summary>
    public static string? WhyUnusable(Compilation compilation)
    {
        var tensor = compilation.GetTypeByMetadataName(Tensor);
        if (tensor is null)
        {
            return "references none";
        }

        // 0.102.6 made the method grad() a property: the oldest surface that generated code is written for.
        var grad = tensor.GetMembers("grad");
        return grad.Length > 0 && grad[0] is IPropertySymbol ? null : "references an older one";
    }

    /// <summary>TorchSharp or ScoreGen, where it is referenced under an alias alone, so that emitted code cannot name it; null where it can.</summary>
    public static (string Name, string Alias)? AliasedReference(AttributeData annotation, Compilation compilation)
    {
        foreach (var reference in compilation.ExternalReferences)
        {
            if (!reference.Properties.Aliases.IsDefaultOrEmpty
                && compilation.GetAssemblyOrModuleSymbol(reference) is IAssemblySymbol assembly
                && ExternAliases.Of(assembly, compilation) is { } alias
                && (assembly.GetTypeByMetadataName(Tensor) is not null || SymbolEqualityComparer.Default.Equals(assembly, annotation.AttributeClass?.ContainingAssembly)))
            {
                return (assembly.Name, alias);
            }
        }

        return null;
    }

    /// <summary>Whether a type is TorchSharp's own.</summary>
    public static bool IsOfTorchSharp(ITypeSymbol type) => type.ContainingAssembly?.Name == "TorchSharp";

    public static bool IsTensor(ITypeSymbol? type)
        => type is INamedTypeSymbol { Name: "Tensor", ContainingType: { } torch } && IsTorch(torch);

    public static bool IsTensorThatIsNotNull(ITypeSymbol? type) => IsTensor(type) && type!.NullableAnnotation != NullableAnnotation.Annotated;

    /// <summary>A Tensor, or a class that derives from it.</summary>
    public static bool IsTensorOrDerived(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (IsTensor(current))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The <c>Module&lt;T1, …, TResult&gt;</c> that a class derives from; null where it derives from none.</summary>
    public static INamedTypeSymbol? ModuleBase(ITypeSymbol type)
    {
        for (var current = type as INamedTypeSymbol; current is not null; current = current.BaseType)
        {
            if (current is { Name: "Module", Arity: >= 2, ContainingType: { Name: "nn", ContainingType: { } torch } } && IsTorch(torch))
            {
                return current;
            }
        }

        return null;
    }

    /// <summary>Whether a type derives from <c>torch.nn.Module</c>.</summary>
    public static bool IsModule(ITypeSymbol type)
    {
        for (var current = type as INamedTypeSymbol; current is not null; current = current.BaseType)
        {
            if (current is { Name: "Module", Arity: 0, ContainingType: { Name: "nn", ContainingType: { } torch } } && IsTorch(torch))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a type is <c>IModule&lt;T1, …, TResult&gt;</c>.</summary>
    public static bool IsModuleInterface(INamedTypeSymbol type)
        => type is { Name: "IModule", Arity: >= 2, ContainingType: { Name: "nn", ContainingType: { } torch } } && IsTorch(torch);

    /// <summary>The element type of a <c>ModuleList&lt;T&gt;</c>, or of a class that derives from one; null for any other type.</summary>
    public static ITypeSymbol? ModuleListElement(ITypeSymbol type)
    {
        for (var current = type as INamedTypeSymbol; current is not null; current = current.BaseType)
        {
            if (current is { Name: "ModuleList", Arity: 1 } && IsModules(current.ContainingNamespace))
            {
                return current.TypeArguments[0];
            }
        }

        return null;
    }

    /// <summary>Whether a type is a <c>ParameterList</c>, or derives from one.</summary>
    public static bool IsParameterList(ITypeSymbol type)
    {
        for (var current = type as INamedTypeSymbol; current is not null; current = current.BaseType)
        {
            if (current is { Name: "ParameterList", Arity: 0 } && IsModules(current.ContainingNamespace))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Which of TorchSharp's recurrent cells, for one step of a sequence, a type is or derives from; null where it is none.</summary>
    public static string? RecurrentCell(ITypeSymbol type)
    {
        for (var current = type as INamedTypeSymbol; current is not null; current = current.BaseType)
        {
            if (current is { Name: "RNNCell" or "GRUCell" or "LSTMCell" } && IsModules(current.ContainingNamespace))
            {
                return current.Name;
            }
        }

        return null;
    }

    public static bool IsParameter(ITypeSymbol type)
        => type is { Name: "Parameter", ContainingType: null } && IsModules(type.ContainingNamespace);

    /// <summary>How many tensors a module's state has that is returned as this type: 1, a tuple's arity, or 0 where it is neither.</summary>
    public static int StateCount(ITypeSymbol result) => result switch
    {
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.All(element => IsTensorThatIsNotNull(element.Type)) ? tuple.TupleElements.Length : 0,
        _ => IsTensor(result) ? 1 : 0,
    };

    private static bool IsModules(INamespaceSymbol? space)
        => space is { Name: "Modules", ContainingNamespace: { Name: "TorchSharp", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsTorch(INamedTypeSymbol type)
        => type is { Name: "torch", ContainingType: null, ContainingNamespace: { Name: "TorchSharp", ContainingNamespace.IsGlobalNamespace: true } };
}

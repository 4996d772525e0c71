using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ScoreGen.Generator.Parsing;

/// <summary>How the user's types and identifiers are written in emitted code.</summary>
internal static class TypeNames
{
    private static readonly SymbolDisplayFormat FullyQualified = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>Listed here, because each compiler knows others, and all are to be given the same text.</summary>
    private static readonly string[] ContextualKeywords =
    [
        "async", "await", "dynamic", "extension", "field", "file", "from", "global", "nameof", "partial", "record", "required", "scoped", "var",
        "when", "where", "with", "yield",
    ];

    /// <summary>Whether a type does not exist, or is made of one that does not.</summary>
    public static bool IsUnknown(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } => true,
        IArrayTypeSymbol array => IsUnknown(array.ElementType),
        IPointerTypeSymbol pointer => IsUnknown(pointer.PointedAtType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsUnknown) || (named.ContainingType is { } outer && IsUnknown(outer)),
        _ => false,
    };

    /// <summary>A type with its full name from <c>global::</c> on, or from the alias of its assembly.</summary>
    public static string Of(ITypeSymbol type, Compilation compilation) => Text(type, FullyQualified, compilation);

    /// <summary>The same without a mark of nullability.</summary>
    public static string NotNull(ITypeSymbol type, Compilation compilation)
        => Text(type, FullyQualified.RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier), compilation);

    /// <summary>A type with those that it is made of.</summary>
    public static IEnumerable<INamedTypeSymbol> Parts(ITypeSymbol type)
    {
        var parts = new List<INamedTypeSymbol>();
        Add(type);
        return parts;

        void Add(ITypeSymbol? part)
        {
            switch (part)
            {
                case IArrayTypeSymbol array:
                    Add(array.ElementType);
                    break;
                case IPointerTypeSymbol pointer:
                    Add(pointer.PointedAtType);
                    break;
                case INamedTypeSymbol named:
                    foreach (var argument in named.TypeArguments)
                    {
                        Add(argument);
                    }

                    Add(named.ContainingType);
                    parts.Add(named);
                    break;
            }
        }
    }

    private static string Text(ITypeSymbol type, SymbolDisplayFormat format, Compilation compilation)
    {
        // Most types are this one. TorchSharp under an alias alone is refused before any type is written.
        if (TorchTypes.IsTensorThatIsNotNull(type))
        {
            return "global::TorchSharp.torch.Tensor";
        }

        if (!compilation.ExternalReferences.Any(reference => !reference.Properties.Aliases.IsDefaultOrEmpty))
        {
            return type.ToDisplayString(format);
        }

        var parts = type.ToDisplayParts(format);
        return string.Concat(parts.Select((part, i) => IsGlobal(part) && Alias(parts.Skip(i), compilation) is { } alias ? Escape(alias) : part.ToString()));
    }

    private static bool IsGlobal(SymbolDisplayPart part) => part.Kind == SymbolDisplayPartKind.Keyword && part.ToString() == "global";

    /// <summary>The alias of the first type that is named.</summary>
    private static string? Alias(IEnumerable<SymbolDisplayPart> parts, Compilation compilation)
        => ExternAliases.Of(parts.Select(part => part.Symbol).OfType<INamedTypeSymbol>().FirstOrDefault()?.ContainingAssembly, compilation);

    /// <summary>An identifier, with an <c>@</c> where it is a keyword or could be read as one.</summary>
    public static string Escape(string identifier)
        => SyntaxFacts.GetKeywordKind(identifier) != SyntaxKind.None || Array.IndexOf(ContextualKeywords, identifier) >= 0
            ? "@" + identifier
            : identifier;
}

using System;
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

    /// <summary>A type with its full name from <c>global::</c> on.</summary>
    public static string Of(ITypeSymbol type) => type.ToDisplayString(FullyQualified);

    /// <summary>The same without a mark of nullability.</summary>
    public static string NotNull(ITypeSymbol type)
        => type.ToDisplayString(FullyQualified.RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));

    /// <summary>An identifier, with an <c>@</c> where it is a keyword or could be read as one.</summary>
    public static string Escape(string identifier)
        => SyntaxFacts.GetKeywordKind(identifier) != SyntaxKind.None || Array.IndexOf(ContextualKeywords, identifier) >= 0
            ? "@" + identifier
            : identifier;
}

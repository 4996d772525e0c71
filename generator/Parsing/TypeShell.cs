using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Parsing;

/// <summary>The partial declarations that the emitted members stand in, and whether there can be any.</summary>
internal static class TypeShell
{
    public static HierarchyInfo Of(INamedTypeSymbol type, ModuleSignature signature)
        => new(MetadataName(type), Namespace(type), Declarations(type, signature));

    /// <summary>The class as its own code names it, such as <c>Encoder&lt;T&gt;</c>.</summary>
    public static string SelfName(INamedTypeSymbol type) => DeclaredName(type) + TypeParameters(type, Declaration);

    /// <summary>The class as messages name it: the same, and never escaped.</summary>
    public static string DisplayName(INamedTypeSymbol type) => type.Name + TypeParameters(type, parameter => parameter.Name);

    /// <summary>Where the class is named: what a squiggle about the whole class marks.</summary>
    public static Location NameLocation(INamedTypeSymbol type)
        => type.Locations.FirstOrDefault(location => location.IsInSource) ?? Location.None;

    public static void Check(DepthParse parse, CancellationToken cancellation)
    {
        for (var current = parse.Type; current is not null; current = current.ContainingType)
        {
            if (WhyClosed(current, isAnnotated: SymbolEqualityComparer.Default.Equals(current, parse.Type)) is { } kind)
            {
                parse.CanExtend = false;
                parse.Report(Descriptors.CannotExtend, NameLocation(current), current.Name, kind);
            }
            else if (!IsPartial(current, cancellation))
            {
                parse.CanExtend = false;
                parse.Report(
                    Descriptors.NotPartial,
                    NameLocation(current),
                    current.Name,
                    SymbolEqualityComparer.Default.Equals(current, parse.Type) ? "it" : $"'{parse.Type.Name}' inside it");
            }
        }
    }

    /// <summary>The full metadata name, which no other class has.</summary>
    private static string MetadataName(INamedTypeSymbol type)
    {
        var name = new StringBuilder(type.MetadataName);
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            name.Insert(0, outer.MetadataName + "+");
        }

        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            name.Insert(0, space.MetadataName + ".");
        }

        return name.ToString();
    }

    private static string Namespace(INamedTypeSymbol type)
    {
        var parts = new Stack<string>();
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            parts.Push(TypeNames.Escape(space.Name));
        }

        return string.Join(".", parts);
    }

    private static EquatableArray<string> Declarations(INamedTypeSymbol type, ModuleSignature signature)
    {
        // Every part says for itself that it may name pointers.
        var safety = signature.Parameters.Any(parameter => parameter.Type.IndexOf('*') >= 0) ? "unsafe " : "";
        var types = new Stack<string>();
        for (var current = type; current is not null; current = current.ContainingType)
        {
            types.Push($"{safety}partial {Keyword(current)} {SelfName(current)}");
            safety = "";
        }

        return types.ToEquatableArray();
    }

    private static string? WhyClosed(INamedTypeSymbol type, bool isAnnotated)
    {
        if (type.IsFileLocal)
        {
            return "file-local";
        }

        if (!isAnnotated)
        {
            return null;
        }

        return type switch
        {
            { TypeKind: TypeKind.Interface } => "an interface",
            { TypeKind: not TypeKind.Class } => "a " + Keyword(type),
            { IsStatic: true } => "static",
            { IsAbstract: true } => "abstract",
            _ => null,
        };
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation)
        => type.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(cancellation))
            .OfType<TypeDeclarationSyntax>()
            .Any(declaration => declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
        { IsRecord: true } => "record",
        { TypeKind: TypeKind.Struct } => "struct",
        { TypeKind: TypeKind.Interface } => "interface",
        _ => "class",
    };

    /// <summary>The compiler warns of a type in lower case, which may become a keyword, unless it is escaped.</summary>
    private static string DeclaredName(INamedTypeSymbol type)
        => type.Name.All(character => character is >= 'a' and <= 'z') ? "@" + type.Name : TypeNames.Escape(type.Name);

    private static string TypeParameters(INamedTypeSymbol type, Func<ITypeParameterSymbol, string> written)
        => type.TypeParameters.Length == 0 ? "" : $"<{string.Join(", ", type.TypeParameters.Select(written))}>";

    private static string Declaration(ITypeParameterSymbol parameter)
        => parameter.Variance switch
        {
            VarianceKind.In => "in ",
            VarianceKind.Out => "out ",
            _ => "",
        } + TypeNames.Escape(parameter.Name);
}

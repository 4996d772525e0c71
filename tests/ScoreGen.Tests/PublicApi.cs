using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ScoreGen.Tests;

/// <summary>The public and protected members of an assembly's namespaces that begin alike, one line each.</summary>
internal static class PublicApi
{
    private static readonly SymbolDisplayFormat format = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        SymbolDisplayGenericsOptions.IncludeTypeParameters,
        SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeRef,
        SymbolDisplayDelegateStyle.NameAndSignature,
        SymbolDisplayExtensionMethodStyle.StaticMethod,
        SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis,
        SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    internal static IEnumerable<string> Lines(string assembly, string root)
    {
        var reference = MetadataReference.CreateFromFile(assembly);
        var framework = Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll")
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("reader", references: [reference, .. framework]);
        var symbol = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!;
        return Namespaces(symbol.GlobalNamespace)
            .Where(space => space.ToDisplayString().StartsWith(root, StringComparison.Ordinal))
            .SelectMany(space => space.GetTypeMembers())
            .SelectMany(Lines);
    }

    private static IEnumerable<INamespaceSymbol> Namespaces(INamespaceSymbol space) =>
        space.GetNamespaceMembers().SelectMany(Namespaces).Append(space);

    private static IEnumerable<string> Lines(INamedTypeSymbol type)
    {
        if (!Visible(type))
            yield break;
        yield return Header(type);
        foreach (var member in type.GetMembers().Where(Visible))
        {
            if (member is INamedTypeSymbol nested)
            {
                foreach (var line in Lines(nested))
                    yield return line;
            }
            else if (Shown(member))
            {
                yield return Access(member) + Text(member);
            }
        }
    }

    private static string Header(INamedTypeSymbol type)
    {
        var form = type.IsStatic ? "" : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "";
        var inherited = type.BaseType is null or { SpecialType: SpecialType.System_Object } ? "" : $" : {type.BaseType.ToDisplayString(format)}";
        return $"{type.ToDisplayString(format)} [{form}{type.TypeKind.ToString().ToLowerInvariant()}]{inherited}";
    }

    /// <summary>Whether a struct's member says that it changes nothing makes no difference to callers.</summary>
    private static string Text(ISymbol member) => member is IFieldSymbol
        ? member.ToDisplayString(format)
        : member.ToDisplayString(format).Replace("readonly ", "", StringComparison.Ordinal);

    private static bool Visible(ISymbol symbol) => symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected
        or Accessibility.ProtectedOrInternal;

    private static string Access(ISymbol symbol) => symbol.DeclaredAccessibility == Accessibility.Public ? "" : "protected ";

    private static bool Shown(ISymbol member) => member is not IMethodSymbol method
        || method.MethodKind is MethodKind.Ordinary or MethodKind.Constructor or MethodKind.Conversion or MethodKind.UserDefinedOperator or MethodKind.Destructor;
}

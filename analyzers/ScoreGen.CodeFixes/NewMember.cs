using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace ScoreGen.CodeFixes;

/// <summary>A member that a fix adds: indented and ended as the members around it, its names as short as the usings allow.</summary>
internal static class NewMember
{
    private const string Unit = "    ";

    /// <param name="type">The type as it is in the file, for its indentation and line ends.</param>
    /// <param name="lines">The member, indented by four spaces a level from its own first line.</param>
    public static MemberDeclarationSyntax Of(TypeDeclarationSyntax type, params string[] lines)
    {
        var lineEnd = LineEnd.Of(type).ToString();
        var indentation = Indentation(type);
        var text = lines.Select(line => indentation + (indentation.Contains("\t") ? line.Replace(Unit, "\t") : line) + lineEnd);
        var separator = type.Members.Count > 0 ? lineEnd : "";
        return SyntaxFactory.ParseMemberDeclaration(separator + string.Concat(text))!.WithAdditionalAnnotations(Simplifier.Annotation);
    }

    /// <summary>How a constructor is declared: that of an abstract class is for those that derive from it.</summary>
    public static string Access(TypeDeclarationSyntax type) => type.Modifiers.Any(SyntaxKind.AbstractKeyword) ? "protected" : "public";

    /// <summary>Where a constructor belongs: below the fields and the properties that hold something.</summary>
    public static ClassDeclarationSyntax InsertAfterFields(ClassDeclarationSyntax type, MemberDeclarationSyntax member)
        => type.WithMembers(type.Members.Insert(type.Members.LastIndexOf(Holds) + 1, member));

    private static bool Holds(MemberDeclarationSyntax member)
        => member is FieldDeclarationSyntax
            || (member is PropertyDeclarationSyntax { AccessorList: { } list } && list.Accessors.All(accessor => accessor is { Body: null, ExpressionBody: null }));

    private static string Indentation(TypeDeclarationSyntax type)
        => type.Members.Select(Spaces).FirstOrDefault(spaces => spaces.Length > 0) ?? Spaces(type) + Unit;

    /// <summary>What stands before a node on its line.</summary>
    public static string Spaces(SyntaxNode node)
        => node.GetLeadingTrivia().LastOrDefault() is { RawKind: (int)SyntaxKind.WhitespaceTrivia } spaces ? spaces.ToString() : "";
}

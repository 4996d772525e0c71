using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScoreGen.Generator.Tracking;

/// <summary>The types of a file that may be annotated, by its syntax alone: what an annotation means is for the compilation to say.</summary>
internal sealed class Candidates
{
    private static readonly HashSet<string> DepthNames = ["ScoreDepth", "ScoreDepthAttribute"];

    private readonly List<TypeDeclarationSyntax> withAnnotations = [];
    private readonly HashSet<string> aliases = [];
    private readonly HashSet<string> globalAliases = [];
    private readonly TypeDeclarationSyntax[] plain;

    public Candidates(SyntaxNode root)
    {
        Find(root);
        plain = [.. withAnnotations.Where(type => IsAnnotated(type, aliases))];
    }

    /// <summary>The aliases that count in every file.</summary>
    public IReadOnlyCollection<string> GlobalAliases => globalAliases;

    public static bool NamesDepth(AttributeSyntax annotation) => DepthNames.Contains(SimpleName(annotation));

    /// <param name="everywhere">The aliases of the project that count in every file.</param>
    public IReadOnlyCollection<TypeDeclarationSyntax> Among(HashSet<string> everywhere)
        => everywhere.Count == 0 ? plain : [.. withAnnotations.Where(type => IsAnnotated(type, aliases) || IsAnnotated(type, everywhere))];

    private static bool IsAnnotated(TypeDeclarationSyntax type, HashSet<string> aliases)
        => type.AttributeLists.SelectMany(list => list.Attributes).Any(annotation => NamesDepth(annotation) || aliases.Contains(SimpleName(annotation)));

    private static string SimpleName(AttributeSyntax annotation) => annotation.Name.GetLastToken().ValueText;

    /// <summary>Members other than types are not looked into: nothing in them is annotated.</summary>
    private void Find(SyntaxNode node)
    {
        foreach (var child in node.ChildNodes())
        {
            switch (child)
            {
                case UsingDirectiveSyntax { Alias: { } alias } import:
                    (import.GlobalKeyword == default ? aliases : globalAliases).Add(alias.Name.Identifier.ValueText);
                    break;
                case TypeDeclarationSyntax type:
                    if (type.AttributeLists.Count > 0)
                    {
                        withAnnotations.Add(type);
                    }

                    Find(type);
                    break;
                case BaseNamespaceDeclarationSyntax:
                    Find(child);
                    break;
            }
        }
    }
}

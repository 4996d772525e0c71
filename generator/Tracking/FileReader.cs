using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScoreGen.Generator.Tracking;

/// <summary>
/// Reads from a file, by its syntax alone, what a class in another file can depend on. The members of each type are kept apart from the
/// outline: the outline counts for every class of the project, the members only for those that get to the type by its name.
/// </summary>
internal sealed class FileReader
{
    private readonly List<OpenType> types = [];
    private readonly Stack<OpenType> open = new();
    private readonly HashSet<string> imports = [];
    private readonly HashSet<string> globalImports = [];
    private readonly Fingerprint outline = new();
    private ulong tokensRead;

    public static FileFacts Read(SyntaxTree file)
    {
        var reader = new FileReader();
        reader.ReadHead(file);
        reader.ReadDeclarations(file.GetRoot());
        return new FileFacts(reader.outline.Value, [.. reader.types.Select(reader.Close)], reader.globalImports);
    }

    /// <summary>The path decides the names of file-local types; a comment at the top may say that the file is generated, which decides on null.</summary>
    private void ReadHead(SyntaxTree file)
    {
        outline.Add(file.FilePath);
        outline.Add(file.GetRoot().GetLeadingTrivia().ToFullString());
    }

    private TypeFacts Close(OpenType type)
    {
        type.Mentions.UnionWith(imports);
        return new TypeFacts(type.Name, type.Members.Value, [.. type.Mentions]);
    }

    private void ReadDeclarations(SyntaxNode container)
    {
        foreach (var child in container.ChildNodesAndTokens())
        {
            switch (child.AsNode())
            {
                case BaseNamespaceDeclarationSyntax space:
                    ReadDeclarations(space);
                    break;
                case BaseTypeDeclarationSyntax type:
                    ReadType(type);
                    break;
                case GlobalStatementSyntax statement:
                    outline.Add(nameof(GlobalStatementSyntax));
                    Skip(statement);
                    break;
                case UsingDirectiveSyntax import:
                    (import.GlobalKeyword == default ? imports : globalImports).UnionWith(Names(import));
                    Read(import, inMember: false);
                    break;
                default:
                    Read(child, inMember: open.Count > 0 && IsMember(child.AsNode()));
                    break;
            }
        }
    }

    /// <summary>The head of a type is of the outline, and its annotations and members are not.</summary>
    private void ReadType(BaseTypeDeclarationSyntax declaration)
    {
        var type = new OpenType(declaration.Identifier.ValueText, open.Select(outer => outer.Name));
        types.Add(type);
        open.Push(type);
        ReadDeclarations(declaration);
        open.Pop();
    }

    private static bool IsMember(SyntaxNode? node) => node is AttributeListSyntax or MemberDeclarationSyntax and not DelegateDeclarationSyntax;

    /// <summary>Without recursion: an initialiser may be nested more deeply than the stack is.</summary>
    private void Read(SyntaxNodeOrToken declaration, bool inMember)
    {
        if (declaration.AsNode() is not { } node)
        {
            Add(declaration.AsToken(), inMember);
            return;
        }

        foreach (var part in node.DescendantNodesAndTokens(descendIntoChildren: IsSeen))
        {
            if (part.IsToken)
            {
                Add(part.AsToken(), inMember);
            }
            else if (!IsSeen(part.AsNode()!))
            {
                Mention(part.AsNode()!);
                Skip(part.AsNode()!);
            }
        }
    }

    /// <summary>Bodies are not seen from outside, and neither are the settings of an annotation.</summary>
    private static bool IsSeen(SyntaxNode node)
        => node is not (BlockSyntax or ArrowExpressionClauseSyntax)
            && !(node is AttributeArgumentListSyntax { Parent: AttributeSyntax annotation } && Candidates.NamesDepth(annotation));

    private void Add(SyntaxToken token, bool inMember)
    {
        AddNullableDirectives(token.ContainsDirectives ? token.LeadingTrivia : default);
        tokensRead++;
        if (inMember)
        {
            open.Peek().Members.Add(token.Text);
        }
        else
        {
            outline.Add(token.Text);
        }

        if (open.Count > 0 && token.IsKind(SyntaxKind.IdentifierToken))
        {
            open.Peek().Mentions.Add(token.ValueText);
        }
    }

    private void Skip(SyntaxNode node)
    {
        if (node.ContainsDirectives)
        {
            AddNullableDirectives(node.DescendantTrivia());
        }
    }

    /// <summary>A directive counts for every declaration behind it, wherever it stands.</summary>
    private void AddNullableDirectives(IEnumerable<SyntaxTrivia> trivia)
    {
        foreach (var directive in trivia.Where(item => item.IsKind(SyntaxKind.NullableDirectiveTrivia)))
        {
            outline.Add(directive.ToFullString());
            outline.Add(tokensRead);
        }
    }

    /// <summary>The settings of an annotation are the class's own, and so are the names in them.</summary>
    private void Mention(SyntaxNode node)
    {
        if (open.Count > 0 && node is AttributeArgumentListSyntax)
        {
            open.Peek().Mentions.UnionWith(Names(node));
        }
    }

    private static IEnumerable<string> Names(SyntaxNode node)
        => node.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText);

    /// <summary>A type whose declaration is being read.</summary>
    private sealed class OpenType(string name, IEnumerable<string> containing)
    {
        public string Name { get; } = name;

        public Fingerprint Members { get; } = new();

        public HashSet<string> Mentions { get; } = [.. containing, name];
    }
}

using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScoreGen.CodeFixes;

/// <summary>The <c>[ScoreBlock]</c> on a member, as it is written.</summary>
internal static class BlockMark
{
    /// <summary>The mark; null where there is none.</summary>
    public static AttributeSyntax? Find(FoundNode<MemberDeclarationSyntax> member, CancellationToken cancellation)
        => member.Node.AttributeLists.SelectMany(list => list.Attributes).FirstOrDefault(attribute =>
            member.Model.GetTypeInfo(attribute, cancellation).Type is { Name: "ScoreBlockAttribute", ContainingNamespace: { Name: "ScoreGen", ContainingNamespace.IsGlobalNamespace: true } });

    /// <summary>The member without a mark; its list of attributes goes with the last one, and what stands above the member stays.</summary>
    public static MemberDeclarationSyntax Without(MemberDeclarationSyntax member, AttributeSyntax mark)
    {
        var list = (AttributeListSyntax)mark.Parent!;
        var bare = list.Attributes.Count > 1
            ? member.ReplaceNode(list, list.WithAttributes(list.Attributes.Remove(mark)))
            : member.WithAttributeLists(member.AttributeLists.Remove(list));
        return bare.WithLeadingTrivia(member.GetLeadingTrivia());
    }
}

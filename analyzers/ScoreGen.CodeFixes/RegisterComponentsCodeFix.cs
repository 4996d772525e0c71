using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScoreGen.CodeFixes;

/// <summary>SCORE205: calls RegisterComponents() at the end of each constructor of a class that does not. What the model computes stays as it is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RegisterComponentsCodeFix))]
[Shared]
public sealed class RegisterComponentsCodeFix : ScoreCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("SCORE205");

    private protected override IEnumerable<Remedy> Remedies(Diagnostic diagnostic)
        => diagnostic.AdditionalLocations.Count > 0 ? [new Remedy("Call RegisterComponents() at the end of the constructor", RegisterAsync)] : [];

    /// <summary>The additional locations name the constructors, or the class where it has none that is written out.</summary>
    private static async Task<bool> RegisterAsync(ChangedFiles files, Diagnostic diagnostic)
    {
        var edits = new List<Action>();
        foreach (var place in diagnostic.AdditionalLocations)
        {
            if (await files.Find<MemberDeclarationSyntax>(place).ConfigureAwait(false) is not { } member || Edit(member, files) is not { } edit)
            {
                return false;
            }

            edits.Add(edit);
        }

        edits.ForEach(edit => edit());
        return true;
    }

    private static Action? Edit(FoundNode<MemberDeclarationSyntax> member, ChangedFiles files)
    {
        switch (member.Node)
        {
            case ConstructorDeclarationSyntax constructor:
                return () => member.File.ReplaceNode(constructor, (current, _) => ConstructorEnd.Add((ConstructorDeclarationSyntax)current, constructor));
            case ClassDeclarationSyntax { ParameterList: null } type:
                return () => member.File.ReplaceNode(type, (current, _) => AddConstructor((ClassDeclarationSyntax)current, type));
            case ClassDeclarationSyntax type when PrimaryConstructor.Of(type, member.Model, files.Cancellation) is { } primary:
                return () => member.File.ReplaceNode(type, (current, _) => primary.WrittenOut((ClassDeclarationSyntax)current));
            default:
                return null;
        }
    }

    private static ClassDeclarationSyntax AddConstructor(ClassDeclarationSyntax current, ClassDeclarationSyntax type)
        => ConstructorEnd.IsCalled(current)
            ? current
            : NewMember.InsertAfterFields(current, NewMember.Of(type, $"{NewMember.Access(type)} {type.Identifier.Text}() => {ConstructorEnd.Call}"));
}

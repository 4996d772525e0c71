using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScoreGen.Analyzers;
using ScoreGen.Generator.Model;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.CodeFixes;

/// <summary>SCORE312: a method becomes the block, and hands the cell the state where the cell takes it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RecurrentCellCodeFix))]
[Shared]
public sealed class RecurrentCellCodeFix : ScoreCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("SCORE312");

    private protected override IEnumerable<Remedy> Remedies(Diagnostic diagnostic)
        => diagnostic.Properties.ContainsKey(RecurrentCellProperties.IsOne) ? [new Remedy("Call the cell in a method that hands it the state: another model", CallInMethodAsync)] : [];

    private static async Task<bool> CallInMethodAsync(ChangedFiles files, Diagnostic diagnostic)
    {
        if (await files.Find<MemberDeclarationSyntax>(diagnostic.Location).ConfigureAwait(false) is not { Node: { Parent: TypeDeclarationSyntax type } member } place
            || place.Model.GetDeclaredSymbol(type, files.Cancellation) is not INamedTypeSymbol symbol
            || TorchTypes.ModuleBase(symbol) is not { } module
            || BlockMark.Find(place, files.Cancellation) is not { } mark)
        {
            return false;
        }

        var cell = member.FindToken(diagnostic.Location.SourceSpan.Start).Text;
        var receiver = cell is "h" or "x" ? "this." + cell : cell;
        var types = module.TypeArguments.Select(argument => TypeNames.Of(argument, place.Model.Compilation)).ToList();
        var name = FreeNames.Find("Block", symbol.MemberNames);
        var method = NewMember.Of(
            type,
            $"[{mark}]",
            $"private {types[2]} {name}({types[0]} h, {types[1]} x) => {receiver}.call(x, h);");
        place.File.ReplaceNode(member, BlockMark.Without(member, mark));
        place.File.ReplaceNode(type, (current, _) => ((TypeDeclarationSyntax)current).AddMembers(method));
        return true;
    }
}

using System.Collections.Generic;
using System.Linq;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Steps;
using ScoreGen.Generator.Emitting.Support;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Members;

/// <summary>The check that a member has one entry for each step of a block.</summary>
/// <param name="Member">The member's name.</param>
/// <param name="Owner">The member as an expression.</param>
/// <param name="Kind">What its entries are.</param>
/// <param name="Steps">How many there must be.</param>
/// <param name="Name">The member as the message names it, a literal.</param>
internal sealed record EntryCheck(string Member, string Owner, StepSourceKind Kind, int Steps, string Name)
{
    /// <summary>The checks of all blocks; a member that serves several blocks of as many steps is checked once.</summary>
    public static IEnumerable<EntryCheck> Of(EmitContext context)
    {
        var blocks = context.Depth.Phases
            .Where(phase => phase.Block.Kind == BlockKind.ModuleList)
            .Select(phase => (Source: new StepSource(phase.Block.Name, phase.Block.Target, StepSourceKind.Modules), phase.Steps));
        var sources = context.Depth.Phases.SelectMany(phase => phase.Block.Sources.Select(source => (Source: source, phase.Steps)));
        return blocks.Concat(sources)
            .Distinct()
            .Select(use => new EntryCheck(use.Source.Name, BlockCall.Owner(context, use.Source), use.Source.Kind, use.Steps, Literals.Of($"{context.Model.DisplayName}.{use.Source.Name}")));
    }

    /// <summary>The call that refuses another number.</summary>
    /// <param name="owner">The member as an expression that is not null.</param>
    public string Call(string owner) => Kind switch
    {
        StepSourceKind.Rows => $"{SupportFile.Depth.Name("RequireRows")}({owner}, {Steps}, {Name});",
        StepSourceKind.Parameters => $"{SupportFile.Depth.Name("RequireEntries")}({owner}.Count, {Steps}, {Name}, \"parameter\");",
        _ => $"{SupportFile.Depth.Name("RequireEntries")}({owner}.Count, {Steps}, {Name});",
    };
}

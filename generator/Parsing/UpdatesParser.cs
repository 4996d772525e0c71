using System.Linq;
using System.Threading;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Generator.Parsing;

/// <summary>Reads <c>Updates</c> of <c>[ScoreBlock]</c>: the one part of the state that a block moves.</summary>
internal static class UpdatesParser
{
    public static bool IsPossible(DepthParse parse, BlockMember block)
    {
        var (states, index) = (parse.Signature.States, block.Updates!.Value);
        var location = new DepthArguments(block.Mark!, CancellationToken.None).Location("Updates");
        if (states == 1)
        {
            parse.Report(Descriptors.Excluding, location, $"Updates = {index}", "a state of one tensor", "there is no other part that could pass unchanged; remove Updates");
            return false;
        }

        if (parse.IsEquilibrium)
        {
            parse.Report(Descriptors.Excluding, location, $"Updates = {index}", "[ScoreEquilibrium]", "a fixed point is sought for the whole state; give the other parts to the block as contexts");
            return false;
        }

        if (index < 0 || index >= states)
        {
            parse.Report(Descriptors.OutOfRange, location, $"Updates of '{block.Symbol.Name}'", index, $"it must be 0 to {states - 1}, a part of the state, or -1 for all of them");
            return false;
        }

        return true;
    }

    /// <summary>Refuses a method that is given the block's value of each part of the state.</summary>
    public static void Exclude(DepthParse parse, MarkedMember marked, string mark)
    {
        if (parse.Phases.FirstOrDefault(phase => phase.Block.Updates is not null) is { } phase)
        {
            parse.Report(
                Descriptors.Excluding,
                marked.Location,
                $"{mark} on the method '{marked.Name}'",
                $"Updates = {phase.Block.Updates} of '{phase.Block.Name}'",
                "the method is given the block's value of each part of the state, and this block returns that of one alone");
        }
    }
}

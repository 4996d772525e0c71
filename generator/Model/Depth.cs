using System.Linq;

namespace ScoreGen.Generator.Model;

/// <summary>The blocks, in their order, and how they are applied.</summary>
/// <param name="Phases">One for each block; a class with one block has one phase.</param>
/// <param name="Settings">The settings of the whole depth.</param>
/// <param name="Steering">What steers the pass while it runs.</param>
internal sealed record Depth(EquatableArray<Phase> Phases, Settings Settings, Steering Steering)
{
    /// <summary>The steps of one cycle.</summary>
    public int CycleSteps => Phases.Sum(phase => phase.Steps);

    public Phase PhaseOf(int step)
    {
        var left = step % CycleSteps;
        foreach (var phase in Phases)
        {
            if (left < phase.Steps)
            {
                return phase;
            }

            left -= phase.Steps;
        }

        return Phases[Phases.Count - 1];
    }

    /// <summary>Whether a step is the first to use its block, or its own weights of a list of them.</summary>
    public bool IsFirstUse(int step)
        => step < CycleSteps && (PhaseOf(step).Block.HasIndex || step == StartOf(PhaseOf(step)));

    public int IndexOf(Phase phase) => Phases.TakeWhile(other => !ReferenceEquals(other, phase)).Count();

    /// <summary>The first step of a phase within its cycle.</summary>
    public int StartOf(Phase phase) => Phases.TakeWhile(other => !ReferenceEquals(other, phase)).Sum(other => other.Steps);
}

/// <summary>A block and for how many steps in a row it is applied.</summary>
internal sealed record Phase(Block Block, int Steps);

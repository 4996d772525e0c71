using ScoreGen.Generator.Emitting.CSharp;

namespace ScoreGen.Generator.Emitting.Steps;

/// <summary>What a block is told of the step it stands in: constants in the unrolled pass, variables in a loop.</summary>
internal abstract record StepPosition(string Step)
{
    /// <summary>The depth time at an offset from the start of the step.</summary>
    public abstract string TimeOf(double offset);

    /// <summary>The same at a share of a step whose size is an expression.</summary>
    public string TimeOf(double share, string size)
        => share == 0 ? TimeOf(0) : $"{TimeOf(0)} + {(share == 1 ? size : $"({Literals.Of(share)} * {size})")}";

    /// <summary>The step within a cycle, less the phase's first one: the index into a list of modules.</summary>
    public abstract string IndexIn(int cycle, int start, bool hasCycles);

    /// <summary>A step of the unrolled pass.</summary>
    public sealed record Unrolled(int Index, double Start) : StepPosition(Literals.Of(Index))
    {
        public override string TimeOf(double offset) => Literals.Of(Start + offset);

        public override string IndexIn(int cycle, int start, bool hasCycles) => Literals.Of((Index % cycle) - start);
    }

    /// <summary>A step chosen at run time.</summary>
    public sealed record Running(string Index, string Start) : StepPosition(Index)
    {
        public override string TimeOf(double offset) => offset == 0 ? Start : $"{Start} + {Literals.Of(offset)}";

        public override string IndexIn(int cycle, int start, bool hasCycles)
        {
            var inCycle = hasCycles ? $"{Index} % {Literals.Of(cycle)}" : Index;
            return start == 0 ? inCycle : $"{(hasCycles ? $"({inCycle})" : inCycle)} - {Literals.Of(start)}";
        }
    }
}

using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ScoreGen.Grammar.Tests;

/// <summary>What the generator writes, in one shape for states of one tensor and of two; and the functions that it calls.</summary>
public interface ICase
{
    ScorePlan Plan { get; }

    Parameter? LearnedDt { get; }

    Core CoreOf(int phase, int index);

    /// <summary>What the gate returns: the step size, or what is kept and what is written.</summary>
    Tensor[] Gate(Tensor[] state, Tensor[] value, Tensor context) => throw new NotSupportedException();

    /// <summary>What is added to the weights of the stages.</summary>
    Parameter? StageWeights => null;

    /// <summary>What a step has for itself, beside the function that all share.</summary>
    Tensor Own(int phase, int index, Tensor context) => throw new NotSupportedException();

    /// <summary>The share of the first of two stages.</summary>
    Tensor Mix(Tensor[] first, Tensor[] second) => throw new NotSupportedException();

    /// <summary>What becomes of each new state.</summary>
    Tensor[] After(Tensor[] state, Tensor context, int step) => throw new NotSupportedException();

    /// <summary>The chance of each position to halt.</summary>
    Tensor Halt(Tensor state, Tensor context) => throw new NotSupportedException();

    (Tensor State, Tensor Ponder) ForwardWithPonder(Tensor state, Tensor context) => throw new NotSupportedException();

    (Tensor[] States, Tensor Exits) ForwardWithExits(Tensor state, Tensor context) => throw new NotSupportedException();

    /// <summary>The scores of the tokens.</summary>
    Tensor Route(Tensor state, Tensor context) => throw new NotSupportedException();

    (Tensor State, Tensor Logits, Tensor Depths) ForwardWithRouting(Tensor state, Tensor context) => throw new NotSupportedException();

    Tensor[] Forward(Tensor[] state, Tensor context);

    /// <summary>Emitted where blocks hand a memory on.</summary>
    (Tensor[] State, Tensor? Carry) ForwardWithCarry(Tensor[] state, Tensor context) => throw new NotSupportedException();

    /// <summary>Emitted where more than one number of steps has a meaning.</summary>
    Tensor[] ForwardSteps(int steps, Tensor[] state, Tensor context) => throw new NotSupportedException();

    /// <summary>Emitted where the module does not decide the step sizes itself.</summary>
    Tensor[] ForwardSchedule(double[] dt, Tensor[] state, Tensor context) => throw new NotSupportedException();

    /// <summary>Emitted where something can end a pass early.</summary>
    Tensor[] ForwardUntil(Tensor[] state, Tensor context, out int stepsTaken) => throw new NotSupportedException();

    /// <summary>Emitted where all of the state moves.</summary>
    (Tensor[] State, Tensor Energy) ForwardWithEnergy(Tensor[] state, Tensor context) => throw new NotSupportedException();

    Tensor[][] AllStates(Tensor[] state, Tensor context);
}

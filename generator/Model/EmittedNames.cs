using System.Linq;

namespace ScoreGen.Generator.Model;

/// <summary>The names of the emitted members. Private ones give way to the user's; public ones are the contract.</summary>
/// <param name="Coefficients">The nested class that holds the folded coefficients.</param>
/// <param name="Evaluate">The method that evaluates the block in a scope of its own.</param>
/// <param name="Advance">The method that takes one step, chosen at run time.</param>
/// <param name="AdvanceWithEnergy">The same with the energy of the step.</param>
/// <param name="AdvanceBy">The method that takes one step of a size that is chosen at run time.</param>
/// <param name="AdvanceChosen">The method that takes one step with the tokens that are chosen for it.</param>
/// <param name="AdvanceChosenBy">The same of a size that is chosen at run time.</param>
/// <param name="StepSize">The method that computes a learned step size.</param>
/// <param name="StageWeights">The method that computes the learned weights of stages.</param>
/// <param name="Field">The method that evaluates F alone.</param>
/// <param name="Map">The method that evaluates the map whose fixed point is sought.</param>
/// <param name="ForwardToExit">The method that ends a pass without gradients once every position has left.</param>
/// <param name="Checkpointed">The method that takes one step and computes it again in the backward pass.</param>
/// <param name="CheckpointedWithEnergy">The same with the energy of the step.</param>
/// <param name="CheckpointedBy">The same of a size that is chosen at run time.</param>
/// <param name="Companions">The public members beside <c>forward</c>, in their order.</param>
/// <param name="Omitted">The public members that the user's own code already has a name for: an error stands, and they are left out.</param>
internal sealed record EmittedNames(
    string Coefficients,
    string Evaluate,
    string Advance,
    string AdvanceWithEnergy,
    string AdvanceBy,
    string AdvanceChosen,
    string AdvanceChosenBy,
    string StepSize,
    string StageWeights,
    string Field,
    string Map,
    string ForwardToExit,
    string Checkpointed,
    string CheckpointedWithEnergy,
    string CheckpointedBy,
    EquatableArray<Companion> Companions,
    EquatableArray<string> Omitted)
{
    public const string Forward = "forward";
    public const string ForwardSteps = "ForwardSteps";
    public const string ForwardSchedule = "ForwardSchedule";
    public const string ForwardUntil = "ForwardUntil";
    public const string ForwardWithEnergy = "ForwardWithEnergy";
    public const string ForwardWithJacobian = "ForwardWithJacobian";
    public const string ForwardWithPonder = "ForwardWithPonder";
    public const string ForwardWithExits = "ForwardWithExits";
    public const string ForwardWithRouting = "ForwardWithRouting";
    public const string ForwardWithCarry = "ForwardWithCarry";
    public const string States = "States";
    public const string Trace = "Trace";
    public const string Spectrum = "Spectrum";
    public const string Solve = "Solve";
    public const string Depth = "Depth";

    /// <summary>The members that an annotated class can get beside <c>forward</c>.</summary>
    public static readonly string[] AllCompanions = [ForwardSteps, ForwardSchedule, ForwardUntil, Solve, ForwardWithEnergy, ForwardWithJacobian, ForwardWithPonder, ForwardWithExits, ForwardWithRouting, ForwardWithCarry, States, Trace, Spectrum, Depth];

    /// <summary>What asks for a member; None for one that follows from other settings.</summary>
    public static DepthMembers Flag(string companion) => companion switch
    {
        ForwardSteps => DepthMembers.Steps,
        ForwardSchedule => DepthMembers.Schedule,
        ForwardWithEnergy => DepthMembers.Energy,
        States => DepthMembers.States,
        Trace => DepthMembers.Trace,
        Spectrum => DepthMembers.Spectrum,
        ForwardWithJacobian => DepthMembers.Jacobian,
        _ => DepthMembers.None,
    };

    /// <summary>Whether a class with steps, or one with an equilibrium, can have a member.</summary>
    public static bool IsPossible(string companion, bool isEquilibrium) => companion switch
    {
        ForwardWithJacobian or Spectrum or Depth => true,
        Solve => isEquilibrium,
        _ => !isEquilibrium,
    };

    public bool Has(string companion) => Companions.Any(other => other.Name == companion);
}

/// <summary>A public member beside <c>forward</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Overrides">Whether an annotated base class has it as well: called through the base, it is the derived one that runs.</param>
/// <param name="Hides">Whether it hides a member of a base class, which the compiler wants to be said.</param>
/// <param name="IsVirtual">Whether a class can derive from this one.</param>
internal sealed record Companion(string Name, bool Overrides, bool Hides, bool IsVirtual);

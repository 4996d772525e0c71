namespace ScoreGen.Generator.Model;

/// <summary>The names of the emitted members. Private ones give way to the user's; public ones are the contract.</summary>
/// <param name="Coefficients">The nested class that holds the folded coefficients.</param>
/// <param name="Evaluate">The method that evaluates the block in a scope of its own.</param>
/// <param name="Advance">The method that takes one step, chosen at run time.</param>
/// <param name="AdvanceWithEnergy">The same with the energy of the step.</param>
/// <param name="StepSize">The method that computes a learned step size.</param>
/// <param name="Checkpointed">The method that takes one step and computes it again in the backward pass.</param>
/// <param name="CheckpointedWithEnergy">The same with the energy of the step.</param>
/// <param name="Hiding">The public members that hide one of a base class and need <c>new</c>.</param>
/// <param name="Omitted">The public members that the user's own code already has a name for: an error stands, and they are left out.</param>
internal sealed record EmittedNames(
    string Coefficients,
    string Evaluate,
    string Advance,
    string AdvanceWithEnergy,
    string StepSize,
    string Checkpointed,
    string CheckpointedWithEnergy,
    EquatableArray<string> Hiding,
    EquatableArray<string> Omitted)
{
    public const string Forward = "forward";
    public const string ForwardSteps = "ForwardSteps";
    public const string ForwardUntil = "ForwardUntil";
    public const string ForwardWithEnergy = "ForwardWithEnergy";
    public const string States = "States";
    public const string Trace = "Trace";
    public const string Depth = "Depth";

    /// <summary>The members that an annotated class gets beside <c>forward</c>.</summary>
    public static readonly string[] Companions = [ForwardSteps, ForwardUntil, ForwardWithEnergy, States, Trace, Depth];
}

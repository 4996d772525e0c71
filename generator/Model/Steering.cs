using System.Collections.Generic;
using System.Linq;

namespace ScoreGen.Generator.Model;

/// <summary>What steers a pass while it runs; each part is null where the class has none.</summary>
/// <param name="LearnedDt">The parameter that learns the step size.</param>
/// <param name="Gate">The method that decides the step size from the state.</param>
/// <param name="Stages">What weighs the stages of a step.</param>
/// <param name="Exit">The method that ends a pass early.</param>
/// <param name="Halt">What gives positions their chance to halt.</param>
/// <param name="After">The method that is applied to each new state.</param>
/// <param name="Route">What says which tokens a step takes.</param>
internal sealed record Steering(LearnedDt? LearnedDt = null, Gate? Gate = null, StageWeights? Stages = null, Exit? Exit = null, Halt? Halt = null, SteeringMember? After = null, Route? Route = null)
{
    public static readonly Steering None = new();

    /// <summary>The members that the pass calls.</summary>
    public IEnumerable<SteeringMember> Members
        => new[] { Gate?.Member, Stages?.Mix, Exit?.Member, Halt?.Member, After, Route?.Member }.OfType<SteeringMember>();

    /// <summary>The names of all members that the pass uses, as messages have them.</summary>
    public IEnumerable<string> Names
        => Members.Select(member => member.Name).Concat(new[] { LearnedDt?.Name, Stages?.Name }.OfType<string>());
}

/// <summary>A method, or a module, that steers a pass.</summary>
/// <param name="Name">The member's name as the user wrote it, for messages.</param>
/// <param name="Target">What is called, such as <c>Gate</c>.</param>
/// <param name="Arguments">What each parameter is given.</param>
/// <param name="MayReturnNull">Whether the declared result is nullable.</param>
internal sealed record SteeringMember(string Name, string Target, EquatableArray<Argument> Arguments, bool MayReturnNull);

/// <summary>A parameter that learns the step size.</summary>
/// <param name="Field">The field, escaped.</param>
/// <param name="Name">The field as messages name it.</param>
/// <param name="Per">What each of its elements is for.</param>
/// <param name="Max">The step size that is never reached.</param>
internal sealed record LearnedDt(string Field, string Name, Per Per, double Max);

/// <summary>A method that decides the step size from the state.</summary>
/// <param name="Member">The method.</param>
/// <param name="ReplacesRule">Whether it returns what is kept of the state and what is written of F, instead of the step size.</param>
internal sealed record Gate(SteeringMember Member, bool ReplacesRule);

/// <summary>What weighs the stages of a step: a parameter, or for two stages a method.</summary>
/// <param name="Field">The parameter, escaped; empty where a method weighs.</param>
/// <param name="Name">The member as messages name it.</param>
/// <param name="Mix">The method; null where a parameter weighs.</param>
internal sealed record StageWeights(string Field, string Name, SteeringMember? Mix);

/// <summary>A method that ends a pass early.</summary>
/// <param name="Member">The method.</param>
/// <param name="IsPerPosition">Whether it decides for each sample or position, and not for the whole state.</param>
internal sealed record Exit(SteeringMember Member, bool IsPerPosition);

/// <summary>What gives positions their chance to halt.</summary>
/// <param name="Member">The method or the module.</param>
/// <param name="Threshold">What the chances of a position may add up to.</param>
/// <param name="Rule">What halting makes of the chances.</param>
internal sealed record Halt(SteeringMember Member, double Threshold, HaltRule Rule)
{
    /// <summary>Whether positions exit, each at one of the states, instead of averaging them.</summary>
    public bool IsDistribution => Rule == HaltRule.Distribution;
}

/// <summary>What says which tokens a step takes.</summary>
/// <param name="Member">The method or the module.</param>
/// <param name="Choice">Who decides.</param>
/// <param name="Capacity">With expert choice, the share of all tokens that each step takes.</param>
/// <param name="Scale">How far a chosen token goes at most.</param>
internal sealed record Route(SteeringMember Member, RouteChoice Choice, EquatableArray<double> Capacity, double Scale)
{
    /// <summary>Whether only the chosen tokens enter the block.</summary>
    public bool IsExpert => Choice == RouteChoice.Expert;
}

using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Parsing;

/// <summary>Settles which members are emitted beside <c>forward</c>.</summary>
internal static class CompanionParser
{
    public static void Parse(DepthParse parse, Compilation compilation, CancellationToken cancellation)
    {
        var arguments = new DepthArguments(parse.Attribute, cancellation);
        parse.Inherited = Inherited(parse.Type, compilation, cancellation);
        var asked = Asked(parse, arguments);
        if (!parse.IsEquilibrium)
        {
            asked = WithSlope(parse, arguments, WithSchedule(parse, arguments, asked));
        }

        // As it is written, so that a class with an error has the members that its users call.
        var endsEarly = arguments.Value("Tolerance", 0.0) > 0 || parse.SteeringMembers.Any(marked => marked.Is("ScoreExit"));
        var halting = parse.SteeringMembers.FirstOrDefault(marked => marked.Is("ScoreHalt")) is { } halt ? HaltParser.RuleOf(new DepthArguments(halt.Mark, cancellation)) : (HaltRule?)null;
        parse.Companions = EmittedNames.AllCompanions
            .Where(name => EmittedNames.IsPossible(name, parse.IsEquilibrium))
            .Where(name => name switch
            {
                EmittedNames.Depth or EmittedNames.Solve => true,
                EmittedNames.ForwardUntil => endsEarly,
                EmittedNames.ForwardWithPonder => halting is HaltRule.Mean or HaltRule.Mixture,
                EmittedNames.ForwardWithExits => halting is HaltRule.Distribution,
                EmittedNames.ForwardWithCarry => CarryParser.Find(parse) is not null,
                EmittedNames.ForwardWithRouting => parse.SteeringMembers.Any(marked => marked.Is("ScoreRoute")),
                _ => asked.HasFlag(EmittedNames.Flag(name)),
            } || (parse.Inherited.Contains(name) && !IsOfSteering(name)))
            .ToEquatableArray();
    }

    /// <summary>Whether a member has no meaning in a class that does not halt, route or remember.</summary>
    private static bool IsOfSteering(string name) => name is EmittedNames.ForwardWithPonder or EmittedNames.ForwardWithExits or EmittedNames.ForwardWithRouting or EmittedNames.ForwardWithCarry;

    private static DepthMembers Asked(DepthParse parse, DepthArguments arguments)
    {
        var asked = (DepthMembers)arguments.Value("Members", 0);
        if ((asked & ~DepthMembers.All) != 0)
        {
            parse.Report(Descriptors.OutOfRange, arguments.Location("Members"), "Members", (int)asked, "it must be made of the names of DepthMembers");
        }

        if (parse.IsEquilibrium)
        {
            return OfAnEquilibrium(parse, arguments, asked);
        }

        var isAll = asked == DepthMembers.All;
        if (parse.SteeringMembers.Any(marked => marked.Is("ScoreRoute")))
        {
            CheckEnergy(parse, arguments, !isAll && asked.HasFlag(DepthMembers.Energy));
            asked &= ~DepthMembers.Energy;
        }

        if (!asked.HasFlag(DepthMembers.Steps) || parse.Depth is not { } depth || StepRange.Of(depth) is not { IsOneNumber: true } range)
        {
            return asked;
        }

        if (!isAll)
        {
            parse.Report(
                Descriptors.Excluding,
                arguments.Location("Members"),
                "Members = Steps",
                $"a depth of {range.Least} {(range.Least == 1 ? "step" : "steps")} and no other number",
                $"ForwardSteps would take only these, {range.Reason}, and forward does that already");
        }

        return asked & ~DepthMembers.Steps;
    }

    /// <summary>A schedule that is given at run time has no place where the module itself decides the step sizes.</summary>
    private static DepthMembers WithSchedule(DepthParse parse, DepthArguments arguments, DepthMembers asked)
    {
        var name = parse.Steering.LearnedDt?.Name ?? parse.Steering.Gate?.Member.Name;
        if (name is null)
        {
            return asked;
        }

        var isAll = arguments.Value("Members", 0) == (int)DepthMembers.All;
        if ((asked.HasFlag(DepthMembers.Schedule) && !isAll) || parse.Inherited.Contains(EmittedNames.ForwardSchedule))
        {
            parse.Report(Descriptors.Excluding, arguments.Location("Members"), "Members = Schedule", $"[ScoreDt] on '{name}'", "one of the two decides the step sizes");
        }

        return asked & ~DepthMembers.Schedule;
    }

    private static void CheckEnergy(DepthParse parse, DepthArguments arguments, bool isAsked)
    {
        if (isAsked || parse.Inherited.Contains(EmittedNames.ForwardWithEnergy))
        {
            parse.Report(
                Descriptors.Excluding,
                arguments.Location("Members"),
                isAsked ? "Members = Energy" : "ForwardWithEnergy of the base class",
                "[ScoreRoute]",
                "the energy of a path is that of a state of which every token moves");
        }
    }

    /// <summary>The slope of a block at a state is not one number where it depends on what the block remembers.</summary>
    private static DepthMembers WithSlope(DepthParse parse, DepthArguments arguments, DepthMembers asked)
    {
        const DepthMembers slopes = DepthMembers.Spectrum | DepthMembers.Jacobian;
        if (CarryParser.Find(parse) is not { } memory)
        {
            return asked;
        }

        var isAll = arguments.Value("Members", 0) == (int)DepthMembers.All;
        if (((asked & slopes) != 0 && !isAll) || parse.Inherited.Contains(EmittedNames.Spectrum) || parse.Inherited.Contains(EmittedNames.ForwardWithJacobian))
        {
            parse.Report(Descriptors.Excluding, arguments.Location("Members"), $"Members = {((asked & slopes) == 0 ? slopes : asked & slopes)}", $"[ScoreCarry] on '{memory.Name}'", "the slope of the block depends on what it remembers");
        }

        return asked & ~slopes;
    }

    private static DepthMembers OfAnEquilibrium(DepthParse parse, DepthArguments arguments, DepthMembers asked)
    {
        var possible = asked & (DepthMembers.Spectrum | DepthMembers.Jacobian);
        if (asked != possible && asked != DepthMembers.All && (asked & ~DepthMembers.All) == 0)
        {
            parse.Report(
                Descriptors.Excluding,
                arguments.Location("Members"),
                $"Members = {asked & ~possible}",
                "[ScoreEquilibrium]",
                "an equilibrium has no steps that could be counted, kept or measured; its members are Spectrum and Jacobian");
        }

        return possible;
    }

    /// <summary>
    /// What an annotated base class has, the derived one has as well, so that whoever calls it through its base gets the depth that
    /// <c>forward</c> has.
    /// </summary>
    private static EquatableArray<string> Inherited(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        for (var current = type.BaseType; current is not null && !TorchTypes.IsOfTorchSharp(current); current = current.BaseType)
        {
            if (DepthParser.FindAttribute(current) is { } annotation)
            {
                return current.DeclaringSyntaxReferences.Length > 0
                    ? DepthParser.Parse(current, annotation, compilation, cancellation).Companions
                    : EmittedNames.AllCompanions.Where(name => current.GetMembers(name).Any(member => member.IsVirtual || member.IsOverride)).ToEquatableArray();
            }
        }

        return EquatableArray<string>.Empty;
    }
}

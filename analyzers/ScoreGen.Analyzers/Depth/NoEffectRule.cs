using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Model;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Analyzers;

/// <summary>SCORE109: a setting, or a mark on a parameter, that changes nothing.</summary>
internal sealed class NoEffectRule() : SettingsRule(Descriptors.NoEffect)
{
    public override void Judge(JudgedDepth depth, Action<Finding> report)
    {
        if (depth.Parse.Members.Length == 0)
        {
            return;
        }

        void Report(string setting, string reason)
            => report(new Finding(Descriptors.NoEffect, depth.LocationOf(setting), setting, reason));

        if (!depth.IsJudged && depth.IsGiven("Lipschitz"))
        {
            Report("Lipschitz", depth switch
            {
                { Judge: { } judge } => $"it judges a step size that is known, and here '{judge.Name}' decides it",
                { IsContractive: true, Parse.Steering.After: { } after } => $"it judges what a step does to the state, and '{after.Name}' changes each new one",
                _ => "only the contractive rule is judged by it, and this is UpdateRule.Residual",
            });
        }

        if (depth.Parse.Steering.Gate is { ReplacesRule: true } gate && depth.IsGiven("Update"))
        {
            Report("Update", $"'{gate.Member.Name}' returns what is kept and what is written, which replaces the update rule");
        }

        if (depth.IsGiven("Dt") && depth.HasSchedule)
        {
            Report("Dt", "DtSchedule gives the size of each step");
        }

        if (depth.IsGiven("BackpropSteps") && depth.Settings.Backprop is not (Backprop.Truncated or Backprop.Segments))
        {
            Report("BackpropSteps", $"it belongs to Backprop.Truncated and Backprop.Segments, and this is Backprop.{depth.Settings.Backprop}");
        }

        if (depth.Settings.KeepHorizon && !depth.Parse.Companions.Contains(EmittedNames.ForwardSteps))
        {
            Report("KeepHorizon", depth.Parse.Depth is { } steps && StepRange.Of(steps).IsOneNumber
                ? "it says how ForwardSteps divides depth time among other steps, and this depth has one number of steps"
                : "it says how ForwardSteps divides depth time among other steps, and ForwardSteps is not written; ask for it with Members = DepthMembers.Steps");
        }

        ReportGateArguments(depth.Parse, report);
        ReportMarks(depth.Parse, report);
    }

    /// <summary>Marks on members that have none of their effect: an order among one, and what is filled in for blocks alone.</summary>
    public static void ReportMarks(DepthParse parse, Action<Finding> report)
    {
        ReportOrder(parse, report);
        ReportConstants(parse, report);
        ReportPerToken(parse, report);
    }

    /// <summary>What a mark says of a parameter means nothing of a method.</summary>
    private static void ReportGateArguments(DepthParse parse, Action<Finding> report)
    {
        foreach (var marked in parse.SteeringMembers.Where(marked => marked.Is("ScoreDt") && marked.Symbol is IMethodSymbol))
        {
            var arguments = new DepthArguments(marked.Mark, CancellationToken.None);
            foreach (var setting in new[] { "Per", "Max" }.Where(arguments.Has))
            {
                report(new Finding(Descriptors.NoEffect, arguments.Location(setting), setting, $"it is for a parameter, and '{marked.Name}' is a method that returns the step size itself"));
            }
        }
    }

    private static void ReportOrder(DepthParse parse, Action<Finding> report)
    {
        if (parse.Members.Length == 1 && parse.Members[0] is { Mark: { } mark, Symbol: var block })
        {
            var arguments = new DepthArguments(mark, CancellationToken.None);
            if (arguments.Has("Order"))
            {
                report(new Finding(Descriptors.NoEffect, arguments.Location("Order"), "Order", $"'{block.Name}' is the only block"));
            }
        }
    }

    /// <summary>Tokens are picked for blocks alone, and only by a router.</summary>
    private static void ReportPerToken(DepthParse parse, Action<Finding> report)
    {
        var isRouted = parse.SteeringMembers.Any(marked => marked.Is("ScoreRoute"));
        foreach (var method in parse.Type.GetMembers().OfType<IMethodSymbol>())
        {
            var isBlock = parse.Members.Any(block => SymbolEqualityComparer.Default.Equals(block.Symbol, method));
            foreach (var mark in isRouted && isBlock ? [] : method.Parameters.SelectMany(parameter => parameter.GetAttributes()).Where(PerTokenParser.IsMark))
            {
                report(new Finding(
                    Descriptors.NoEffect,
                    mark.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? Location.None,
                    "[ScorePerToken]",
                    isRouted ? "a router picks tokens for the block; mark the parameter of the block" : "no member has [ScoreRoute], so that each step takes all tokens"));
            }
        }
    }

    /// <summary>Only blocks and what steers the pass are called by generated code, so only their parameters are filled in.</summary>
    private static void ReportConstants(DepthParse parse, Action<Finding> report)
    {
        var marks = parse.Type.GetMembers()
            .OfType<IMethodSymbol>()
            .Where(method => !parse.Members.Select(block => block.Symbol).Concat(parse.SteeringMembers.Select(marked => marked.Symbol)).Contains(method, SymbolEqualityComparer.Default))
            .SelectMany(method => method.Parameters)
            .SelectMany(parameter => parameter.GetAttributes());
        foreach (var mark in marks)
        {
            if (BlockSignature.ConstantKind(mark) is not null && mark.ApplicationSyntaxReference?.GetSyntax() is { } syntax)
            {
                report(new Finding(Descriptors.NoEffect, syntax.GetLocation(), $"[{syntax}]", "only the parameters of a block, or of a method that steers the pass, are filled in"));
            }
        }
    }
}

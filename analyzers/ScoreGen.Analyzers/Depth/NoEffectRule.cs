using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Diagnostics;
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

        if (!depth.IsContractive && depth.IsGiven("Lipschitz"))
        {
            Report("Lipschitz", "only the contractive rule is judged by it, and this is UpdateRule.Residual");
        }

        if (depth.IsGiven("Dt") && depth.HasSchedule)
        {
            Report("Dt", "DtSchedule gives the size of each step");
        }

        if (depth.IsGiven("BackpropSteps") && depth.Settings.Backprop != Backprop.Truncated)
        {
            Report("BackpropSteps", $"it belongs to Backprop.Truncated, and this is Backprop.{depth.Settings.Backprop}");
        }

        ReportOrder(depth.Parse, report);
        ReportMarks(depth.Parse, report);
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

    /// <summary>Only a block is called by generated code, so only its parameters are filled in.</summary>
    private static void ReportMarks(DepthParse parse, Action<Finding> report)
    {
        var marks = parse.Type.GetMembers()
            .OfType<IMethodSymbol>()
            .Where(method => !parse.Members.Any(block => SymbolEqualityComparer.Default.Equals(method, block.Symbol)))
            .SelectMany(method => method.Parameters)
            .SelectMany(parameter => parameter.GetAttributes());
        foreach (var mark in marks)
        {
            if (BlockSignature.ConstantKind(mark) is not null && mark.ApplicationSyntaxReference?.GetSyntax() is { } syntax)
            {
                report(new Finding(Descriptors.NoEffect, syntax.GetLocation(), $"[{syntax}]", "only the parameters of a block are filled in"));
            }
        }
    }
}

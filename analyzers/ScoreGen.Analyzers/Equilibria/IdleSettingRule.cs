using System;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE109 for an equilibrium: a setting, or a mark on a parameter, that changes nothing.</summary>
internal sealed class IdleSettingRule() : EquilibriumRule(Descriptors.NoEffect)
{
    public override void Judge(JudgedEquilibrium equilibrium, Action<Finding> report)
    {
        if (equilibrium.Parse.Members.Length == 0)
        {
            return;
        }

        var settings = equilibrium.Settings;
        if (equilibrium.IsGiven("GradientSteps") && settings.Gradient == EquilibriumGradient.Implicit)
        {
            Report("GradientSteps", "the implicit gradient is solved for as far as Tolerance and MaxSteps go");
        }

        if (equilibrium.IsGiven("Memory") && settings.Solver == FixedPointSolver.Picard)
        {
            Report("Memory", "plain iteration remembers nothing");
        }

        NoEffectRule.ReportMarks(equilibrium.Parse, report);

        void Report(string setting, string reason)
            => report(new Finding(Descriptors.NoEffect, equilibrium.LocationOf(setting), setting, reason));
    }
}

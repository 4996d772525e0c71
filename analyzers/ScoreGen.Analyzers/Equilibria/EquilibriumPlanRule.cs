using System;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE117 for an equilibrium: what the settings amount to, in one line at the annotation.</summary>
internal sealed class EquilibriumPlanRule() : EquilibriumRule(Descriptors.Plan)
{
    public override void Judge(JudgedEquilibrium equilibrium, Action<Finding> report)
    {
        var settings = equilibrium.Settings;
        var plan = $"the fixed point of the block by {settings.Solver}, at most {settings.MaxSteps} evaluations, until the state is right to {Numbers.Short(settings.Tolerance)} of its size";
        report(new Finding(Descriptors.Plan, equilibrium.LocationOf(""), $"{equilibrium.Parse.Type.Name}: {plan}"));
    }
}

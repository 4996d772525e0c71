using System;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Analyzers;

/// <summary>SCORE111: a tolerance below the distance of the numbers that a state is made of.</summary>
internal sealed class ToleranceRule() : EquilibriumRule(Descriptors.ToleranceOutOfReach)
{
    private const double SpacingOfSingle = 1.0 / (1 << 23);
    private const double SpacingOfDouble = 1.0 / (1L << 52);

    /// <summary>What a program says somewhere whose modules are not in float32.</summary>
    private static readonly string[] SignsOfDouble = ["float64", "Float64", "@double", ".double()"];

    public override void Judge(JudgedEquilibrium equilibrium, Action<Finding> report)
    {
        var tolerance = equilibrium.Settings.Tolerance;
        if (tolerance >= SpacingOfSingle)
        {
            return;
        }

        var isDouble = equilibrium.Code.Says(SignsOfDouble);
        if (tolerance < SpacingOfDouble || !isDouble)
        {
            report(new Finding(
                Descriptors.ToleranceOutOfReach,
                equilibrium.LocationOf("Tolerance"),
                SettingReader.Text(tolerance),
                isDouble ? "float64" : "float32",
                isDouble ? "2.2e-16" : "1.2e-7",
                isDouble ? "1e-14" : "1e-6",
                isDouble ? "" : ", or create the module in float64"));
        }
    }
}

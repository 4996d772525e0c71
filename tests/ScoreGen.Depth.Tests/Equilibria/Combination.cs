using System.Globalization;

namespace ScoreGen.Depth.Tests.Equilibria;

/// <summary>Settings of an equilibrium that are tried together.</summary>
internal sealed record Combination(FixedPointSolver Solver, EquilibriumGradient Gradient, UpdateRule Update, bool StripSkip, double Damping)
{
    public static IReadOnlyList<Combination> All { get; } =
    [
        .. from solver in Enum.GetValues<FixedPointSolver>()
           from gradient in Enum.GetValues<EquilibriumGradient>()
           from update in Enum.GetValues<UpdateRule>()
           from stripSkip in new[] { false, true }
           from damping in new[] { 1.0, 0.7 }
           select new Combination(solver, gradient, update, stripSkip, damping),
    ];

    /// <summary>A class whose block is such that the map is that of <see cref="Contraction"/>.</summary>
    public string Source(string name) => string.Create(CultureInfo.InvariantCulture, $$"""
        using ScoreGen;
        using TorchSharp;

        [ScoreEquilibrium(Solver = FixedPointSolver.{{Solver}}, Gradient = EquilibriumGradient.{{Gradient}}, GradientSteps = 80, Update = UpdateRule.{{Update}}, Damping = {{Damping}}, Tolerance = 1e-13, MaxSteps = 200)]
        public sealed partial class {{name}} : global::{{typeof(Contraction).FullName}}
        {
            [ScoreBlock(StripSkip = {{(StripSkip ? "true" : "false")}})]
            private torch.Tensor Written(torch.Tensor h, torch.Tensor input, torch.Tensor scale) => {{Written}};
        }
        """);

    private string Written => (Update, StripSkip) switch
    {
        (UpdateRule.Contractive, true) => "h + Block(h, input, scale)",
        (UpdateRule.Residual, false) => "Block(h, input, scale) - h",
        _ => "Block(h, input, scale)",
    };
}

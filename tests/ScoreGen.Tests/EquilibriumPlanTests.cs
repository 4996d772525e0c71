namespace ScoreGen.Tests;

/// <summary>A plan can be read by people, and starts with the defaults of the attribute.</summary>
public sealed class EquilibriumPlanTests
{
    [Fact]
    public void TheDefaultsAreThoseOfTheAttribute()
    {
        var (plan, mark) = (new EquilibriumPlan(), new ScoreEquilibriumAttribute());
        Assert.Equal(
            (mark.Solver, mark.MaxSteps, mark.Tolerance, mark.Memory, mark.Damping, mark.Gradient, mark.GradientSteps, mark.OnDivergence, mark.Update),
            (plan.Solver, plan.MaxSteps, plan.Tolerance, plan.Memory, plan.Damping, plan.Gradient, plan.GradientSteps, plan.OnDivergence, plan.Update));
        Assert.Equal(
            (FixedPointSolver.Anderson, 40, 1e-4, 5, 1.0, EquilibriumGradient.Implicit, 1, OnDivergence.Return, UpdateRule.Contractive, false),
            (plan.Solver, plan.MaxSteps, plan.Tolerance, plan.Memory, plan.Damping, plan.Gradient, plan.GradientSteps, plan.OnDivergence, plan.Update, plan.StripSkip));
    }

    [Fact]
    public void ItIsASentence()
    {
        Assert.Equal(
            "h = F(h), solved by Anderson's method over the last 5 evaluations up to a relative residual of 1e-4 or 40 evaluations; implicit gradient, solved for in the same way; where it does not converge, the state of the lowest residual is returned",
            new EquilibriumPlan().ToString());
        Assert.Equal(
            "h = h + F(h), F being the block without its own skip, solved by Broyden's method over up to 1 step, damped to 0.7, up to a relative residual of 2.5e-6 or 1 evaluation; gradient by the first 4 terms of its Neumann series; where it does not converge, an exception is thrown",
            new EquilibriumPlan
            {
                Update = UpdateRule.Residual,
                StripSkip = true,
                Solver = FixedPointSolver.Broyden,
                Memory = 1,
                Damping = 0.7,
                Tolerance = 2.5e-6,
                MaxSteps = 1,
                Gradient = EquilibriumGradient.Neumann,
                GradientSteps = 3,
                OnDivergence = OnDivergence.Throw,
            }.ToString());
        Assert.Contains(
            "h = F(h), solved by plain iteration up to a relative residual of 1e-4 or 40 evaluations; gradient through 1 further step;",
            new EquilibriumPlan { Solver = FixedPointSolver.Picard, Gradient = EquilibriumGradient.Phantom }.ToString());
        Assert.Contains("gradient by the first 1 term of its", new EquilibriumPlan { Gradient = EquilibriumGradient.Neumann, GradientSteps = 0 }.ToString());
        Assert.Contains("gradient through 2 further steps;", new EquilibriumPlan { Gradient = EquilibriumGradient.Phantom, GradientSteps = 2 }.ToString());
    }

    [Fact]
    public void ASpectrumIsALine()
    {
        Assert.Equal("the largest singular value of ∂F/∂h is 1.25", new ScoreSpectrum(1.25).ToString());
        Assert.Equal("the largest singular value of ∂F/∂h is 1.2346; steps are stable up to dt = 0.889", new ScoreSpectrum(1.23456, 0.889).ToString());
        Assert.Equal("the largest singular value of ∂F/∂h is 2; no step is sure to be stable", new ScoreSpectrum(2, 0).ToString());
        Assert.Equal("the largest singular value of ∂F/∂h is 0.5; steps of any size are stable", new ScoreSpectrum(0.5, double.PositiveInfinity).ToString());
        Assert.Equal((1.25, null, 0.5), (new ScoreSpectrum(1.25).Lipschitz, new ScoreSpectrum(1.25).MaxStableDt, new ScoreSpectrum(1.25, 0.5).MaxStableDt));
    }
}

namespace ScoreGen.Depth.Tests.Subjects;

/// <summary>What tests range over.</summary>
public static class Methods
{
    public static Integrator[] Integrators { get; } = Enum.GetValues<Integrator>();

    /// <summary>Every integrator.</summary>
    public static TheoryData<Integrator> All => [.. Integrators];

    /// <summary>Every integrator that the residual rule has.</summary>
    public static TheoryData<Integrator> WithoutLeak => [.. Integrators.Where(integrator => integrator != Integrator.ExponentialEuler)];

    /// <summary>Every integrator with every update rule that it has a meaning for.</summary>
    public static TheoryData<Integrator, UpdateRule> WithRules
    {
        get
        {
            var data = new TheoryData<Integrator, UpdateRule>();
            foreach (var (integrator, update) in Pairs)
            {
                data.Add(integrator, update);
            }

            return data;
        }
    }

    /// <summary>The same, each once with a switch on and once with it off.</summary>
    public static TheoryData<Integrator, UpdateRule, bool> WithRulesAndSwitch
    {
        get
        {
            var data = new TheoryData<Integrator, UpdateRule, bool>();
            foreach (var (integrator, update) in Pairs)
            {
                data.Add(integrator, update, true);
                data.Add(integrator, update, false);
            }

            return data;
        }
    }

    /// <summary>Exponential Euler integrates the leak exactly, and the residual rule has none.</summary>
    internal static IEnumerable<(Integrator Integrator, UpdateRule Update)> Pairs
        => from integrator in Integrators
           from update in Enum.GetValues<UpdateRule>()
           where integrator != Integrator.ExponentialEuler || update == UpdateRule.Contractive
           select (integrator, update);
}

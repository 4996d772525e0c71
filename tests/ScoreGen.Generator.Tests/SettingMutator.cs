namespace ScoreGen.Generator.Tests;

/// <summary>Gives an annotation another setting: often a possible one, often one out of any range, at times one of the wrong type.</summary>
internal static class SettingMutator
{
    private static readonly string[] Counts = ["1", "2", "3", "5", "17", "0", "-1", "513", "int.MinValue", "int.MaxValue"];

    private static readonly string[] Numbers =
    [
        "0.5", "1", "0.1", "2", "1e-16", "1e308", "0", "-0.5", "double.Epsilon", "double.NaN", "double.PositiveInfinity", "double.NegativeInfinity",
    ];

    private static readonly string[] Schedules =
    [
        "new[] { 0.5, 0.25 }", "new[] { 0.5, 0.5, 0.1 }", "new[] { 1.0 }", "new double[0]", "new double[] { }", "new[] { 0.5, double.NaN, 1 }", "null",
    ];

    private static readonly string[] Wild = ["\"x\"", "typeof(int)", "default", "null", "Missing", "1.5", "true", "(Integrator)0", "new int[0]"];

    private static readonly Dictionary<string, (string Setting, string[] Values)[]> Settings = new()
    {
        ["ScoreDepth"] =
        [
            ("Steps", Counts),
            ("Cycles", Counts),
            ("BackpropSteps", Counts),
            ("Dt", Numbers),
            ("Lipschitz", Numbers),
            ("Tolerance", Numbers),
            ("KeepHorizon", ["true", "false"]),
            ("DtSchedule", Schedules),
            ("Integrator", ["Euler", "ExponentialEuler", "Midpoint", "Heun", "Ralston", "Ssprk3", "Rk4", "ThreeEighths", "(Integrator)99", "(Integrator)(-1)"]),
            ("Update", ["UpdateRule.Residual", "UpdateRule.Contractive", "(UpdateRule)7"]),
            ("Weights", ["WeightSharing.Shared", "WeightSharing.PerStep", "(WeightSharing)7"]),
            ("Members", ["DepthMembers.All", "DepthMembers.None", "DepthMembers.Steps", "DepthMembers.Energy | DepthMembers.Trace", "DepthMembers.States", "(DepthMembers)1024"]),
            ("Backprop", ["Backprop.Full", "Backprop.Checkpoint", "Backprop.Truncated", "Backprop.Segments", "(Backprop)(-7)"]),
        ],
        ["ScoreEquilibrium"] =
        [
            ("Solver", ["FixedPointSolver.Anderson", "FixedPointSolver.Picard", "FixedPointSolver.Broyden", "(FixedPointSolver)9"]),
            ("MaxSteps", Counts),
            ("Memory", Counts),
            ("GradientSteps", Counts),
            ("Tolerance", Numbers),
            ("Damping", Numbers),
            ("Gradient", ["EquilibriumGradient.Implicit", "EquilibriumGradient.Neumann", "EquilibriumGradient.Phantom", "(EquilibriumGradient)9"]),
            ("OnDivergence", ["OnDivergence.Return", "OnDivergence.Throw", "(OnDivergence)9"]),
            ("Update", ["UpdateRule.Residual", "UpdateRule.Contractive", "(UpdateRule)7"]),
            ("Members", ["DepthMembers.All", "DepthMembers.None", "DepthMembers.Spectrum", "DepthMembers.Jacobian | DepthMembers.Trace", "(DepthMembers)1024"]),
        ],
        ["ScoreBlock"] = [("StripSkip", ["true", "false"]), ("Updates", Counts), ("Order", Counts), ("Steps", Counts)],
        ["ScoreDt"] = [("Per", ["Per.Model", "Per.Step", "Per.Feature", "(Per)9"]), ("Max", Numbers)],
    };

    public static void Change(List<string> tokens, Random random)
    {
        var annotations = Enumerable.Range(0, tokens.Count - 1).Where(i => Settings.ContainsKey(tokens[i].Trim())).ToList();
        if (annotations.Count == 0)
        {
            return;
        }

        var annotation = annotations[random.Next(annotations.Count)];
        var (setting, values) = Pick(Settings[tokens[annotation].Trim()], random);
        var value = Pick(random.Next(10) == 0 ? Wild : values, random);
        if (tokens[annotation + 1].Trim() != "(")
        {
            tokens.Insert(annotation + 1, $"({setting} = {value})");
            return;
        }

        Remove(tokens, annotation + 2, setting);
        var isLast = tokens[annotation + 2].Trim() == ")";
        tokens.Insert(annotation + 2, $"{setting} = {value}{(isLast ? "" : ", ")}");
    }

    /// <summary>Takes a setting out of an argument list, if it is there.</summary>
    private static void Remove(List<string> tokens, int from, string setting)
    {
        var depth = 0;
        for (var start = from; start < tokens.Count && depth >= 0; start++)
        {
            if (depth == 0 && tokens[start].Trim() == setting)
            {
                var end = EndOfArgument(tokens, start);
                tokens.RemoveRange(start, end - start);
                return;
            }

            depth += Nesting(tokens[start]);
        }
    }

    /// <summary>Behind the comma that follows the argument, or at the parenthesis that closes the list.</summary>
    private static int EndOfArgument(List<string> tokens, int start)
    {
        var depth = 0;
        for (var i = start; i < tokens.Count; i++)
        {
            if (depth == 0 && tokens[i].Trim() == ",")
            {
                return i + 1;
            }

            depth += Nesting(tokens[i]);
            if (depth < 0)
            {
                return i;
            }
        }

        return tokens.Count;
    }

    private static int Nesting(string token) => token.Trim() switch
    {
        "(" or "{" or "[" => 1,
        ")" or "}" or "]" => -1,
        _ => 0,
    };

    private static T Pick<T>(T[] choices, Random random) => choices[random.Next(choices.Length)];
}

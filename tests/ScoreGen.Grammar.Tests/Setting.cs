namespace ScoreGen.Grammar.Tests;

/// <summary>What a setting is about; two values of one topic cannot be combined.</summary>
public enum Topic
{
    Integrator,
    Update,
    StripSkip,
    Sizes,
    Schedule,
    Horizon,
    Learned,
    Gate,
    Stages,
    Weights,
    Own,
    Carry,
    Phases,
    Cycles,
    Backprop,
    Tolerance,
    Exit,
    Halt,
    After,
    Route,
    State,
    Speeds,
    Block,
}

/// <summary>A value other than the default, under the name that the documentation gives it.</summary>
public sealed record Setting(Topic Topic, string Name, Func<Grammar, Grammar> Apply)
{
    /// <summary>What the documentation calls settings that behave alike.</summary>
    public string Group { get; init; } = Name;

    public static readonly IReadOnlyList<Setting> All =
    [
        new(Topic.Integrator, "ExponentialEuler", grammar => grammar with { Integrator = Integrator.ExponentialEuler }),
        .. new[] { Integrator.Midpoint, Integrator.Heun, Integrator.Ralston, Integrator.Ssprk3, Integrator.Rk4, Integrator.ThreeEighths }
            .Select(integrator => new Setting(Topic.Integrator, integrator.ToString(), grammar => grammar with { Integrator = integrator })
            {
                Group = integrator is Integrator.Midpoint or Integrator.Heun or Integrator.Ralston ? "two stages" : "more stages",
            }),
        new(Topic.Update, "Residual", grammar => grammar with { Update = UpdateRule.Residual }),
        new(Topic.StripSkip, "StripSkip", grammar => grammar with { StripSkip = true }),
        new(Topic.Sizes, "Dt", grammar => grammar with { Dt = 0.3 }),
        new(Topic.Schedule, "DtSchedule", grammar => grammar with { HasSchedule = true }),
        new(Topic.Horizon, "KeepHorizon", grammar => grammar with { KeepsHorizon = true }),
        new(Topic.Learned, "ScoreDt per Model", grammar => grammar with { Learned = Per.Model }) { Group = "[ScoreDt] on a field" },
        new(Topic.Learned, "ScoreDt per Step", grammar => grammar with { Learned = Per.Step }) { Group = "[ScoreDt] on a field" },
        new(Topic.Learned, "ScoreDt per Feature", grammar => grammar with { Learned = Per.Feature }) { Group = "[ScoreDt] on a field" },
        new(Topic.Gate, "gate", grammar => grammar with { Gate = GateForm.Size }) { Group = "[ScoreDt] on a method" },
        new(Topic.Gate, "keep and write", grammar => grammar with { Gate = GateForm.KeepAndWrite }) { Group = "[ScoreDt] on a method" },
        new(Topic.Stages, "stage weights", grammar => grammar with { Stages = StageForm.Weights }) { Group = "[ScoreStageWeights] on a field" },
        new(Topic.Stages, "stage mix", grammar => grammar with { Stages = StageForm.Mix, Integrator = grammar.Integrator == Integrator.Euler ? Integrator.Heun : grammar.Integrator })
        {
            Group = "[ScoreStageWeights] on a method",
        },
        new(Topic.Weights, "PerStep", grammar => grammar with { Weights = WeightSharing.PerStep }),
        new(Topic.Own, "rows of each step", grammar => grammar with { Own = OwnForm.Rows }) { Group = "[ScorePerStep]" },
        new(Topic.Own, "modules of each step", grammar => grammar with { Own = OwnForm.Modules }) { Group = "[ScorePerStep]" },
        new(Topic.Carry, "[ScoreCarry]", grammar => grammar with { HasCarry = true }),
        new(Topic.Phases, "Phases", grammar => grammar with { HasPhases = true }),
        new(Topic.Cycles, "Cycles", grammar => grammar with { Cycles = 2 }),
        new(Topic.Backprop, "Truncated", grammar => grammar with { Backprop = Backprop.Truncated }),
        new(Topic.Backprop, "Checkpoint", grammar => grammar with { Backprop = Backprop.Checkpoint }),
        new(Topic.Backprop, "Segments", grammar => grammar with { Backprop = Backprop.Segments }),
        new(Topic.Tolerance, "Tolerance", grammar => grammar with { Tolerance = 0.05 }),
        new(Topic.Exit, "exit", grammar => grammar with { Exit = ExitForm.Whole }) { Group = "[ScoreExit]" },
        new(Topic.Exit, "exit per sample", grammar => grammar with { Exit = ExitForm.PerSample }) { Group = "[ScoreExit]" },
        .. Enum.GetValues<HaltRule>().Select(rule => new Setting(Topic.Halt, $"halt {rule}", grammar => grammar with { Halt = rule }) { Group = "[ScoreHalt]" }),
        new(Topic.After, "[ScoreAfterStep]", grammar => grammar with { HasMap = true }),
        .. Enum.GetValues<RouteChoice>().Select(choice => new Setting(Topic.Route, $"route {choice}", grammar => grammar with { Route = choice }) { Group = "[ScoreRoute]" }),
        new(Topic.State, "Two tensors", grammar => grammar with { States = 2 }),
        new(Topic.Speeds, "Updates", grammar => grammar with { States = 2, HasPhases = true, HasSpeeds = true }),
        new(Topic.Block, "Module block", grammar => grammar with { IsModule = true }),
    ];

    public static Setting Of(string name) => All.Single(setting => setting.Name == name);

    public override string ToString() => Name;
}

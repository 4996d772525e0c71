using NanoGpt.Data;
using NanoGpt.Depth;
using NanoGpt.Model;
using NanoGpt.Training;
using static TorchSharp.torch;

namespace NanoGpt.Tests;

/// <summary>Models and trainings that take no time.</summary>
internal static class Small
{
    public static GptShape Shape { get; } = new(Vocabulary: 11, Context: 8, Width: 16, Heads: 2);

    public static Corpus Corpus { get; } = Corpus.Of(SyntheticText.Make()[..5_000], context: 8, "the synthetic text");

    public static TrainingSettings Settings { get; } = new(Seeds: 1, Iterations: 24)
    {
        Context = 8,
        Width = 16,
        Heads = 2,
        BatchSize = 4,
        WarmUp = 4,
        JudgeEvery = 5,
        JudgedBatches = 2,
        CheckpointEvery = 8,
        SampleLength = 20,
    };

    public static IEnumerable<string> RuleNames => DepthRule.All.Select(rule => rule.Name);

    public static DepthRule Rule(string name) => DepthRule.All.Single(rule => rule.Name == name);

    public static TrainingKey Key(string rule, int seed = 0) => new(Rule(rule), seed, Settings, Corpus);

    public static GptModel Model(string rule, ulong seed = 1)
    {
        using var random = new Generator(seed);
        return new GptModel(Shape, Rule(rule), random);
    }

    /// <summary>Numbers of characters: [1, length].</summary>
    public static Tensor Text(int length) => tensor(Enumerable.Range(0, length).Select(i => (long)(i * i * 7 % Shape.Vocabulary)).ToArray()).unsqueeze(0);
}

namespace ScoreGen.Depth.Tests;

/// <summary>Tests that count live tensors: they run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LeakCollection
{
    public const string Name = "Live tensors";
}

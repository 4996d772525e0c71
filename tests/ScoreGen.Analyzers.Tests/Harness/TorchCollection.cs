namespace ScoreGen.Analyzers.Tests.Harness;

/// <summary>Tests that run models: one after the other, and not beside threads that allocate, for TorchSharp frees numbers that libtorch still reads.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class TorchCollection
{
    public const string Name = "Torch";
}

namespace ScoreGen.LibTorch.Tests;

/// <summary>Tests of the one random stream that all threads draw from run alone.</summary>
[CollectionDefinition("Random stream", DisableParallelization = true)]
public class RandomStreamCollection;

namespace Samples.Tests.Quickstart;

/// <summary>Trainings draw from torch's one random generator, so tests that train do it one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class TrainingCollection : ICollectionFixture<QuickRun>
{
    public const string Name = "training";
}

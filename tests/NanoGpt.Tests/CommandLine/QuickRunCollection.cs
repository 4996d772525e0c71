namespace NanoGpt.Tests.CommandLine;

[CollectionDefinition(Name)]
public sealed class QuickRunCollection : ICollectionFixture<QuickRun>
{
    public const string Name = "quick run";
}

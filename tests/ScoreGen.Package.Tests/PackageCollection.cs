namespace ScoreGen.Package.Tests;

/// <summary>The tests share one feed and one build, and come one after another.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackedFeed>
{
    public const string Name = "packages";
}

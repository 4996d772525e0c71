using System.Reflection;

namespace ScoreGen.Package.Tests;

/// <summary>What the build knew when it made these tests.</summary>
internal static class Build
{
    public static string Repository => Value(nameof(Repository));

    public static string Configuration => Value(nameof(Configuration));

    public static string TorchNativePackage => Value(nameof(TorchNativePackage));

    private static string Value(string key)
        => typeof(Build).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(pair => pair.Key == key).Value!;
}

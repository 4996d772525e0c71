using System.Reflection;
using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Tests.Harness;

namespace ScoreGen.Analyzers.Tests.Silence;

/// <summary>No warning on a model that is right. What is only worth knowing (info) may be said of it.</summary>
public class SilenceTests
{
    private static readonly IReadOnlyDictionary<string, string> All = typeof(CorrectModels)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(field => field.Name, field => (string)field.GetValue(null)!);

    public static TheoryData<string> Models => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Models))]
    public Task NoWarningOnACorrectModel(string model) => Verify.Silent(All[model], from: DiagnosticSeverity.Warning);

    [Fact]
    public void ThereAreThirtyOfThem() => Assert.True(All.Count >= 30);
}

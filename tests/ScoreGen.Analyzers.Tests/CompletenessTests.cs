using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ScoreGen.Analyzers.Tests.Harness;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers.Tests;

/// <summary>Nothing is missing for any id: an analyzer, tests, a help page whose examples are true, a release entry.</summary>
public class CompletenessTests
{
    private const int FewestCases = 3;

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private static readonly IReadOnlyList<DiagnosticDescriptor> All =
    [
        .. typeof(Descriptors).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null))
            .OfType<DiagnosticDescriptor>()
            .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal),
    ];

    public static TheoryData<string> Ids => [.. All.Select(descriptor => descriptor.Id)];

    [Fact]
    public void TheIdsAreUnique() => Assert.Equal(All.Select(descriptor => descriptor.Id).Distinct(), All.Select(descriptor => descriptor.Id));

    [Fact]
    public void TheAnalyzersReportThem()
        => Assert.Equal(All.ToHashSet(), Tools.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).ToHashSet());

    [Fact]
    public void EveryPageBelongsToAnId()
        => Assert.Empty(HelpPage.Ids().Except(All.Select(descriptor => descriptor.Id)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void TestsFireItAndNearlyFireIt(string id)
    {
        Assert.True(Cases<FiresAttribute>(mark => mark.Id == id) >= FewestCases, $"{id} needs {FewestCases} cases marked [Fires(\"{id}\")].");
        Assert.True(Cases<NearMissAttribute>(mark => mark.Id == id) >= FewestCases, $"{id} needs {FewestCases} cases marked [NearMiss(\"{id}\")].");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void TheReleaseNotesNameIt(string id)
    {
        var descriptor = Descriptor(id);
        Assert.Contains($"\n{id} | {descriptor.Category} | {(descriptor.IsEnabledByDefault ? descriptor.DefaultSeverity.ToString() : "Disabled")} | ", HelpPage.ReleaseNotes);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void TheIndexListsIt(string id)
    {
        var descriptor = Descriptor(id);
        var fix = Tools.CodeFixes.Any(provider => provider.FixableDiagnosticIds.Contains(id)) ? "✓" : "";
        Assert.Contains($"\n| [{id}]({id}.md) | {descriptor.DefaultSeverity.ToString().ToLowerInvariant()} | {fix} | {descriptor.Title} |\n", HelpPage.Index);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ItsPageSaysWhatTheDescriptorSays(string id)
    {
        var descriptor = Descriptor(id);
        var page = HelpPage.Of(id);
        var hasFix = Tools.CodeFixes.Any(provider => provider.FixableDiagnosticIds.Contains(id));

        Assert.Equal($"# {id}: {descriptor.Title}", page.Title);
        Assert.Equal(descriptor.DefaultSeverity.ToString().ToLowerInvariant(), page.Row("Severity"));
        Assert.Equal(descriptor.Category, page.Row("Category"));
        Assert.Equal(hasFix, !page.Row("Code fix").StartsWith("none", StringComparison.Ordinal));
        page.Section("What");
        var why = page.Section("Why");
        Assert.True(descriptor.Category == "ScoreGen.Structure" || why.Any(char.IsDigit), "What is a matter of degree needs the number behind it.");
        if (descriptor.DefaultSeverity == DiagnosticSeverity.Error)
        {
            Assert.Contains(WellKnownDiagnosticTags.NotConfigurable, descriptor.CustomTags);
            Assert.Contains("It cannot be suppressed.", page.Section("How to suppress"));
            return;
        }

        // What the compiler does not print is not there for who builds on the command line.
        Assert.Equal(descriptor.DefaultSeverity == DiagnosticSeverity.Info, page.Section("What").Contains($"`dotnet build` does not print it. To see it there too, write `dotnet_diagnostic.{id}.severity = warning`", StringComparison.Ordinal));
        Assert.Contains($"dotnet_diagnostic.{id}.severity", page.Section("How to suppress"));
        Assert.Contains($"#pragma warning disable {id}", page.Section("How to suppress"));
        Assert.Contains($"SuppressMessage(\"{descriptor.Category}\", \"{id}\"", page.Section("How to suppress"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task TheExamplesOfItsPageAreTrue(string id)
    {
        var page = HelpPage.Of(id);
        if (!Descriptor(id).IsEnabledByDefault)
        {
            var messages = await Verify.Messages(page.Code("Example").Single(), $"dotnet_diagnostic.{id}.severity = suggestion");
            Assert.Contains(messages, message => page.Section("Example").Contains(message[$"{id}: ".Length..], StringComparison.Ordinal));
            return;
        }

        var user = new UserProject(
            id == Descriptors.OldLanguage.Id ? LanguageVersion.CSharp8 : LanguageVersion.Latest,
            WithTorch: id != Descriptors.NoTorchSharp.Id,
            id == Descriptors.AliasedReference.Id ? ["ts"] : []);

        foreach (var wrong in page.Code("Wrong"))
        {
            Assert.Contains(await Verify.Found(wrong, user), found => found.Id == id);
        }

        foreach (var right in page.Code("Right"))
        {
            var found = await Verify.Found(right);
            Assert.DoesNotContain(found, diagnostic => diagnostic.Id == id || diagnostic.Severity >= DiagnosticSeverity.Warning);
        }
    }

    /// <summary>Words that a reader would have to know already. What the block is, and how much it may stretch, can be said in plain ones.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void ItUsesNoWordsThatItDoesNotExplain(string id)
    {
        var descriptor = Descriptor(id);
        var page = HelpPage.Of(id);
        string[] texts = [descriptor.Title.ToString(Invariant), descriptor.MessageFormat.ToString(Invariant), descriptor.Description.ToString(Invariant), page.Section("What"), page.Section("Why")];

        Assert.All(texts, text => Assert.DoesNotMatch(@"\bF\b|\bleaks?\b|non-expansive|Lipschitz (constant|bound)|contractive field", text));
    }

    private static DiagnosticDescriptor Descriptor(string id) => All.Single(descriptor => descriptor.Id == id);

    private static int Cases<TMark>(Func<TMark, bool> isMeant)
        where TMark : Attribute
        => typeof(CompletenessTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttributes<TMark>().Any(isMeant))
            .Sum(method => Math.Max(1, method.GetCustomAttributes<InlineDataAttribute>().Count()));
}

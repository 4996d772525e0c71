using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ScoreGen.Package.Tests;

/// <summary>Projects that reference the packages as users do.</summary>
[Collection(PackageCollection.Name)]
public class ConsumerTests(BuiltConsumers built) : IClassFixture<BuiltConsumers>
{
    private readonly ConsumerFolder consumers = built.Folder;

    [Fact]
    public async Task CSharp9OnNet8WithEverythingOffRuns()
    {
        var output = (await consumers.Start("CSharp9", "net8.0")).Succeeded();

        Assert.Contains("3 Heun steps", output);
        Assert.Contains("equal", output);
    }

    [Fact]
    public async Task AModernProjectThatKeepsThePackageToItselfLearns()
    {
        var output = (await consumers.Start("Modern", "net10.0")).Succeeded();

        Assert.Contains("4 Rk4 steps", output);
        Assert.Contains("learns", output);
    }

    [Fact]
    public async Task AnApplicationUsesTheModelOfALibrary()
    {
        var output = (await consumers.Start("Application", "net10.0")).Succeeded();

        Assert.Contains("2 Euler steps", output);
        Assert.Contains("3 × 4", output);
    }

    [Fact]
    public async Task WhatWasWrittenOnDiskReadsWellAndCompilesAgain()
    {
        var written = Directory.GetFiles(consumers.PathOf("Modern/Written"), "*Encoder*.cs", SearchOption.AllDirectories);

        Assert.Contains("// Step 1 of 4, time 0", File.ReadAllText(Assert.Single(written)));
        (await consumers.Do("build", "Recompiled")).Succeeded();
    }

    [Fact]
    public async Task AProjectWithoutTorchIsToldAndFindsThePageInThePackage()
    {
        var output = (await consumers.Do("build", "NoTorch")).Failed();

        var links = Regex.Matches(output, @"error SCORE008: 'Encoder' .*? \((\S+)\) \[").Select(match => match.Groups[1].Value).Distinct();
        var page = new Uri(Assert.Single(links));
        Assert.True(page.IsFile, output);
        Assert.StartsWith("# SCORE008: ", File.ReadAllText(page.LocalPath));
    }

    [Fact]
    public async Task AProjectCanSayThatThePagesAreElsewhere()
        => Assert.Contains("(https://pages.example/scoregen/SCORE008.md)", (await consumers.Do("build", "NoTorch", "-p:ScoreGenHelpPages=https://pages.example/scoregen/")).Failed());

    [Fact]
    public async Task AProjectThatAsksIsToldWhatItsSettingsAmountTo()
        => Assert.Contains("warning SCORE117: Encoder: 2 steps of Euler of dt = ", (await consumers.Do("build", "Library", "--no-incremental", "-p:ScoreGenExplain=true")).Succeeded());

    [Fact]
    public async Task ACompilerThatIsTooOldIsNamed()
    {
        var output = (await consumers.Do("build", "Application", "--no-incremental", "-p:CompilerApiVersion=roslyn4.7", "-p:TreatWarningsAsErrors=false")).Succeeded();

        Assert.Contains("Library.csproj", Warnings(output));
        Assert.Contains("Application.csproj", Warnings(output));
        Assert.Contains("SCOREGEN001: ScoreGen needs C# compiler 4.8 or later and this one is 4.7", output);
    }

    [Fact]
    public async Task ACompilerThatIsTooOldForTheFixesIsNoWarning()
        => Assert.DoesNotContain("warning", (await consumers.Do("build", "Library", "--no-incremental", "-p:CompilerApiVersion=roslyn4.8")).Succeeded());

    [Fact]
    public async Task AMachineOnWhichTorchSharpDoesNotLoadIsNamed()
    {
        var output = (await consumers.Do("build", "CSharp9", "--no-incremental", "-p:LD_LIBRARY_PATH=", "-p:TreatWarningsAsErrors=false")).Succeeded();

        // The build made a bridge for these tests where there is such a machine.
        Assert.Equal(File.Exists(Path.Combine(Build.Repository, "artifacts", "libstdcxx", "libstdc++.so.6")), output.Contains("warning SCOREGEN002: TorchSharp will not load on this machine", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ATrimmedProgramWithItsOwnRuntimeRuns()
    {
        (await consumers.Do("publish", "Trimmed", "-o", consumers.PathOf("published"))).Succeeded();

        using var program = Process.Start(new ProcessStartInfo(consumers.PathOf("published/Trimmed")) { RedirectStandardOutput = true })!;
        var output = await program.StandardOutput.ReadToEndAsync();

        Assert.Contains("learns", output);
    }

    private static string Warnings(string output) => string.Join('\n', output.Split('\n').Where(line => line.Contains("warning SCOREGEN001", StringComparison.Ordinal)));
}

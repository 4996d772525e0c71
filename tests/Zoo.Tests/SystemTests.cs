using Samples.CommandLine;
using Zoo.Training;
using static TorchSharp.torch;

namespace Zoo.Tests;

/// <summary>
/// Each system shows its property in a quick run with seed 0, unless its file says why that is not seen here. The bar stands in the system's file, and why chance does not reach it beside it. A run takes up to a
/// minute, so that the suite takes a few of them, and all with SCOREGEN_ZOO=all in the environment.
/// </summary>
public sealed class SystemTests
{
    // A quick one; ProgramTests run two more.
    private static readonly string[] Representative = ["score"];

    public static TheoryData<string> Taken => [.. DepthSystem.All.Select(system => system.Name).Where(name => TakesAll || Representative.Contains(name))];

    private static bool TakesAll => Environment.GetEnvironmentVariable("SCOREGEN_ZOO") == "all";

    [Theory]
    [MemberData(nameof(Taken))]
    public void A_quick_run_shows_what_is_expected(string name)
    {
        var findings = DepthSystem.All.Single(system => system.Name == name).Run(new Trial(0, Effort.Quick, CPU, CancellationToken.None));

        Assert.NotEmpty(findings.Claims);
        Assert.All(findings.Claims.Where(claim => claim.NotSeenBecause is null), claim => Assert.True(claim.Holds, $"{claim.Says}: {claim.Measured} is not {claim.Bar}"));
    }
}

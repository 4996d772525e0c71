using Samples.CommandLine;
using Samples.Shares;

namespace Samples.Tests.CommandLine;

public sealed class SampleCommandTests : IDisposable
{
    private readonly CapturedConsole output = new();
    private readonly CapturedConsole errors = new();
    private SampleRun? seen, merged;

    public void Dispose()
    {
        output.Dispose();
        errors.Dispose();
    }

    [Fact]
    public void Everything_has_a_default()
    {
        Assert.Equal(0, Run([]));

        var options = seen!.Options;
        Assert.Equal((Effort.Normal, 0, "auto", null), (options.Effort, options.Seed, options.Device, options.Data));
        Assert.EndsWith(Path.Combine("artifacts", "sample"), options.Out);
    }

    [Fact]
    public void What_is_given_is_taken()
    {
        var folder = Path.Combine(Path.GetTempPath(), "out");

        Assert.Equal(0, Run(["--quick", "--seed", "7", "--device", "cpu", "--out", folder, "--data", "x.csv"]));

        Assert.Equal(new SampleOptions(Effort.Quick, 7, "cpu", folder, "x.csv"), seen!.Options);
        Assert.Equal(0, Run(["--full"]));
        Assert.Equal(Effort.Full, seen!.Options.Effort);
    }

    [Fact]
    public void A_share_has_a_folder_of_its_own_where_merge_finds_it()
    {
        var folder = Path.Combine(Path.GetTempPath(), "out");

        Assert.Equal(0, RunShares("--share", "2/4", "--out", folder));
        Assert.Equal((new Share(2, 4), Path.Combine(folder, "shares", "2-of-4")), (seen!.Options.Share, seen.Options.Out));

        Assert.Equal(0, RunShares("merge", "--out", folder));
        Assert.Equal((Share.Whole, folder), (merged!.Options.Share, merged.Options.Out));
    }

    [Theory]
    [InlineData("--share", "5/4")]
    [InlineData("--share", "half")]
    [InlineData("merge", "--share", "1/4")]
    public void A_share_that_there_is_not_is_refused(params string[] arguments) => Assert.Equal((1, null, null), (RunShares(arguments), seen, merged));

    [Fact]
    public void A_sample_without_shares_knows_none() => Assert.Equal(1, Run(["--share", "1/2"]));

    [Theory]
    [InlineData("--quick", "--full")]
    [InlineData("--seed", "-1")]
    [InlineData("--seed", "many")]
    [InlineData("--unknown")]
    public void What_makes_no_sense_is_refused_before_any_work(params string[] arguments)
    {
        Assert.Equal(1, Run(arguments));
        Assert.Null(seen);
    }

    [Fact]
    public void A_mistake_of_the_user_is_one_line_without_a_stack_trace()
    {
        var code = Run([], _ => throw new SampleException("The file [x] is broken."));

        Assert.Equal(1, code);
        Assert.Equal("error: The file [x] is broken.", errors.Text.Trim());
    }

    [Theory]
    [InlineData("cuda:x")]
    [InlineData("tpu")]
    [InlineData("cuda:-1")]
    [InlineData("cuda:1023")]
    public void A_device_that_is_not_there_is_named(string device)
    {
        var problem = Assert.Throws<SampleException>(() => Devices.Named(device));

        Assert.StartsWith($"--device {device}: ", problem.Message);
    }

    [Fact]
    public void The_processor_is_always_there() => Assert.Equal("cpu", Devices.Named("cpu").ToString());

    private int RunShares(params string[] arguments)
        => new SampleCommand("sample", "A sample.", run => seen = run) { Merge = run => merged = run }.Run(arguments, output.Console, errors.Console);

    private int Run(string[] arguments, Action<SampleRun>? work = null)
        => new SampleCommand("sample", "A sample.", work ?? (run => seen = run)).Run(arguments, output.Console, errors.Console);
}

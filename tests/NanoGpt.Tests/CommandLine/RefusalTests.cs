namespace NanoGpt.Tests.CommandLine;

[Collection(QuickRunCollection.Name)]
public sealed class RefusalTests(QuickRun run)
{
    private static readonly string[] Work = ["--depth", "recurrent", "--iterations", "4", "--checkpoint-every", "2"];

    [Fact]
    public void A_checkpoint_that_is_cut_off_is_named_and_the_one_before_is_used()
    {
        var (_, _, folder) = run.Run("cut", Work);
        var newest = Path.Combine(folder, "checkpoints", "recurrent-seed0", "00000004.checkpoint");
        var whole = File.ReadAllBytes(newest);
        File.WriteAllBytes(newest, whole[..(whole.Length / 2)]);

        var (code, output, _) = run.Run("cut", [.. Work, "--resume"]);

        Assert.Equal(0, code);
        Assert.Contains($"Refused: {newest} is cut off", output.ReplaceLineEndings(""), StringComparison.Ordinal);
        Assert.Contains("recurrent-seed0 after 2 of 4 iterations", output, StringComparison.Ordinal);
        Assert.Equal(whole.Length, new FileInfo(newest).Length);
    }

    [Fact]
    public void Other_settings_than_those_of_the_checkpoint_are_refused()
    {
        run.Run("settings", Work);

        var (code, output, _) = run.Run("settings", "--depth", "recurrent", "--iterations", "6", "--resume");

        Assert.Equal(1, code);
        Assert.Contains("is of another training, with iterations: 4.", output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_resume_the_checkpoints_are_replaced()
    {
        var (_, _, folder) = run.Run("anew", Work);
        run.Run("anew", "--depth", "recurrent", "--iterations", "3");

        Assert.Equal(["00000003.checkpoint"], Directory.GetFiles(Path.Combine(folder, "checkpoints", "recurrent-seed0")).Select(Path.GetFileName));
    }

    [Fact]
    public void A_text_that_is_too_short_is_named()
    {
        var path = run.Place("short.txt");
        File.WriteAllText(path, "To be, or not to be.");

        using var errors = new CapturedConsole();

        Assert.Equal(1, Program.Run(["--quick", "--data", path], errors.Console, errors.Console));
        Assert.Contains($"{path} has 20 characters", errors.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--depth", "deep")]
    [InlineData("--iterations", "0")]
    [InlineData("--threads", "none")]
    public void An_unknown_choice_is_refused(string option, string value) => Assert.NotEqual(0, Program.Run([option, value]));
}

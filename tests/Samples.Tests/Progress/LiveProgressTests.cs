using Samples.Progress;

namespace Samples.Tests.Progress;

public sealed class LiveProgressTests
{
    [Fact]
    public void Redirected_output_gets_a_line_for_each_tenth()
    {
        using var captured = new CapturedConsole();

        LiveProgress.Run(captured.Console, [new("[a]", 25), new("b", 2)], bars =>
        {
            for (var i = 1; i <= 25; i++)
            {
                bars[0].Advance($"loss {i}");
            }

            bars[1].Advance("half");
        });

        var lines = captured.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(11, lines.Length);
        Assert.StartsWith("[a]: 12 %, loss 3, ", lines[0]);
        Assert.StartsWith("[a]: 100 %, loss 25, 0 s left", lines[9]);
        Assert.StartsWith("b: 50 %, half, ", lines[10]);
    }

    [Fact]
    public void What_the_work_throws_comes_out()
    {
        using var captured = new CapturedConsole();

        Assert.Throws<OperationCanceledException>(() => LiveProgress.Run(captured.Console, [new("a", 1)], _ => throw new OperationCanceledException()));
    }
}

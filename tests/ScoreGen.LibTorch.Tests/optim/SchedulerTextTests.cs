using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests;

/// <summary>What schedulers say, and what they refuse.</summary>
public class SchedulerTextTests
{
    private static optim.Optimizer Optimizer() => optim.SGD([nn.Parameter(ones(1))], 1, momentum: 0.5);

    private static string Written(Action act)
    {
        var console = Console.Out;
        using var written = new StringWriter();
        Console.SetOut(written);
        try
        {
            act();
        }
        finally
        {
            Console.SetOut(console);
        }
        return written.ToString();
    }

    [Fact]
    public void A_talkative_schedule_says_when_the_rate_changes()
    {
        using var optimizer = Optimizer();
        var schedule = optim.lr_scheduler.StepLR(optimizer, 2, 0.5, verbose: true);
        var text = Written(() =>
        {
            schedule.step();
            schedule.step();
        });
        Assert.Equal("Adjusting learning rate to 0.5" + Environment.NewLine, text);
        Assert.Equal([0.5], schedule.get_last_lr());
    }

    [Fact]
    public void A_plateau_is_told_and_needs_a_metric()
    {
        using var optimizer = Optimizer();
        var schedule = optim.lr_scheduler.ReduceLROnPlateau(optimizer, mode: "max", patience: 0, threshold_mode: "abs", threshold: 0.5, verbose: true);
        schedule.step(1.0);
        schedule.step(1.6);
        Assert.Equal(1, optimizer.ParamGroups.Single().LearningRate);
        Assert.Contains("0.1", Written(() => schedule.step(2.0)));
        Assert.Equal(0.1, optimizer.ParamGroups.Single().LearningRate, 1e-12);
        Assert.Throws<InvalidOperationException>(() => schedule.step());
        Assert.Throws<InvalidOperationException>(() => schedule.step((int?)3));
    }

    [Fact]
    public void Other_schedules_leave_a_metric_alone()
    {
        using var optimizer = Optimizer();
        var schedule = optim.lr_scheduler.ExponentialLR(optimizer, 0.5);
        schedule.step(123.0);
        Assert.Equal([0.5], schedule.get_last_lr());
    }
}

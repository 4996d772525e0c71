using System.Text.Json;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler;

namespace ScoreGen.LibTorch.Tests;

/// <summary>Learning rates and momenta of every schedule, against PyTorch's, for two groups.</summary>
public class SchedulerTests
{
    private static readonly Dictionary<string, Func<Optimizer, LRScheduler>> Schedules = new()
    {
        ["StepLR"] = o => StepLR(o, 3, gamma: 0.5),
        ["MultiStepLR"] = o => MultiStepLR(o, [2, 5, 6], gamma: 0.3),
        ["ExponentialLR"] = o => ExponentialLR(o, 0.9),
        ["ConstantLR"] = o => ConstantLR(o, factor: 0.25, total_iters: 4),
        ["LinearLR"] = o => LinearLR(o, start_factor: 0.2, end_factor: 0.9, total_iters: 6),
        ["PolynomialLR"] = o => PolynomialLR(o, total_iters: 7, power: 2),
        ["CosineAnnealingLR"] = o => CosineAnnealingLR(o, 5, eta_min: 0.01),
        ["LambdaLR"] = o => LambdaLR(o, epoch => 1.0 / (1 + epoch)),
        ["MultiplicativeLR"] = o => MultiplicativeLR(o, epoch => 1 - 0.05 * epoch),
        ["SequentialLR"] = o => SequentialLR(o, [LinearLR(o, 0.1, total_iters: 4), ExponentialLR(o, 0.8)], [4]),
        ["ChainedLR"] = o => ChainedLR([ConstantLR(o, 0.5, 3), ExponentialLR(o, 0.9)]),
        ["OneCycleLR"] = o => OneCycleLR(o, 0.7, total_steps: 14),
        ["OneCycleLR in lines and three phases"] = o => OneCycleLR(
            o, [0.7, 0.2], epochs: 2, steps_per_epoch: 7, pct_start: 0.4, anneal_strategy: impl.OneCycleLR.AnnealStrategy.Linear, div_factor: 10,
            final_div_factor: 100, three_phase: true),
        ["OneCycleLR without momentum"] = o => OneCycleLR(o, 0.7, total_steps: 14, cycle_momentum: false),
        ["CyclicLR"] = o => CyclicLR(o, 0.1, 0.7, step_size_up: 3, step_size_down: 2, cycle_momentum: false),
        ["CyclicLR halved"] = o =>
            CyclicLR(o, [0.1, 0.2], [0.7, 0.3], step_size_up: 3, mode: impl.CyclicLR.Mode.Triangular2, cycle_momentum: false),
        ["CyclicLR by powers of the cycle"] = o => CyclicLR(
            o, 0.1, 0.7, step_size_up: 2, step_size_down: 3, mode: impl.CyclicLR.Mode.ExpRange, gamma: 0.8, cycle_momentum: false),
        ["CyclicLR by steps"] = o => CyclicLR(
            o, 0.1, 0.7, step_size_up: 2, scale_fn: step => 1 / (1 + step), scale_mode: impl.CyclicLR.ScaleMode.Iterations, cycle_momentum: false),
    };

    private static readonly Dictionary<string, Func<Optimizer, LRScheduler>> MomentumCycles = new()
    {
        ["CyclicLR with momentum"] = o => CyclicLR(o, 0.1, 0.7, step_size_up: 3, step_size_down: 2),
        ["CyclicLR with momenta, halved"] = o => CyclicLR(
            o, [0.1, 0.1], [0.7, 0.7], step_size_up: 2, mode: impl.CyclicLR.Mode.Triangular2, base_momentum: [0.5, 0.6], max_momentum: [0.8, 0.7]),
    };

    private static readonly Dictionary<string, Func<Optimizer, LRScheduler>> Plateaus = new()
    {
        ["ReduceLROnPlateau"] = o => ReduceLROnPlateau(o, factor: 0.5, patience: 1),
        ["ReduceLROnPlateau with cooldown"] = o =>
            ReduceLROnPlateau(o, factor: 0.5, patience: 1, cooldown: 2, threshold: 0.05, threshold_mode: "abs", min_lr: [0.03, 0.2]),
        ["ReduceLROnPlateau for the greatest"] = o => ReduceLROnPlateau(o, mode: "max", factor: 0.3, patience: 2),
    };

    private static readonly IReadOnlyList<JsonElement> Cases = Recorded.Cases("optim", "schedules.json");
    private static readonly IReadOnlyList<JsonElement> PlateauCases = Recorded.Cases("optim", "plateaus.json");

    public static TheoryData<string> Names => new(Schedules.Keys);

    public static TheoryData<string> PlateauNames => new(Plateaus.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Rates_and_momenta_are_PyTorchs(string name)
    {
        var recorded = Cases.Where(candidate => candidate.Name() == name).ToList();
        Assert.Equal(2, recorded.Count);
        foreach (var run in recorded)
        {
            using var optimizer = TwoGroups(run.GetProperty("optimizer").GetString()!);
            var schedule = Schedules[name](optimizer);
            // The second group of a cycle in two phases goes its own way: see below.
            var groups = optimizer.ParamGroups.Take(name is "OneCycleLR" or "OneCycleLR without momentum" ? 1 : 2).ToList();
            foreach (var (rates, momenta) in run.GetProperty("rates").EnumerateArray().Zip(run.GetProperty("momenta").EnumerateArray()))
            {
                AssertNear(rates, groups.Select(group => group.LearningRate));
                if (schedule is impl.ChainedLR)
                    Assert.Null(schedule.get_last_lr());
                else
                    AssertNear(rates, schedule.get_last_lr().Take(groups.Count));
                AssertNear(momenta, groups.Select(group => group is IBetas betas ? betas.Betas.Item1 : ((IMomentum)group).Momentum));
                optimizer.step();
                schedule.step();
            }
        }
    }

    [Theory]
    [MemberData(nameof(PlateauNames))]
    public void Plateaus_are_PyTorchs(string name)
    {
        var recorded = PlateauCases.Single(candidate => candidate.Name() == name);
        using var optimizer = TwoGroups("SGD");
        var schedule = Plateaus[name](optimizer);
        foreach (var (metric, rates) in recorded.GetProperty("metrics").EnumerateArray().Zip(recorded.GetProperty("rates").EnumerateArray()))
        {
            schedule.step(metric.GetDouble());
            AssertNear(rates, optimizer.ParamGroups.Select(group => group.LearningRate));
            Assert.Equal([0.1, 0.4], schedule.get_last_lr()); // TorchSharp never looks at it again
        }
        Assert.Throws<InvalidOperationException>(() => schedule.step());
    }

    /// <summary>TorchSharp takes the number of the group for that of the phase: the second of two groups never leaves the first phase.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_second_group_stays_in_the_first_phase_of_two(bool momentum)
    {
        using var optimizer = TwoGroups("SGD");
        var schedule = OneCycleLR(optimizer, 0.7, total_steps: 14, cycle_momentum: momentum);
        for (var step = 0; step < 14; step++)
        {
            var group = (SGD.ParamGroup)optimizer.ParamGroups.ElementAt(1);
            var falling = (Math.Cos(Math.PI * step / (0.3 * 14 - 1)) + 1) / 2;
            Assert.Equal(0.7 + (0.7 / 25 - 0.7) * falling, group.LearningRate, 1e-12);
            Assert.Equal(momentum ? 0.85 + (0.95 - 0.85) * falling : 0.9, group.Momentum, 1e-12);
            Assert.Equal(optimizer.ParamGroups.Select(one => one.LearningRate), schedule.get_last_lr());
            schedule.step();
        }
        Assert.Equal(0, optimizer.ParamGroups.First().LearningRate);
    }

    /// <summary>PyTorch takes from the greatest momentum what TorchSharp adds to it.</summary>
    [Theory]
    [InlineData("CyclicLR with momentum", 0.9, 0.9)]
    [InlineData("CyclicLR with momenta, halved", 0.8, 0.7)]
    public void Momentum_of_cycles_is_above_where_PyTorchs_is_below(string name, params double[] greatest)
    {
        var recorded = Recorded.Cases("optim", "cycles.json").Single(candidate => candidate.Name() == name);
        using var optimizer = TwoGroups("SGD");
        var schedule = MomentumCycles[name](optimizer);
        foreach (var (rates, momenta) in recorded.GetProperty("rates").EnumerateArray().Zip(recorded.GetProperty("momenta").EnumerateArray()))
        {
            AssertNear(rates, optimizer.ParamGroups.Select(group => group.LearningRate));
            AssertNear(momenta, optimizer.ParamGroups.Zip(greatest, (group, most) => 2 * most - ((IMomentum)group).Momentum));
            schedule.step();
        }
    }

    [Theory]
    [InlineData("StepLR")]
    [InlineData("MultiStepLR")]
    [InlineData("ExponentialLR")]
    [InlineData("ConstantLR")]
    [InlineData("LinearLR")]
    [InlineData("PolynomialLR")]
    [InlineData("CosineAnnealingLR")]
    public void Going_to_a_step_gives_the_rate_of_walking_there(string name)
    {
        using var walked = TwoGroups("SGD");
        using var jumped = TwoGroups("SGD");
        var (walk, jump) = (Schedules[name](walked), Schedules[name](jumped));
        for (var step = 1; step < 5; step++)
        {
            walk.step();
            jump.step((int?)step);
            Assert.All(walk.get_last_lr().Zip(jump.get_last_lr()), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        }
    }

    [Fact]
    public void Schedules_that_cannot_be_are_refused()
    {
        using var optimizer = TwoGroups("SGD");
        using var other = TwoGroups("SGD");
#if LIBTORCH
        Assert.Throws<ArgumentNullException>(() => StepLR(null, 1));
#endif
        Assert.Throws<ArgumentException>(() => SequentialLR(optimizer, [StepLR(optimizer, 1), StepLR(other, 1)], [2]));
        Assert.Throws<ArgumentException>(() => SequentialLR(optimizer, [StepLR(optimizer, 1)], [2]));
        Assert.Throws<ArgumentException>(() => ReduceLROnPlateau(optimizer, factor: 1));
        Assert.Throws<ArgumentException>(() => ReduceLROnPlateau(optimizer, mode: "best"));
        Assert.Throws<ArgumentException>(() => ReduceLROnPlateau(optimizer, threshold_mode: "some"));
        Assert.Throws<ArgumentException>(() => OneCycleLR(optimizer, 0.1));
        Assert.Throws<ArgumentException>(() => OneCycleLR(optimizer, 0.1, epochs: 3));
        Assert.Throws<ArgumentException>(() => OneCycleLR(optimizer, 0.1, total_steps: 0));
        Assert.Throws<ArgumentException>(() => OneCycleLR(optimizer, 0.1, total_steps: 3, pct_start: 2));
        Assert.Throws<ArgumentException>(() => CyclicLR(TwoGroups("AdamW"), 0.1, 0.2));
        Assert.Throws<ArgumentOutOfRangeException>(() => CyclicLR(optimizer, [0.1], [0.2, 0.3]));
        var spent = OneCycleLR(optimizer, 0.1, total_steps: 2);
        spent.step();
        spent.step();
        Assert.Throws<InvalidOperationException>(() => spent.step());
    }

    private static Optimizer TwoGroups(string kind)
    {
        var (a, b) = (nn.Parameter(zeros(1)), nn.Parameter(zeros(1)));
        return kind == "SGD"
            ? SGD([new SGD.ParamGroup([a], new SGD.Options()), new SGD.ParamGroup([b], new SGD.Options { LearningRate = 0.4 })], 0.1, momentum: 0.9)
            : AdamW([new AdamW.ParamGroup([a], new AdamW.Options()), new AdamW.ParamGroup([b], new AdamW.Options { LearningRate = 0.4 })], 0.1);
    }

    private static void AssertNear(JsonElement expected, IEnumerable<double> actual) =>
        Assert.All(expected.EnumerateArray().Select(element => element.GetDouble()).Zip(actual, (wanted, found) => (wanted, found)),
            pair => Assert.Equal(pair.wanted, pair.found, 1e-12));
}

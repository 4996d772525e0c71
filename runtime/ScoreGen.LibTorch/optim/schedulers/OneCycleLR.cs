#nullable disable // as in Optimizer.cs

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Lets the learning rate rise once and fall far below where it began, and momentum move against it.</summary>
                public class OneCycleLR : LRScheduler
                {
                    private readonly List<OneCycle> _cycles;
                    private readonly int _totalSteps;

                    /// <summary>The shape of rise and fall.</summary>
                    public enum AnnealStrategy
                    {
                        /// <summary>Half a cosine.</summary>
                        Cos,

                        /// <summary>A line.</summary>
                        Linear,
                    }

                    /// <summary>Creates the schedule with the same values for all groups, and makes its first step.</summary>
                    /// <param name="optimizer">The optimizer to drive.</param>
                    /// <param name="max_lr">The greatest learning rate.</param>
                    /// <param name="total_steps">The number of steps; -1 takes epochs times steps_per_epoch.</param>
                    /// <param name="epochs">The number of epochs.</param>
                    /// <param name="steps_per_epoch">The number of steps in each.</param>
                    /// <param name="pct_start">The share of the steps that the learning rate rises for.</param>
                    /// <param name="anneal_strategy">Along a cosine or along a line.</param>
                    /// <param name="cycle_momentum">Whether momentum, or the first of the betas, moves against the learning rate.</param>
                    /// <param name="base_momentum">The least momentum.</param>
                    /// <param name="max_momentum">The greatest momentum.</param>
                    /// <param name="div_factor">The greatest learning rate over the one at the start.</param>
                    /// <param name="final_div_factor">The learning rate at the start over the one at the end.</param>
                    /// <param name="three_phase">Whether it falls as it rose before it falls to the end.</param>
                    /// <param name="last_epoch">The step to go on from; -1 starts anew.</param>
                    /// <param name="verbose">Whether changes are written to the console.</param>
                    public OneCycleLR(
                        Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3,
                        AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, double base_momentum = 0.85, double max_momentum = 0.95,
                        double div_factor = 25, double final_div_factor = 10000, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : this(
                            optimizer, ForAll(optimizer, max_lr), total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum,
                            ForAll(optimizer, base_momentum), ForAll(optimizer, max_momentum), div_factor, final_div_factor, three_phase, last_epoch, verbose)
                    {
                    }

                    /// <summary>Creates the schedule with values for each group, and makes its first step.</summary>
                    /// <param name="optimizer">The optimizer to drive.</param>
                    /// <param name="max_lr">The greatest learning rates.</param>
                    /// <param name="total_steps">The number of steps; -1 takes epochs times steps_per_epoch.</param>
                    /// <param name="epochs">The number of epochs.</param>
                    /// <param name="steps_per_epoch">The number of steps in each.</param>
                    /// <param name="pct_start">The share of the steps that the learning rate rises for.</param>
                    /// <param name="anneal_strategy">Along a cosine or along a line.</param>
                    /// <param name="cycle_momentum">Whether momentum, or the first of the betas, moves against the learning rate.</param>
                    /// <param name="base_momentum">The least momentum.</param>
                    /// <param name="max_momentum">The greatest momentum.</param>
                    /// <param name="div_factor">The greatest learning rate over the one at the start.</param>
                    /// <param name="final_div_factor">The learning rate at the start over the one at the end.</param>
                    /// <param name="three_phase">Whether it falls as it rose before it falls to the end.</param>
                    /// <param name="last_epoch">The step to go on from; -1 starts anew.</param>
                    /// <param name="verbose">Whether changes are written to the console.</param>
                    public OneCycleLR(
                        Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                        double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true,
                        IEnumerable<double> base_momentum = null, IEnumerable<double> max_momentum = null, double div_factor = 25,
                        double final_div_factor = 10000, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        if (cycle_momentum && optimizer is not (IMomentum or IBetas))
                            throw new ArgumentException("optimizer must support momentum with `cycle_momentum` option enabled", nameof(optimizer));
                        if (pct_start is not (>= 0 and <= 1))
                            throw new ArgumentException($"Expected float between 0 and 1 for pct_start, but got {pct_start}", nameof(pct_start));
                        _totalSteps = TotalSteps(total_steps, epochs, steps_per_epoch);
                        var lows = base_momentum ?? ForAll(optimizer, 0.85);
                        var highs = max_momentum ?? ForAll(optimizer, 0.95);
                        var ends = OneCycle.Ends(_totalSteps, pct_start, three_phase);
                        _cycles = optimizer.ParamGroups.Zip(max_lr, lows.Zip(highs)).Select((cycle, place) => new OneCycle(
                            cycle.First, place, cycle.Second, div_factor, final_div_factor, cycle_momentum ? cycle.Third : null, ends,
                            anneal_strategy)).ToList();
                        step();
                    }

                    /// <inheritdoc/>
                    /// <exception cref="InvalidOperationException">All steps have been made.</exception>
                    protected override IEnumerable<double> get_lr() => _last_epoch <= _totalSteps
                        ? _cycles.Select(cycle => cycle.Advance(_last_epoch))
                        : throw new InvalidOperationException(
                            $"Tried to step {_last_epoch + 1} times. The specified number of total steps is {_totalSteps}");

                    private static IEnumerable<double> ForAll(Optimizer optimizer, double value) => Enumerable.Repeat(value, optimizer.ParamGroups.Count());

                    private static int TotalSteps(int totalSteps, int epochs, int stepsPerEpoch)
                    {
                        if (totalSteps == -1 && epochs == -1 && stepsPerEpoch == -1)
                            throw new ArgumentException("You must define either total_steps OR (epochs AND steps_per_epoch)");
                        if (totalSteps != -1)
                            return totalSteps > 0 ? totalSteps : throw new ArgumentException($"Expected positive integer total_steps, but got {totalSteps}");
                        if (epochs <= 0)
                            throw new ArgumentException($"Expected positive integer epochs, but got {epochs}");
                        return stepsPerEpoch > 0
                            ? epochs * stepsPerEpoch
                            : throw new ArgumentException($"Expected positive integer steps_per_epoch, but got {stepsPerEpoch}");
                    }
                }
            }
        }
    }
}

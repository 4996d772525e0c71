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
                /// <summary>
                /// Lets the learning rate rise and fall along lines, again and again. Momentum rises and falls with it, above max_momentum: in
                /// PyTorch it moves against the learning rate, below.
                /// </summary>
                public class CyclicLR : LRScheduler
                {
                    private readonly double _cycleLength, _rise;
                    private readonly double[] _max_lrs, _base_momenta, _max_momenta;
                    private readonly Func<double, double> _scale;
                    private readonly bool _scalesByCycle;

                    /// <summary>How the height of a cycle goes on.</summary>
                    public enum Mode
                    {
                        /// <summary>All are equally high.</summary>
                        Triangular,

                        /// <summary>Each is half as high as the one before.</summary>
                        Triangular2,

                        /// <summary>The height is gamma to the power of the cycle's number; PyTorch takes the step's.</summary>
                        ExpRange,
                    }

                    /// <summary>What a scale function of one's own is given.</summary>
                    public enum ScaleMode
                    {
                        /// <summary>The number of the cycle, from 1.</summary>
                        Cycle,

                        /// <summary>The number of the step, from 0.</summary>
                        Iterations,
                    }

                    /// <summary>Creates the schedule with the same values for all groups, and makes its first step.</summary>
                    /// <param name="optimizer">The optimizer to drive.</param>
                    /// <param name="base_lr">The least learning rate.</param>
                    /// <param name="max_lr">The greatest learning rate.</param>
                    /// <param name="step_size_up">The number of steps that it rises for.</param>
                    /// <param name="step_size_down">The number of steps that it falls for; -1 takes step_size_up.</param>
                    /// <param name="mode">How the height of a cycle goes on.</param>
                    /// <param name="gamma">The factor of <see cref="Mode.ExpRange"/>.</param>
                    /// <param name="scale_fn">The share of the height, in place of a mode; null takes the mode.</param>
                    /// <param name="scale_mode">What scale_fn is given.</param>
                    /// <param name="cycle_momentum">Whether momentum moves too.</param>
                    /// <param name="base_momentum">As far below max_momentum as momentum rises above it.</param>
                    /// <param name="max_momentum">The least momentum.</param>
                    /// <param name="last_epoch">The step to go on from; -1 starts anew.</param>
                    /// <param name="verbose">Whether changes are written to the console.</param>
                    public CyclicLR(
                        Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1, Mode mode = Mode.Triangular,
                        double gamma = 1, Func<double, double> scale_fn = null, ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true,
                        double base_momentum = 0.8, double max_momentum = 0.9, int last_epoch = -1, bool verbose = false)
                        : this(
                            optimizer, ForAll(optimizer, base_lr), ForAll(optimizer, max_lr), step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode,
                            cycle_momentum, ForAll(optimizer, base_momentum), ForAll(optimizer, max_momentum), last_epoch, verbose)
                    {
                    }

                    /// <summary>Creates the schedule with values for each group, and makes its first step.</summary>
                    /// <inheritdoc cref="CyclicLR(Optimizer, double, double, int, int, Mode, double, Func{double, double}, ScaleMode, bool, double, double, int, bool)"/>
                    public CyclicLR(
                        Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000, int step_size_down = -1,
                        Mode mode = Mode.Triangular, double gamma = 1, Func<double, double> scale_fn = null, ScaleMode scale_mode = ScaleMode.Cycle,
                        bool cycle_momentum = true, IEnumerable<double> base_momentum = null, IEnumerable<double> max_momentum = null, int last_epoch = -1,
                        bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        if (cycle_momentum && optimizer is not IMomentum)
                            throw new ArgumentException("optimizer must support momentum with `cycle_momentum` option enabled", nameof(optimizer));
                        _cycleLength = step_size_up + (step_size_down == -1 ? step_size_up : (double)step_size_down);
                        _rise = step_size_up / _cycleLength;
                        _base_lrs = [.. ForEach(optimizer, base_lr, nameof(base_lr))];
                        _max_lrs = ForEach(optimizer, max_lr, nameof(max_lr));
                        _scale = scale_fn ?? Scale(mode, gamma);
                        _scalesByCycle = scale_fn is null || scale_mode == ScaleMode.Cycle;
                        if (cycle_momentum)
                        {
                            _base_momenta = ForEach(optimizer, base_momentum ?? ForAll(optimizer, 0.8), nameof(base_momentum));
                            _max_momenta = ForEach(optimizer, max_momentum ?? ForAll(optimizer, 0.9), nameof(max_momentum));
                        }
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        var cycle = Math.Floor(1 + _last_epoch / _cycleLength);
                        var place = 1 + _last_epoch / _cycleLength - cycle;
                        var height = place <= _rise ? place / _rise : (place - 1) / (_rise - 1);
                        height *= _scale(_scalesByCycle ? cycle : _last_epoch);
                        return _optimizer.ParamGroups.Select((group, i) => Rate(group, i, height));
                    }

                    private double Rate(ILearningRateController group, int place, double height)
                    {
                        if (_max_momenta is not null)
                            ((IMomentum)group).Momentum = _max_momenta[place] + (_max_momenta[place] - _base_momenta[place]) * height;
                        return _base_lrs[place] + (_max_lrs[place] - _base_lrs[place]) * height;
                    }

                    private static Func<double, double> Scale(Mode mode, double gamma) => mode switch
                    {
                        Mode.Triangular2 => cycle => 1 / Math.Pow(2, cycle - 1),
                        Mode.ExpRange => cycle => Math.Pow(gamma, cycle),
                        _ => _ => 1,
                    };

                    private static IEnumerable<double> ForAll(Optimizer optimizer, double value)
                    {
                        ArgumentNullException.ThrowIfNull(optimizer);
                        return Enumerable.Repeat(value, optimizer.ParamGroups.Count());
                    }

                    private static double[] ForEach(Optimizer optimizer, IEnumerable<double> values, string name)
                    {
                        double[] all = [.. values];
                        var groups = optimizer.ParamGroups.Count();
                        return all.Length >= groups
                            ? all
                            : throw new ArgumentOutOfRangeException(name, $"The optimizer has {groups} groups, but {name} has {all.Length} values: give one a group.");
                    }
                }
            }
        }
    }
}

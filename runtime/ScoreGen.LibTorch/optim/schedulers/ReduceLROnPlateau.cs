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
                /// Multiplies the learning rate by a factor when a metric has stopped improving. What <see cref="LRScheduler.get_last_lr"/> says
                /// stays what it was at the start: ask the groups.
                /// </summary>
                public class ReduceLROnPlateau : LRScheduler
                {
                    private readonly bool _lowerIsBetter, _relative;
                    private readonly double _factor, _threshold, _eps;
                    private readonly int _patience, _cooldown;
                    private readonly List<double> _min_lrs;
                    private double _best;
                    private int _badEpochs, _cooldownLeft;

                    /// <summary>Creates the schedule.</summary>
                    /// <param name="optimizer">The optimizer to drive.</param>
                    /// <param name="mode">"min" where a lower metric is better, "max" where a higher one is.</param>
                    /// <param name="factor">The factor, less than 1.</param>
                    /// <param name="patience">The number of steps without improvement that are let pass.</param>
                    /// <param name="threshold">How much an improvement must be.</param>
                    /// <param name="threshold_mode">"rel" for a share of the best metric, "abs" for a difference.</param>
                    /// <param name="cooldown">The number of steps after a change that do not count.</param>
                    /// <param name="min_lr">The least learning rate: one for all groups, or one a group; null means 0.</param>
                    /// <param name="eps">Lesser changes are not made.</param>
                    /// <param name="verbose">Whether changes are written to the console.</param>
                    public ReduceLROnPlateau(
                        Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 0.0001,
                        string threshold_mode = "rel", int cooldown = 0, IList<double> min_lr = null, double eps = 1E-08, bool verbose = false)
                        : base(optimizer, -1, verbose)
                    {
                        if (factor >= 1)
                            throw new ArgumentException("Factor should be < 1.0", nameof(factor));
                        if (mode is not ("min" or "max"))
                            throw new ArgumentException($"mode {mode} is unknown! It is \"min\" or \"max\".", nameof(mode));
                        if (threshold_mode is not ("rel" or "abs"))
                            throw new ArgumentException($"threshold mode {threshold_mode} is unknown! It is \"rel\" or \"abs\".", nameof(threshold_mode));
                        _lowerIsBetter = mode == "min";
                        _relative = threshold_mode == "rel";
                        _factor = factor;
                        _patience = patience;
                        _threshold = threshold;
                        _cooldown = cooldown;
                        _eps = eps;
                        _min_lrs = min_lr is { Count: > 1 } ? min_lr.ToList() : Enumerable.Repeat(min_lr is { Count: 1 } ? min_lr[0] : 0, _base_lrs.Count).ToList();
                        _best = _lowerIsBetter ? double.PositiveInfinity : double.NegativeInfinity;
                    }

                    /// <summary>Takes note of the metric, and changes the learning rate where it is time.</summary>
                    /// <param name="current">The metric.</param>
                    /// <param name="epoch">The step to go to; null goes on by one.</param>
                    public override void step(double current, int? epoch = null)
                    {
                        _step_count++;
                        _last_epoch = epoch ?? _last_epoch + 1;
                        var improved = IsBetter(current);
                        if (improved)
                            _best = current;
                        _badEpochs = improved || _cooldownLeft > 0 ? 0 : _badEpochs + 1;
                        if (_cooldownLeft > 0)
                            _cooldownLeft--;
                        if (_badEpochs <= _patience)
                            return;
                        Reduce();
                        _cooldownLeft = _cooldown;
                        _badEpochs = 0;
                    }

                    /// <summary>Refuses: this schedule needs a metric.</summary>
                    /// <exception cref="InvalidOperationException">Always.</exception>
                    public override void step() =>
                        throw new InvalidOperationException("step() should not be used with the ReduceLROnPlateau scheduler. Use step(double, int?), instead.");

                    /// <summary>Refuses: this schedule needs a metric.</summary>
                    /// <exception cref="InvalidOperationException">Always.</exception>
                    public override void step(int? epoch) =>
                        throw new InvalidOperationException("step(int?) should not be used with the ReduceLROnPlateau scheduler. Use step(double, int?), instead.");

                    private bool IsBetter(double current) => (_lowerIsBetter, _relative) switch
                    {
                        (true, true) => current < _best * (1 - _threshold),
                        (true, false) => current < _best - _threshold,
                        (false, true) => current > _best * (1 + _threshold),
                        (false, false) => current > _best + _threshold,
                    };

                    private void Reduce()
                    {
                        foreach (var (group, least) in _optimizer.ParamGroups.Zip(_min_lrs))
                        {
                            var reduced = Math.Max(group.LearningRate * _factor, least);
                            if (group.LearningRate - reduced <= _eps)
                                continue;
                            group.LearningRate = reduced;
                            if (_verbose)
                                Console.WriteLine($"Epoch {_last_epoch}: reducing learning rate to {reduced:g4}.");
                        }
                    }
                }
            }
        }
    }
}

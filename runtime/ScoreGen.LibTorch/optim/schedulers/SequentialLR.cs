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
                /// <summary>Follows one schedule after the other.</summary>
                public class SequentialLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;
                    private readonly int[] _milestones;

                    /// <summary>Creates the schedule and makes the first schedule's first step.</summary>
                    /// <param name="optimizer">The optimizer to drive.</param>
                    /// <param name="schedulers">The schedules, all of this optimizer.</param>
                    /// <param name="milestones">The steps at which the second, third … schedule starts.</param>
                    /// <param name="last_epoch">The step to go on from; -1 starts anew.</param>
                    public SequentialLR(Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1)
                        : base(optimizer, last_epoch + 1)
                    {
                        _schedulers = schedulers.ToArray();
                        _milestones = milestones.ToArray();
                        if (_schedulers.Any(scheduler => scheduler._optimizer != optimizer))
                            throw new ArgumentException("The SequentialLR scheduler expects all its sub-schedulers to be bound to the same optimizer.", nameof(schedulers));
                        if (_milestones.Length != _schedulers.Length - 1)
                            throw new ArgumentException(
                                $"Received {_schedulers.Length} schedulers and {_milestones.Length} milestones. The SequentialLR scheduler expects the number of "
                                + "schedulers to be one more than the number of milestones.", nameof(milestones));

                        // Each schedule has made its first step on the way here: undo them all, then make that of the first.
                        foreach (var group in optimizer.ParamGroups)
                            group.LearningRate = group.InitialLearningRate;
                        foreach (var scheduler in _schedulers)
                            scheduler._last_epoch--;
                        _schedulers[0].step();
                        _last_lrs = _schedulers[0]._last_lrs;
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        var passed = _milestones.Count(milestone => milestone <= _last_epoch);
                        if (passed > 0 && _milestones[passed - 1] == _last_epoch)
                            _schedulers[passed].step(0);
                        else
                            _schedulers[passed].step();
                        return LearningRates;
                    }
                }
            }
        }
    }
}

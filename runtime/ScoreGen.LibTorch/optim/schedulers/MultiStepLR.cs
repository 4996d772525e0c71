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
                /// <summary>Multiplies the learning rate by gamma at each milestone.</summary>
                public class MultiStepLR : LRScheduler
                {
                    private readonly int[] _milestones;
                    private readonly double _gamma;

                    /// <summary>Creates the schedule and makes its first step.</summary>
                    /// <param name="optimizer">The optimizer to drive.</param>
                    /// <param name="milestones">The steps of the changes; one that is listed twice changes twice.</param>
                    /// <param name="gamma">The factor.</param>
                    /// <param name="last_epoch">The step to go on from; -1 starts anew.</param>
                    /// <param name="verbose">Whether changes are written to the console.</param>
                    public MultiStepLR(Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _milestones = milestones.ToArray();
                        _gamma = gamma;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => LearningRates.Select(rate => rate * Power(milestone => milestone == _last_epoch));

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() => _base_lrs.Select(rate => rate * Power(milestone => milestone <= _last_epoch));

                    private double Power(Predicate<int> counts) => Math.Pow(_gamma, _milestones.Count(milestone => counts(milestone)));
                }
            }
        }
    }
}

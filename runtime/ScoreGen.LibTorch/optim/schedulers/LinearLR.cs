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
                /// <summary>Multiplies the learning rate by a factor that grows in a line over the first steps.</summary>
                public class LinearLR : LRScheduler
                {
                    private readonly double _start_factor;
                    private readonly double _end_factor;
                    private readonly int _total_iters;

                    /// <summary>Creates the schedule and makes its first step.</summary>
                    /// <param name="optimizer">The optimizer to drive.</param>
                    /// <param name="start_factor">The factor of the first step.</param>
                    /// <param name="end_factor">The factor from then on.</param>
                    /// <param name="total_iters">The number of steps in between.</param>
                    /// <param name="last_epoch">The step to go on from; -1 starts anew.</param>
                    /// <param name="verbose">Whether changes are written to the console.</param>
                    public LinearLR(
                        Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1.0, int total_iters = 5, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _start_factor = start_factor;
                        _end_factor = end_factor;
                        _total_iters = total_iters;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() =>
                        _last_epoch == 0 ? LearningRates.Select(rate => rate * _start_factor)
                        : _last_epoch > _total_iters ? LearningRates
                        : LearningRates.Select(rate => rate * Growth);

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() => _base_lrs.Select(rate =>
                        rate * (_start_factor + (_end_factor - _start_factor) * Math.Min(_total_iters, _last_epoch) / _total_iters));

                    private double Growth =>
                        1 + (_end_factor - _start_factor) / (_total_iters * _start_factor + (_last_epoch - 1) * (_end_factor - _start_factor));
                }
            }
        }
    }
}

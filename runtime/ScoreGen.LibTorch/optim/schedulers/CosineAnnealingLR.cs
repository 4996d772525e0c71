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
                /// <summary>Lets the learning rate fall along half a cosine, and rise again.</summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double _T_max;
                    private readonly double _eta_min;

                    /// <summary>Creates the schedule and makes its first step.</summary>
                    /// <param name="optimizer">The optimizer to drive.</param>
                    /// <param name="T_max">The number of steps until the least rate.</param>
                    /// <param name="eta_min">The least rate.</param>
                    /// <param name="last_epoch">The step to go on from; -1 starts anew.</param>
                    /// <param name="verbose">Whether changes are written to the console.</param>
                    public CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _T_max = T_max;
                        _eta_min = eta_min;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() =>
                        _last_epoch == 0 ? LearningRates
                        : (_last_epoch - 1 - _T_max) % (2 * _T_max) == 0 ? LearningRates.Zip(_base_lrs, FromTheBottom)
                        : LearningRates.Select(Onward);

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() => _base_lrs.Select(rate =>
                        _eta_min + (rate - _eta_min) * (1 + Math.Cos(Math.PI * _last_epoch / _T_max)) / 2);

                    private double FromTheBottom(double rate, double initial) => rate + (initial - _eta_min) * (1 - Math.Cos(Math.PI / _T_max)) / 2;

                    private double Onward(double rate) =>
                        (1 + Math.Cos(Math.PI * _last_epoch / _T_max)) / (1 + Math.Cos(Math.PI * (_last_epoch - 1) / _T_max)) * (rate - _eta_min) + _eta_min;
                }
            }
        }
    }
}

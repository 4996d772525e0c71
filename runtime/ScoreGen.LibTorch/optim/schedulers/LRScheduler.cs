#nullable disable // as in Optimizer.cs

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Learning-rate schedules.</summary>
        public static partial class lr_scheduler
        {
            /// <summary>Base class of the schedules: each step sets the learning rate of every group.</summary>
            public abstract class LRScheduler
            {
                /// <summary>The number of steps so far, the one that the constructor makes included.</summary>
                protected int _step_count;

                internal Optimizer _optimizer;
                internal int _last_epoch = -1;
                internal bool _verbose;
                internal List<double> _last_lrs;
                internal List<double> _base_lrs = [];

                /// <summary>Creates a schedule that drives no optimizer itself.</summary>
                protected LRScheduler()
                {
                }

                /// <summary>Creates a schedule that starts from the groups' initial learning rates.</summary>
                /// <param name="optimizer">The optimizer to drive.</param>
                /// <param name="last_epoch">The step to go on from; -1 starts anew.</param>
                /// <param name="verbose">Whether changes are written to the console.</param>
                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    _optimizer = optimizer;
                    _last_epoch = last_epoch;
                    _verbose = verbose;
                    _base_lrs = optimizer.ParamGroups.Select(group => group.InitialLearningRate).ToList();
                    _last_lrs = optimizer.ParamGroups.Select(group => group.LearningRate).ToList();
                }

                private protected IEnumerable<double> LearningRates => _optimizer.ParamGroups.Select(group => group.LearningRate);

                /// <summary>Goes on by one step.</summary>
                public virtual void step() => step(null);

                /// <summary>Goes to a step, or on by one where that is null.</summary>
                public virtual void step(int? epoch)
                {
                    _step_count++;
                    _last_epoch = epoch ?? _last_epoch + 1;
                    // Some schedules change themselves when they are asked: ask once.
                    var rates = (epoch.HasValue ? get_closed_form_lr() : get_lr()).ToList();
                    foreach (var (group, rate) in _optimizer.ParamGroups.Zip(rates))
                        group.LearningRate = rate;
                    for (var i = 0; _verbose && i < rates.Count; i++)
                    {
                        if (_last_lrs[i] != rates[i])
                            Console.WriteLine($"Adjusting learning rate to {rates[i]}");
                    }
                    _last_lrs = rates;
                }

                /// <summary>Goes on by one step; schedules that watch a metric take it into account.</summary>
                /// <param name="current">The metric.</param>
                /// <param name="epoch">The step to go to, or null.</param>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                /// <summary>The learning rates of this step, from those of the step before.</summary>
                protected virtual IEnumerable<double> get_lr() => LearningRates;

                /// <summary>The learning rates of this step, from the initial ones.</summary>
                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                /// <summary>The learning rates that the last step set.</summary>
                public IEnumerable<double> get_last_lr() => _last_lrs;
            }
        }
    }
}

#nullable disable // as in Optimizer.cs

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Follows one schedule after the other.</summary>
            /// <param name="optimizer">The optimizer to drive.</param>
            /// <param name="schedulers">The schedules, all of this optimizer.</param>
            /// <param name="milestones">The steps at which the second, third … schedule starts.</param>
            /// <param name="last_epoch">The step to go on from; -1 starts anew.</param>
            public static LRScheduler SequentialLR(
                Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1) =>
                new impl.SequentialLR(optimizer, schedulers, milestones, last_epoch);

            /// <summary>Steps several schedules together.</summary>
            /// <param name="schedulers">The schedules, in the order in which they step.</param>
            public static LRScheduler ChainedLR(IEnumerable<LRScheduler> schedulers) => new impl.ChainedLR(schedulers);

            /// <summary>Multiplies the learning rate by a factor when a metric has stopped improving.</summary>
            /// <inheritdoc cref="impl.ReduceLROnPlateau(Optimizer, string, double, int, double, string, int, IList{double}, double, bool)"/>
            public static LRScheduler ReduceLROnPlateau(
                Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 0.0001,
                string threshold_mode = "rel", int cooldown = 0, IList<double> min_lr = null, double eps = 1E-08, bool verbose = false) =>
                new impl.ReduceLROnPlateau(optimizer, mode, factor, patience, threshold, threshold_mode, cooldown, min_lr, eps, verbose);

            /// <summary>Lets the learning rate rise once and fall far below where it began, and momentum move against it.</summary>
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
            public static LRScheduler OneCycleLR(
                Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3,
                impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos, bool cycle_momentum = true,
                double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 10000,
                bool three_phase = false, int last_epoch = -1, bool verbose = false) =>
                new impl.OneCycleLR(
                    optimizer, max_lr, total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum, base_momentum, max_momentum,
                    div_factor, final_div_factor, three_phase, last_epoch, verbose);

            /// <summary>Lets each group's learning rate rise once and fall far below where it began, and momentum move against it.</summary>
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
            public static LRScheduler OneCycleLR(
                Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3,
                impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos, bool cycle_momentum = true,
                IEnumerable<double> base_momentum = null, IEnumerable<double> max_momentum = null, double div_factor = 25,
                double final_div_factor = 10000, bool three_phase = false, int last_epoch = -1, bool verbose = false) =>
                new impl.OneCycleLR(
                    optimizer, max_lr, total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum, base_momentum, max_momentum,
                    div_factor, final_div_factor, three_phase, last_epoch, verbose);
        }
    }
}

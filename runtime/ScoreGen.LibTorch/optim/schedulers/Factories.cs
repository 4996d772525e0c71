#nullable disable // as in Optimizer.cs

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Multiplies the learning rate by gamma every step_size steps.</summary>
            /// <param name="optimizer">The optimizer to drive.</param>
            /// <param name="step_size">The number of steps between changes.</param>
            /// <param name="gamma">The factor.</param>
            /// <param name="last_epoch">The step to go on from; -1 starts anew.</param>
            /// <param name="verbose">Whether changes are written to the console.</param>
            public static LRScheduler StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.StepLR(optimizer, step_size, gamma, last_epoch, verbose);

            /// <summary>Multiplies the learning rate by gamma at each milestone.</summary>
            /// <param name="optimizer">The optimizer to drive.</param>
            /// <param name="milestones">The steps of the changes.</param>
            /// <param name="gamma">The factor.</param>
            /// <param name="last_epoch">The step to go on from; -1 starts anew.</param>
            /// <param name="verbose">Whether changes are written to the console.</param>
            public static LRScheduler MultiStepLR(
                Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.MultiStepLR(optimizer, milestones, gamma, last_epoch, verbose);

            /// <summary>Multiplies the learning rate by gamma every step.</summary>
            /// <param name="optimizer">The optimizer to drive.</param>
            /// <param name="gamma">The factor.</param>
            /// <param name="last_epoch">The step to go on from; -1 starts anew.</param>
            /// <param name="verbose">Whether changes are written to the console.</param>
            public static LRScheduler ExponentialLR(Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.ExponentialLR(optimizer, gamma, last_epoch, verbose);

            /// <summary>Multiplies the learning rate by a factor for the first steps.</summary>
            /// <param name="optimizer">The optimizer to drive.</param>
            /// <param name="factor">The factor.</param>
            /// <param name="total_iters">The number of steps that it holds for.</param>
            /// <param name="last_epoch">The step to go on from; -1 starts anew.</param>
            /// <param name="verbose">Whether changes are written to the console.</param>
            public static LRScheduler ConstantLR(
                Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1, bool verbose = false) =>
                new impl.ConstantLR(optimizer, factor, total_iters, last_epoch, verbose);

            /// <summary>Multiplies the learning rate by a factor that grows in a line over the first steps.</summary>
            /// <param name="optimizer">The optimizer to drive.</param>
            /// <param name="start_factor">The factor of the first step.</param>
            /// <param name="end_factor">The factor from then on.</param>
            /// <param name="total_iters">The number of steps in between.</param>
            /// <param name="last_epoch">The step to go on from; -1 starts anew.</param>
            /// <param name="verbose">Whether changes are written to the console.</param>
            public static LRScheduler LinearLR(
                Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1, int total_iters = 5, int last_epoch = -1, bool verbose = false) =>
                new impl.LinearLR(optimizer, start_factor, end_factor, total_iters, last_epoch, verbose);

            /// <summary>Lets the learning rate fall to zero as a power of the steps left.</summary>
            /// <param name="optimizer">The optimizer to drive.</param>
            /// <param name="total_iters">The number of steps until zero.</param>
            /// <param name="power">The power.</param>
            /// <param name="last_epoch">The step to go on from; -1 starts anew.</param>
            /// <param name="verbose">Whether changes are written to the console.</param>
            public static LRScheduler PolynomialLR(
                Optimizer optimizer, int total_iters = 5, double power = 1, int last_epoch = -1, bool verbose = false) =>
                new impl.PolynomialLR(optimizer, total_iters, power, last_epoch, verbose);

            /// <summary>Lets the learning rate fall along half a cosine, and rise again.</summary>
            /// <param name="optimizer">The optimizer to drive.</param>
            /// <param name="T_max">The number of steps until the least rate.</param>
            /// <param name="eta_min">The least rate.</param>
            /// <param name="last_epoch">The step to go on from; -1 starts anew.</param>
            /// <param name="verbose">Whether changes are written to the console.</param>
            public static LRScheduler CosineAnnealingLR(
                Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false) =>
                new impl.CosineAnnealingLR(optimizer, T_max, eta_min, last_epoch, verbose);

            /// <summary>Multiplies the initial learning rate by a function of the step.</summary>
            /// <param name="optimizer">The optimizer to drive.</param>
            /// <param name="lr_lambda">The factor for each step, from 0.</param>
            /// <param name="last_epoch">The step to go on from; -1 starts anew.</param>
            /// <param name="verbose">Whether changes are written to the console.</param>
            public static LRScheduler LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) =>
                new impl.LambdaLR(optimizer, lr_lambda, last_epoch, verbose);

            /// <summary>Multiplies the learning rate, every step, by a function of the step.</summary>
            /// <param name="optimizer">The optimizer to drive.</param>
            /// <param name="lr_lambda">The factor for each step, from 1.</param>
            /// <param name="last_epoch">The step to go on from; -1 starts anew.</param>
            /// <param name="verbose">Whether changes are written to the console.</param>
            public static LRScheduler MultiplicativeLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) =>
                new impl.MultiplicativeLR(optimizer, lr_lambda, last_epoch, verbose);
        }
    }
}

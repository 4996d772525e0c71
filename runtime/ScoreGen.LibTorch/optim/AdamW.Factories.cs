#nullable disable // as in Optimizer.cs

using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Adam with weight decay apart from the gradient.</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">The share of the old mean in the new.</param>
        /// <param name="beta2">The share of the old mean square in the new.</param>
        /// <param name="eps">Added to the root of the mean square.</param>
        /// <param name="weight_decay">The share of the parameter that a step of learning rate 1 takes away.</param>
        /// <param name="amsgrad">Whether the greatest mean square so far is used.</param>
        /// <param name="maximize">Whether to climb.</param>
        public static AdamW AdamW(
            IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08,
            double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Adam with weight decay apart from the gradient.</summary>
        /// <param name="parameters">The parameters with their names.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">The share of the old mean in the new.</param>
        /// <param name="beta2">The share of the old mean square in the new.</param>
        /// <param name="eps">Added to the root of the mean square.</param>
        /// <param name="weight_decay">The share of the parameter that a step of learning rate 1 takes away.</param>
        /// <param name="amsgrad">Whether the greatest mean square so far is used.</param>
        /// <param name="maximize">Whether to climb.</param>
        public static AdamW AdamW(
            IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08,
            double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new(parameters.Select(entry => entry.parameter), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Adam with weight decay apart from the gradient.</summary>
        /// <param name="parameters">Groups of parameters; options that they leave open are the ones given here.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">The share of the old mean in the new.</param>
        /// <param name="beta2">The share of the old mean square in the new.</param>
        /// <param name="eps">Added to the root of the mean square.</param>
        /// <param name="weight_decay">The share of the parameter that a step of learning rate 1 takes away.</param>
        /// <param name="amsgrad">Whether the greatest mean square so far is used.</param>
        /// <param name="maximize">Whether to climb.</param>
        public static AdamW AdamW(
            IEnumerable<AdamW.ParamGroup> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08,
            double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
    }
}

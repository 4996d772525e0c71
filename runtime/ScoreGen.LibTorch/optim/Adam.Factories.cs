#nullable disable // as in Optimizer.cs

using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Adam: the gradient's running mean over the root of its running mean square.</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">The share of the old mean in the new.</param>
        /// <param name="beta2">The share of the old mean square in the new.</param>
        /// <param name="eps">Added to the root of the mean square.</param>
        /// <param name="weight_decay">What is added to the gradient, times the parameter.</param>
        /// <param name="amsgrad">Whether the greatest mean square so far is used.</param>
        /// <param name="maximize">Whether to climb.</param>
        public static Adam Adam(
            IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08,
            double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Adam: the gradient's running mean over the root of its running mean square.</summary>
        /// <param name="parameters">The parameters with their names.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">The share of the old mean in the new.</param>
        /// <param name="beta2">The share of the old mean square in the new.</param>
        /// <param name="eps">Added to the root of the mean square.</param>
        /// <param name="weight_decay">What is added to the gradient, times the parameter.</param>
        /// <param name="amsgrad">Whether the greatest mean square so far is used.</param>
        /// <param name="maximize">Whether to climb.</param>
        public static Adam Adam(
            IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08,
            double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new(parameters.Select(entry => entry.parameter), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Adam: the gradient's running mean over the root of its running mean square.</summary>
        /// <param name="parameters">Groups of parameters; options that they leave open are the ones given here.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">The share of the old mean in the new.</param>
        /// <param name="beta2">The share of the old mean square in the new.</param>
        /// <param name="eps">Added to the root of the mean square.</param>
        /// <param name="weight_decay">What is added to the gradient, times the parameter.</param>
        /// <param name="amsgrad">Whether the greatest mean square so far is used.</param>
        /// <param name="maximize">Whether to climb.</param>
        public static Adam Adam(
            IEnumerable<Adam.ParamGroup> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08,
            double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
    }
}

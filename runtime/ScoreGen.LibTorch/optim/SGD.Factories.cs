#nullable disable // as in Optimizer.cs

using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Stochastic gradient descent, with momentum if wanted.</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="learningRate">The learning rate.</param>
        /// <param name="momentum">The share of the old direction in the new.</param>
        /// <param name="dampening">What is missing of the gradient's share to 1.</param>
        /// <param name="weight_decay">What is added to the gradient, times the parameter.</param>
        /// <param name="nesterov">Whether the gradient is looked at one step ahead.</param>
        /// <param name="maximize">Whether to climb.</param>
        public static SGD SGD(
            IEnumerable<Parameter> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0,
            bool nesterov = false, bool maximize = false) =>
            new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);

        /// <summary>Stochastic gradient descent, with momentum if wanted.</summary>
        /// <param name="parameters">The parameters with their names.</param>
        /// <param name="learningRate">The learning rate.</param>
        /// <param name="momentum">The share of the old direction in the new.</param>
        /// <param name="dampening">What is missing of the gradient's share to 1.</param>
        /// <param name="weight_decay">What is added to the gradient, times the parameter.</param>
        /// <param name="nesterov">Whether the gradient is looked at one step ahead.</param>
        /// <param name="maximize">Whether to climb.</param>
        public static SGD SGD(
            IEnumerable<(string name, Parameter parameter)> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0,
            bool nesterov = false, bool maximize = false) =>
            new(parameters.Select(entry => entry.parameter), learningRate, momentum, dampening, weight_decay, nesterov, maximize);

        /// <summary>Stochastic gradient descent, with momentum if wanted.</summary>
        /// <param name="parameters">Groups of parameters; options that they leave open are the ones given here.</param>
        /// <param name="learningRate">The learning rate.</param>
        /// <param name="momentum">The share of the old direction in the new.</param>
        /// <param name="dampening">What is missing of the gradient's share to 1.</param>
        /// <param name="weight_decay">What is added to the gradient, times the parameter.</param>
        /// <param name="nesterov">Whether the gradient is looked at one step ahead.</param>
        /// <param name="maximize">Whether to climb.</param>
        public static SGD SGD(
            IEnumerable<SGD.ParamGroup> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0,
            bool nesterov = false, bool maximize = false) =>
            new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);
    }
}

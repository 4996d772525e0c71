// TorchSharp's optimizers say nothing about nulls, and callers pass null where these signatures do not forbid it.
#nullable disable

using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Optimizers and learning-rate schedules.</summary>
    public static partial class optim
    {
        /// <summary>Base class of the optimizers: updates parameters from their gradients.</summary>
        public abstract partial class Optimizer : IDisposable
        {
            /// <summary>The groups of parameters, each with its own options.</summary>
            protected IList<ParamGroup> _parameter_groups = new List<ParamGroup>();

            private protected Optimizer()
            {
            }

            /// <summary>The groups as schedulers see them.</summary>
            public virtual IEnumerable<ILearningRateController> ParamGroups => _parameter_groups;

            /// <summary>All parameters of all groups.</summary>
            public virtual IEnumerable<Parameter> parameters() => _parameter_groups.SelectMany(group => group.Parameters);

            /// <summary>Fills the gradients with zeros.</summary>
            public virtual void zero_grad()
            {
                using var guard = no_grad();
                using var scope = NewDisposeScope();
                var grads = parameters().Select(parameter => parameter.grad).Where(grad => grad is not null).ToArray();
                if (grads.Length > 0)
                    Aten._foreach_zero_.Run(grads);
            }

            /// <summary>Updates every parameter that has a gradient.</summary>
            /// <param name="closure">Computes the loss and its gradients first; null where they are there already.</param>
            /// <returns>What the closure returned, or null.</returns>
            public virtual Tensor step(Func<Tensor> closure = null) =>
                throw new NotSupportedException($"{GetType().Name} does not say how to step: override step.");

            /// <summary>Adds a group of parameters; options that it leaves open are the optimizer's own.</summary>
            public virtual void add_param_group(ParamGroup param_group) => _parameter_groups.Add(param_group);

            /// <summary>Frees the optimizer's state; the parameters stay.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Frees the optimizer's state.</summary>
            protected virtual void Dispose(bool disposing)
            {
                if (disposing)
                    ReleaseState();
            }

            private protected abstract void ReleaseState();

            /// <summary>The options of each group and the state of each parameter: the optimizer's own objects, not copies.</summary>
            public class StateDictionary
            {
                internal StateDictionary()
                {
                }

                /// <summary>The options of each group.</summary>
                public List<OptimizerOptions> Options { get; } = [];

                /// <summary>The state of each parameter.</summary>
                public List<OptimizerState> State { get; } = [];

                /// <summary>For each group, where its parameters are in <see cref="State"/>.</summary>
                public List<List<int>> StateIndexRef { get; } = [];
            }
        }

        /// <summary>What a scheduler moves: the learning rate of a group.</summary>
        public interface ILearningRateController
        {
            /// <summary>The learning rate now.</summary>
            double LearningRate { get; set; }

            /// <summary>The learning rate that schedules start from.</summary>
            double InitialLearningRate { get; set; }
        }

        /// <summary>A group or optimizer with a momentum, which some schedules move too.</summary>
        public interface IMomentum
        {
            /// <summary>The momentum.</summary>
            double Momentum { get; set; }
        }

        /// <summary>A group or optimizer with two averaging factors, which some schedules move too.</summary>
        public interface IBetas
        {
            /// <summary>The factors of the first and the second moment.</summary>
            (double, double) Betas { get; set; }
        }
    }
}

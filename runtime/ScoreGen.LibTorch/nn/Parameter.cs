namespace TorchSharp.Modules
{
    /// <summary>A tensor that a module registers as trainable.</summary>
    public class Parameter : torch.Tensor
    {
        /// <summary>Takes over a tensor: its native handle, and its place in its dispose scope. The tensor becomes invalid.</summary>
        /// <param name="data">The tensor to take over.</param>
        /// <param name="requires_grad">Whether gradients are collected for it.</param>
        public Parameter(torch.Tensor data, bool requires_grad = true)
            : base(data.with_requires_grad(requires_grad).MoveReference())
        {
            if (data.OwningDisposeScope is not null)
                DisposeScope.ReplaceWith(data, this);
        }
    }
}

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Makes a tensor a parameter. The tensor becomes invalid.</summary>
            /// <param name="data">The tensor to take over.</param>
            /// <param name="requires_grad">Whether gradients are collected for it.</param>
            public static Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);
        }
    }
}

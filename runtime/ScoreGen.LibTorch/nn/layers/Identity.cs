using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Returns an alias of its input.</summary>
    public sealed class Identity : ParameterLessModule<Tensor, Tensor>
    {
        internal Identity()
            : base(nameof(Identity))
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => tensor.alias();
    }
}

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that returns an alias of its input.</summary>
            public static Identity Identity() => new();
        }
    }
}

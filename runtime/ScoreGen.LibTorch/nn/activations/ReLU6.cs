using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>min(max(0, x), 6)</summary>
    public sealed class ReLU6 : ParameterLessModule<Tensor, Tensor>
    {
        internal ReLU6(bool inplace)
            : base(nameof(ReLU6)) => this.inplace = inplace;

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.relu6(tensor, inplace);
    }
}

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>min(max(0, x), 6)</summary>
            public static ReLU6 ReLU6(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                /// <summary>min(max(0, x), 6)</summary>
                public static Tensor relu6(Tensor x, bool inplace = false) =>
                    inplace ? Aten.hardtanh_.Update(x, 0, 6).alias() : Aten.hardtanh.Call(x, 0, 6);
            }
        }
    }
}

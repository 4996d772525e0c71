using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The first half of a dimension times σ of the second half.</summary>
    public sealed class GLU : ParameterLessModule<Tensor, Tensor>
    {
        internal GLU(long dim)
            : base(nameof(GLU)) => this.dim = dim;

        /// <summary>The dimension that is halved.</summary>
        public long dim { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.glu(tensor, dim);
    }
}

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The first half of a dimension times σ of the second half.</summary>
            public static GLU GLU(long dim = -1) => new(dim);

            public static partial class functional
            {
                /// <summary>The first half of a dimension times σ of the second half.</summary>
                public static Tensor glu(Tensor input, long dim = -1) => Aten.glu.Call(input, dim);
            }
        }
    }
}

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What a loss makes of its element-wise values. The numbers are libtorch's own.</summary>
        public enum Reduction
        {
            /// <summary>Leaves them as they are.</summary>
            None = 0,

            /// <summary>Their mean.</summary>
            Mean = 1,

            /// <summary>Their sum.</summary>
            Sum = 2,
        }

        /// <summary>The activation inside a transformer's feed-forward part.</summary>
        public enum Activations
        {
            /// <summary>max(0, x)</summary>
            ReLU = 0,

            /// <summary>x·Φ(x)</summary>
            GELU = 1,
        }
    }
}

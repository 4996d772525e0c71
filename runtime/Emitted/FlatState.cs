namespace ScoreGen.Emitted
{
    using global::System.ComponentModel;
    using global::System.Diagnostics.CodeAnalysis;
    using global::System.Linq;
    using global::TorchSharp;
    using ScalarType = global::TorchSharp.torch.ScalarType;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>
    /// The tensors of a state as one matrix of real numbers, [samples, features], and back. The first dimension is that of the samples where each tensor has two
    /// or more and they agree on it; any other state is one sample. A complex number is two features; half precision is widened to float32.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal sealed class FlatState
    {
        private readonly Component[] components;
        private readonly long samples;
        private readonly ScalarType type;

        internal FlatState(Tensor[] state)
        {
            var shapes = state.Select(tensor => tensor.shape).ToArray();
            samples = shapes.All(shape => shape.Length > 1 && shape[0] == shapes[0][0]) ? shapes[0][0] : 1;
            components = state.Select(tensor => new Component(tensor, samples)).ToArray();
            type = components.Any(component => component.Real == ScalarType.Float64) ? ScalarType.Float64 : ScalarType.Float32;
        }

        /// <summary>The relative distance from one number of the state to the next, in the least precise of its tensors.</summary>
        internal double Spacing => components.Max(component => component.Real switch
        {
            ScalarType.BFloat16 => 1.0 / (1 << 7),
            ScalarType.Float16 => 1.0 / (1 << 10),
            ScalarType.Float64 => 1.0 / (1L << 52),
            _ => 1.0 / (1 << 23),
        });

        internal Tensor Pack(Tensor[] state)
        {
            var parts = components.Zip(state, (component, tensor) => component.Flatten(tensor, samples, type)).ToArray();
            return parts.Length == 1 ? parts[0] : torch.cat(parts, 1);
        }

        internal Tensor[] Unpack(Tensor flat)
        {
            var state = new Tensor[components.Length];
            var start = 0L;
            for (var i = 0; i < state.Length; i++)
            {
                state[i] = components[i].Restore(state.Length == 1 ? flat : flat.narrow(1, start, components[i].Width));
                start += components[i].Width;
            }

            return state;
        }

        /// <summary>A point as the tensors can hold it: the one at which a block is evaluated.</summary>
        internal Tensor Round(Tensor flat) => components.All(component => component.Real == type) ? flat : Pack(Unpack(flat));

        private sealed class Component
        {
            private readonly long[] shape;
            private readonly bool isComplex;

            internal Component(Tensor tensor, long samples)
            {
                shape = tensor.shape;
                isComplex = tensor.is_complex();
                Real = !isComplex ? tensor.dtype : tensor.dtype == ScalarType.ComplexFloat64 ? ScalarType.Float64 : ScalarType.Float32;
                Width = (isComplex ? 2 : 1) * (samples == 0 ? shape.Skip(1).Aggregate(1L, (product, size) => product * size) : tensor.numel() / samples);
            }

            /// <summary>The type of its numbers, or of their real parts.</summary>
            internal ScalarType Real { get; }

            /// <summary>How many features a sample has.</summary>
            internal long Width { get; }

            internal Tensor Flatten(Tensor tensor, long samples, ScalarType type)
            {
                var flat = (isComplex ? torch.view_as_real(tensor) : tensor).reshape(samples, Width);
                return Real == type ? flat : flat.to(type);
            }

            internal Tensor Restore(Tensor flat)
            {
                var real = Real == flat.dtype ? flat : flat.to(Real);
                return isComplex ? torch.view_as_complex(real.reshape(shape.Append(2).ToArray()).contiguous()) : real.reshape(shape);
            }
        }
    }
}

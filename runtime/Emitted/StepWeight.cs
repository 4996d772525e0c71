namespace ScoreGen.Emitted
{
    using global::System;
    using global::System.ComponentModel;
    using global::System.Diagnostics.CodeAnalysis;
    using global::TorchSharp;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>
    /// The weight of a convex step as lerp wants it: a tensor without dimensions, of the dtype and on the device of the state. Each is made once
    /// and kept as long as the program runs.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal sealed class StepWeight
    {
        private readonly object gate = new();
        private readonly double value;
        private Made? made;

        internal StepWeight(double value) => this.value = value;

        internal Tensor For(Tensor state)
        {
            var (type, device, index) = (state.dtype, state.device_type, state.device_index);
            return Find(type, device, index) ?? Make(state, type, device, index);
        }

        private Tensor? Find(torch.ScalarType type, DeviceType device, int index)
        {
            for (var known = made; known is not null; known = known.Earlier)
            {
                if (known.Type == type && known.Device == device && known.Index == index)
                {
                    return known.Weight;
                }
            }

            return null;
        }

        private Tensor Make(Tensor state, torch.ScalarType type, DeviceType device, int index)
        {
            lock (gate)
            {
                if (Find(type, device, index) is { } other)
                {
                    return other;
                }

                // Made in inference mode it could not take part in a training later.
                using var mode = torch.inference_mode(false);
                var weight = state.new_full(Array.Empty<long>(), value).DetachFromDisposeScope();
                made = new Made(type, device, index, weight, made);
                return weight;
            }
        }

        private sealed class Made
        {
            internal Made(torch.ScalarType type, DeviceType device, int index, Tensor weight, Made? earlier)
                => (Type, Device, Index, Weight, Earlier) = (type, device, index, weight, earlier);

            internal torch.ScalarType Type { get; }

            internal DeviceType Device { get; }

            internal int Index { get; }

            internal Tensor Weight { get; }

            internal Made? Earlier { get; }
        }
    }
}

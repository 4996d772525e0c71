using ScoreGen.LibTorch;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A stream of random numbers.</summary>
    public class Generator : IDisposable
    {
        private readonly bool isDefault;

        private Generator(nint handle, Device device)
        {
            Handle = handle;
            this.device = device;
            isDefault = true;
        }

        /// <summary>A stream of its own for a device, the CPU by default.</summary>
        public unsafe Generator(ulong seed = 0, Device? device = null)
        {
            this.device = device ?? CPU;
            nint created;
            NativeError.Check(NativeMethods.sg_generator_new((int)this.device.type, this.device.index, seed, &created));
            Handle = created;
        }

        ~Generator() => Dispose(false);

        /// <summary>The stream that the CPU uses where none is given.</summary>
        public static unsafe Generator Default
        {
            get
            {
                nint found;
                NativeError.Check(NativeMethods.sg_generator_default((int)DeviceType.CPU, -1, &found));
                return new Generator(found, CPU);
            }
        }

        /// <summary>The native generator, borrowed.</summary>
        public nint Handle { get; private set; }

        public Device device { get; }

        /// <summary>The state of the stream, a tensor of bytes.</summary>
        public unsafe Tensor get_state()
        {
            nint state;
            NativeError.Check(NativeMethods.sg_generator_state(Handle, &state));
            GC.KeepAlive(this);
            return new Tensor(state);
        }

        /// <summary>Continues the stream from a state that <see cref="get_state"/> gave.</summary>
        public void set_state(Tensor value)
        {
            NativeError.Check(NativeMethods.sg_generator_set_state(Handle, value.Handle));
            GC.KeepAlive(value);
            GC.KeepAlive(this);
        }

        /// <summary>Starts the stream anew; the default stream does so on every device.</summary>
        public Generator manual_seed(long seed)
        {
            if (isDefault)
                TryInitializeDeviceType(DeviceType.CUDA);
            NativeError.Check(isDefault ? NativeMethods.sg_manual_seed((ulong)seed) : NativeMethods.sg_generator_seed(Handle, (ulong)seed));
            GC.KeepAlive(this);
            return this;
        }

        /// <summary>Starts the stream from a seed that differs between runs.</summary>
        /// <returns>That seed.</returns>
        public long seed()
        {
            var fresh = Random.Shared.NextInt64();
            manual_seed(fresh);
            return fresh;
        }

        /// <summary>The seed that the stream started from.</summary>
        public unsafe long initial_seed()
        {
            ulong seed;
            NativeError.Check(NativeMethods.sg_generator_current_seed(Handle, &seed));
            GC.KeepAlive(this);
            return (long)seed;
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            NativeMethods.sg_generator_release(Handle);
            Handle = 0;
        }
    }
}

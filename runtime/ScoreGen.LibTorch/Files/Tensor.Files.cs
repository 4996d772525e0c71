using System.Text;
using ScoreGen.LibTorch;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Saves one tensor as libtorch's own archive, which PyTorch's <c>torch.jit.load</c> reads too.</summary>
    public static void save(Tensor t, string location) => t.save(location);

    /// <summary>Loads a tensor that <see cref="save"/> saved.</summary>
    public static Tensor load(string location) => Tensor.load(location);

    public partial class Tensor
    {
        /// <inheritdoc cref="torch.load"/>
        public static unsafe Tensor load(string location)
        {
            nint loaded;
            fixed (byte* path = Encoding.UTF8.GetBytes(location + '\0'))
                NativeError.Check(NativeMethods.sg_tensor_load(path, &loaded));
            return new Tensor(loaded);
        }

        /// <summary>Reads a tensor that <see cref="TensorExtensionMethods.Save(Tensor, BinaryWriter)"/> wrote.</summary>
        public static Tensor Load(BinaryReader reader) => TensorExtensionMethods.Load(reader);

        /// <inheritdoc cref="Load(BinaryReader)"/>
        public static Tensor Load(Stream stream)
        {
            using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            return Load(reader);
        }

        /// <inheritdoc cref="Load(BinaryReader)"/>
        public static Tensor Load(string location)
        {
            using var stream = File.OpenRead(location);
            return Load(stream);
        }

        /// <inheritdoc cref="torch.save"/>
        public unsafe void save(string location)
        {
            fixed (byte* path = Encoding.UTF8.GetBytes(location + '\0'))
                NativeError.Check(NativeMethods.sg_tensor_save(Handle, path));
            GC.KeepAlive(this);
        }

        /// <summary>Writes the elements, from whatever device and with whatever strides, in the order of the dimensions.</summary>
        public unsafe void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            using var plain = device_type == DeviceType.CPU && is_contiguous() ? alias() : Plain();
            var data = (byte*)plain.DataPointer();
            for (var left = plain.NumberOfElements * plain.ElementSize; left > 0;)
            {
                var part = (int)Math.Min(left, Math.Max(bufferSize, 1 << 16));
                stream.Write(new ReadOnlySpan<byte>(data, part));
                data += part;
                left -= part;
            }
        }

        /// <summary>Overwrites the elements. The tensor must be contiguous and on the CPU.</summary>
        /// <exception cref="EndOfStreamException">The stream ends too early.</exception>
        public unsafe void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            RequirePlain();
            var data = (byte*)DataPointer();
            for (var left = NumberOfElements * ElementSize; left > 0;)
            {
                var part = (int)Math.Min(left, Math.Max(bufferSize, 1 << 16));
                stream.ReadExactly(new Span<byte>(data, part));
                data += part;
                left -= part;
            }
            GC.KeepAlive(this);
        }

        private Tensor Plain()
        {
            using var here = Moved(dtype, CPU, copy: false, non_blocking: false);
            return here.contiguous();
        }
    }
}

using System.Runtime.InteropServices;
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
        /// <exception cref="ExternalException">There is no such file, or it holds no tensor.</exception>
        public static Tensor load(string location)
        {
            try
            {
                return LoadFrom(location);
            }
            catch (ExternalException error)
            {
                throw new ExternalException($"'{location}' is not there, or no tensor that torch.save saved: {error.Message}", error);
            }
        }

        private static unsafe Tensor LoadFrom(string path)
        {
            nint loaded;
            fixed (byte* bytes = Encoding.UTF8.GetBytes(path + '\0'))
                NativeError.Check(NativeMethods.sg_tensor_load(bytes, &loaded));
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
        /// <remarks>The file appears, or is replaced, only when it is complete.</remarks>
        /// <exception cref="ExternalException">The file cannot be written; what it held before is unchanged.</exception>
        public void save(string location)
        {
            try
            {
                AtomicFile.Replace(location, SaveTo);
            }
            catch (ExternalException error)
            {
                throw new ExternalException($"'{location}' could not be written, and is as it was before: {error.Message}", error);
            }
        }

        private unsafe void SaveTo(string path)
        {
            fixed (byte* bytes = Encoding.UTF8.GetBytes(path + '\0'))
                NativeError.Check(NativeMethods.sg_tensor_save(Handle, bytes));
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

using System.Numerics;
using ScoreGen.LibTorch;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The elements as bytes: the tensor's own memory, valid while the tensor lives. It must be contiguous and on the CPU.</summary>
        public unsafe Span<byte> bytes
        {
            get => new((void*)CpuBytes(), checked((int)(NumberOfElements * ElementSize)));
            set
            {
                var own = bytes;
                if (own.Length != value.Length)
                    throw new ArgumentException($"Mismatched data sizes in SetBytes(): the tensor has {own.Length} bytes, the data {value.Length}.");
                value.CopyTo(own);
            }
        }

        /// <summary>The elements, read and written in place; a tensor of another device is copied first.</summary>
        /// <exception cref="ArgumentException">The tensor has another element type.</exception>
        public Utils.TensorAccessor<T> data<T>() where T : unmanaged
        {
            ValidateType(typeof(T));
            return device_type == DeviceType.CPU ? new(this) : new(cpu());
        }

        /// <summary>The one element.</summary>
        /// <exception cref="ArgumentException">There is not just one, or it has another type.</exception>
        public unsafe T item<T>() where T : unmanaged
        {
            if (NumberOfElements != 1)
                throw new ArgumentException("Number of elements in the tensor must be 1");
            ValidateType(typeof(T));
            if (device_type != DeviceType.CPU)
            {
                using var copy = Ops.to_device.Call(this, CPU, dtype);
                return *(T*)copy.DataPointer();
            }
            return *(T*)DataPointer();
        }

        /// <summary>The one element, whatever its type.</summary>
        public Scalar ToScalar() => Ops.item.CallScalar(this);

        public double ReadCpuDouble(long i) => Utils.TensorAccessor<double>.ReadItemAt(this, i);

        public float ReadCpuSingle(long i) => Utils.TensorAccessor<float>.ReadItemAt(this, i);

        public int ReadCpuInt32(long i) => Utils.TensorAccessor<int>.ReadItemAt(this, i);

        public long ReadCpuInt64(long i) => Utils.TensorAccessor<long>.ReadItemAt(this, i);

        public byte ReadCpuByte(long i) => Utils.TensorAccessor<byte>.ReadItemAt(this, i);

        public sbyte ReadCpuSByte(long i) => Utils.TensorAccessor<sbyte>.ReadItemAt(this, i);

        public short ReadCpuInt16(long i) => Utils.TensorAccessor<short>.ReadItemAt(this, i);

        public bool ReadCpuBool(long i) => Utils.TensorAccessor<bool>.ReadItemAt(this, i);

        public T ReadCpuValue<T>(long i) where T : unmanaged => Utils.TensorAccessor<T>.ReadItemAt(this, i);

        internal static Type DotnetType(ScalarType type) => type switch
        {
            ScalarType.Byte => typeof(byte),
            ScalarType.Int8 => typeof(sbyte),
            ScalarType.Int16 => typeof(short),
            ScalarType.Int32 => typeof(int),
            ScalarType.Int64 => typeof(long),
            ScalarType.Bool => typeof(bool),
            ScalarType.BFloat16 => typeof(BFloat16),
            ScalarType.Float16 => typeof(Half),
            ScalarType.Float32 => typeof(float),
            ScalarType.Float64 => typeof(double),
            ScalarType.ComplexFloat32 => typeof((float, float)),
            ScalarType.ComplexFloat64 => typeof(Complex),
            _ => throw new ArgumentException($"{type} has no .NET type."),
        };

        internal void ValidateType(Type dotnetType)
        {
            var own = dtype;
            if (DotnetType(own) != dotnetType)
                throw new ArgumentException($"{dotnetType.Name} is not compatible with {own}");
        }

        /// <summary>The address of the first element.</summary>
        internal unsafe nint DataPointer()
        {
            void* data;
            NativeError.Check(NativeMethods.sg_tensor_data(Handle, &data));
            return (nint)data;
        }

        private nint CpuBytes()
        {
            RequirePlain();
            if (NumberOfElements * ElementSize > int.MaxValue)
                throw new ArgumentException("Span only supports up to int.MaxValue elements.");
            return DataPointer();
        }

        private void RequirePlain()
        {
            if (!is_contiguous())
                throw new InvalidOperationException("Bytes() called on non-contiguous tensor.");
            if (device_type != DeviceType.CPU)
                throw new InvalidOperationException("Reading data from non-CPU memory is not supported. Move or copy the tensor to the cpu before reading.");
        }
    }
}

using System.Runtime.CompilerServices;
using ScoreGen.LibTorch;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private const int MostDims = 16;

        public long ndim => Dimensions;

        public long Dimensions
        {
            get
            {
                var dims = NativeMethods.sg_tensor_dim(Handle);
                GC.KeepAlive(this);
                return dims;
            }
        }

        public long NumberOfElements
        {
            get
            {
                var count = NativeMethods.sg_tensor_numel(Handle);
                GC.KeepAlive(this);
                return count;
            }
        }

        /// <summary>The bytes of one element.</summary>
        public long ElementSize
        {
            get
            {
                var size = NativeMethods.sg_tensor_element_size(Handle);
                GC.KeepAlive(this);
                return size;
            }
        }

        public ScalarType dtype
        {
            get
            {
                var type = (ScalarType)NativeMethods.sg_tensor_dtype(Handle);
                GC.KeepAlive(this);
                return type;
            }
        }

        public Device device
        {
            get
            {
                var (type, index) = NativeDevice();
                return type == DeviceType.CPU ? CPU : new Device(type, index);
            }
        }

        public DeviceType device_type => NativeDevice().Type;

        public int device_index => NativeDevice().Index;

        public bool is_cuda => device_type == DeviceType.CUDA;

        public bool is_meta => device_type == DeviceType.META;

        public bool is_sparse
        {
            get
            {
                var sparse = NativeMethods.sg_tensor_is_sparse(Handle) != 0;
                GC.KeepAlive(this);
                return sparse;
            }
        }

        public long[] shape => size();

        public long dim() => Dimensions;

        public long numel() => NumberOfElements;

        public long element_size() => ElementSize;

        public bool is_cpu() => device_type == DeviceType.CPU;

        public bool is_integral() => torch.is_integral(dtype);

        public bool is_floating_point() => torch.is_floating_point(dtype);

        public bool is_complex() => torch.is_complex(dtype);

        /// <summary>The lengths of all dimensions.</summary>
        [SkipLocalsInit]
        public unsafe long[] size()
        {
            var lengths = stackalloc long[MostDims];
            var dims = NativeError.Check(NativeMethods.sg_tensor_sizes(Handle, lengths, null, MostDims));
            var result = new long[dims];
            if (dims <= MostDims)
            {
                new ReadOnlySpan<long>(lengths, dims).CopyTo(result);
            }
            else
            {
                fixed (long* all = result)
                    NativeError.Check(NativeMethods.sg_tensor_sizes(Handle, all, null, dims));
            }
            GC.KeepAlive(this);
            return result;
        }

        /// <summary>How many elements lie between neighbours, a dimension.</summary>
        public unsafe long[] stride()
        {
            var result = new long[Dimensions];
            fixed (long* all = result)
                NativeError.Check(NativeMethods.sg_tensor_sizes(Handle, null, all, result.Length));
            GC.KeepAlive(this);
            return result;
        }

        /// <summary>The length of one dimension; negative numbers count from the last.</summary>
        public long size(int dim) => At(size(), dim);

        /// <inheritdoc cref="stride()"/>
        public long stride(int dim) => At(stride(), dim);

        /// <summary>Where in its storage the tensor begins, in elements.</summary>
        public long storage_offset()
        {
            var offset = NativeMethods.sg_tensor_storage_offset(Handle);
            GC.KeepAlive(this);
            return offset;
        }

        public bool is_contiguous()
        {
            var contiguous = NativeError.Check(NativeMethods.sg_tensor_is_contiguous(Handle)) != 0;
            GC.KeepAlive(this);
            return contiguous;
        }

        private static long At(long[] values, int dim)
        {
            var place = dim < 0 ? dim + values.Length : dim;
            if ((uint)place < (uint)values.Length)
                return values[place];
            throw new System.Runtime.InteropServices.ExternalException(
                $"Dimension out of range (expected to be in range of [{-Math.Max(values.Length, 1)}, {Math.Max(values.Length, 1) - 1}], but got {dim})");
        }

        private unsafe (DeviceType Type, int Index) NativeDevice()
        {
            int index;
            var type = (DeviceType)NativeMethods.sg_tensor_device(Handle, &index);
            GC.KeepAlive(this);
            return (type, index);
        }
    }
}

using ScoreGen.LibTorch;

namespace TorchSharp;

public static partial class torch
{
    // Other element types and devices. Where nothing changes, the result is another object for the same tensor.
    public partial class Tensor
    {
        public Tensor cpu() => Moved(dtype, torch.CPU, copy: false, non_blocking: false);

        /// <exception cref="ArgumentException">The device is not a CUDA device.</exception>
        public Tensor cuda(Device? device = null, bool non_blocking = false) => device is null || device.type == DeviceType.CUDA
            ? Moved(dtype, InitializeDevice(device ?? new Device(DeviceType.CUDA)), copy: false, non_blocking)
            : throw new ArgumentException("Not a CUDA device.", nameof(device));

        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            After(Ops.to_dtype.Call(this, type, non_blocking, copy), disposeAfter);

        public Tensor type_as(Tensor tensor) => to_type(tensor.dtype);

        public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(deviceType, deviceIndex), copy, disposeAfter, non_blocking);

        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            After(Moved(type, InitializeDevice(device), copy, non_blocking), disposeAfter);

        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to_type(type, copy, disposeAfter, non_blocking);

        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(device), copy, disposeAfter, non_blocking);

        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            After(Moved(dtype, InitializeDevice(device), copy, non_blocking), disposeAfter);

        public Tensor to(Tensor other, bool non_blocking = false) => Moved(other.dtype, other.device, copy: false, non_blocking);

        public Tensor type(Func<Tensor, Tensor> typeFunc) => typeFunc(this);

        public Tensor type(ScalarType dtype) => to_type(dtype);

        public Tensor @bool() => to_type(ScalarType.Bool);

        public Tensor @byte() => to_type(ScalarType.Byte);

        public Tensor @char() => to_type(ScalarType.Int8);

        public Tensor @short() => to_type(ScalarType.Int16);

        public Tensor @int() => to_type(ScalarType.Int32);

        public Tensor @long() => to_type(ScalarType.Int64);

        public Tensor half() => to_type(ScalarType.Float16);

        public Tensor bfloat16() => to_type(ScalarType.BFloat16);

        public Tensor @float() => to_type(ScalarType.Float32);

        public Tensor @double() => to_type(ScalarType.Float64);

        public Tensor cfloat() => to_type(ScalarType.ComplexFloat32);

        public Tensor cdouble() => to_type(ScalarType.ComplexFloat64);

        public Tensor real => Ops.real.Unary(this);

        public Tensor imag => Ops.imag.Unary(this);

        /// <summary>The transpose, as a view.</summary>
        public Tensor T => Ops.numpy_T.Unary(this);

        /// <summary>The first two dimensions exchanged, and conjugated where the numbers are complex.</summary>
        public Tensor H => is_complex() ? transpose(0, 1).conj() : transpose(0, 1);

        /// <summary>The transpose of the last two dimensions, as a view.</summary>
        public Tensor mT => Ops.mT.Unary(this);

        public Tensor mH => Ops.mH.Unary(this);

        internal Tensor Moved(ScalarType type, Device device, bool copy, bool non_blocking) =>
            Ops.to_device.Call(this, device, type, non_blocking, copy);

        private Tensor After(Tensor result, bool disposeAfter)
        {
            if (disposeAfter)
                Dispose();
            return result;
        }
    }
}

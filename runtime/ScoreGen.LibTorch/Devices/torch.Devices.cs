using ScoreGen.LibTorch;

namespace TorchSharp;

public static partial class torch
{
    public static readonly Device CPU = new(DeviceType.CPU);
    public static readonly Device META = new(DeviceType.META);

    private static Device defaultDevice = CPU;

    /// <summary>The current CUDA device.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static Device CUDA => InitializeDevice(new Device(DeviceType.CUDA));

    public static Device device(string description) => InitializeDevice(new Device(description));

    public static Device device(string deviceType, int index = -1) => InitializeDevice(new Device(deviceType, index));

    public static Device device(DeviceType deviceType, int index = -1) => InitializeDevice(new Device(deviceType, index));

    public static Device device(int index) => new(DeviceType.CUDA, index);

    /// <summary>The device of new tensors where none is given.</summary>
    public static Device get_default_device() => defaultDevice;

    /// <inheritdoc cref="get_default_device"/>
    public static void set_default_device(Device device) => defaultDevice = InitializeDevice(device);

    /// <inheritdoc cref="get_default_device"/>
    public static void set_default_device(string device) => set_default_device(new Device(device));

    /// <summary>Makes a kind of device ready for use.</summary>
    /// <returns>Whether there is one.</returns>
    public static bool TryInitializeDeviceType(DeviceType deviceType) => deviceType switch
    {
        DeviceType.CUDA => cuda.is_available(),
        DeviceType.CPU or DeviceType.META => true,
        _ => false,
    };

    /// <inheritdoc cref="TryInitializeDeviceType"/>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static void InitializeDeviceType(DeviceType deviceType)
    {
        if (deviceType == DeviceType.CPU || TryInitializeDeviceType(deviceType))
            return;
        throw new InvalidOperationException($"Torch device type {deviceType} did not initialise on the current machine.");
    }

    /// <summary>Makes a device ready for use; null stands for the default device.</summary>
    /// <exception cref="InvalidOperationException">There is none of its kind.</exception>
    public static Device InitializeDevice(Device? device)
    {
        device ??= get_default_device();
        InitializeDeviceType(device.type);
        return device;
    }

    /// <summary>Whether a CUDA (or ROCm) device can be used.</summary>
    public static bool cuda_is_available() => cuda.is_available();

    /// <summary>What libtorch knows of CUDA (or ROCm) devices.</summary>
    public static partial class cuda
    {
        /// <summary>Whether there is a device and libtorch can use it.</summary>
        public static bool is_available() => device_count() > 0;

        /// <summary>Whether cuDNN (or MIOpen) can be used.</summary>
        public static unsafe bool is_cudnn_available()
        {
            int available;
            NativeError.Check(NativeMethods.sg_cuda_has_cudnn(&available));
            return available != 0;
        }

        /// <summary>How many devices there are.</summary>
        public static unsafe int device_count()
        {
            int count;
            NativeError.Check(NativeMethods.sg_cuda_device_count(&count));
            return count;
        }

        /// <summary>Seeds the random streams of the devices; without any, does nothing.</summary>
        public static void manual_seed(long seed) => NativeError.Check(NativeMethods.sg_cuda_seed((ulong)seed));

        /// <inheritdoc cref="manual_seed"/>
        public static void manual_seed_all(long seed) => manual_seed(seed);

        /// <summary>Waits until all that was given to a device is done; without any, does nothing.</summary>
        public static void synchronize(Device? device = null) =>
            NativeError.Check(NativeMethods.sg_cuda_synchronize(device?.index ?? -1));
    }
}

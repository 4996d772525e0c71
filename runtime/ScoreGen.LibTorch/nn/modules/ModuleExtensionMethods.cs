namespace TorchSharp;

/// <summary>Moves and conversions of modules. Each works in place and returns the module itself.</summary>
/// <remarks>Parameters that move become other tensors: create the optimizer afterwards.</remarks>
public static class ModuleExtensionMethods
{
    /// <summary>Converts floating-point parameters and buffers.</summary>
    /// <exception cref="ArgumentException">The type is neither floating-point nor complex.</exception>
    public static T to<T>(this T module, torch.ScalarType type, bool non_blocking = false)
        where T : torch.nn.Module => (T)module._to(type, non_blocking);

    /// <summary>Moves and converts parameters and buffers.</summary>
    /// <exception cref="ArgumentException">The type is neither floating-point nor complex.</exception>
    /// <exception cref="InvalidOperationException">There is no such device.</exception>
    public static T to<T>(this T module, torch.Device device, torch.ScalarType type, bool non_blocking = false)
        where T : torch.nn.Module => (T)module._to(device, type, non_blocking);

    /// <summary>Moves parameters and buffers.</summary>
    /// <exception cref="InvalidOperationException">There is no such device.</exception>
    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false)
        where T : torch.nn.Module => (T)module._to(deviceType, deviceIndex, non_blocking);

    /// <summary>Moves parameters and buffers.</summary>
    /// <exception cref="InvalidOperationException">There is no such device.</exception>
    public static T to<T>(this T module, torch.Device device, bool non_blocking = false)
        where T : torch.nn.Module => (T)module._to(device.type, device.index, non_blocking);

    /// <summary>Moves parameters and buffers to a device such as "cpu" or "cuda:0".</summary>
    /// <exception cref="InvalidOperationException">There is no such device.</exception>
    public static T to<T>(this T module, string device, bool non_blocking = false)
        where T : torch.nn.Module => module.to(new torch.Device(device), non_blocking);

    /// <summary>Moves and converts parameters and buffers to where and what the tensor is.</summary>
    /// <exception cref="ArgumentException">The tensor is neither floating-point nor complex.</exception>
    public static T to<T>(this T module, torch.Tensor other, bool non_blocking = false)
        where T : torch.nn.Module => (T)module._to(other.device, other.dtype, non_blocking);

    /// <summary>Moves parameters and buffers to main memory.</summary>
    public static T cpu<T>(this T module, bool non_blocking = false)
        where T : torch.nn.Module => (T)module._to(DeviceType.CPU, -1, non_blocking);

    /// <summary>Moves parameters and buffers to a GPU; -1 means the current one.</summary>
    /// <exception cref="InvalidOperationException">CUDA is not available.</exception>
    public static T cuda<T>(this T module, int deviceIndex = -1, bool non_blocking = false)
        where T : torch.nn.Module => (T)module._to(DeviceType.CUDA, deviceIndex, non_blocking);

    /// <summary>Converts floating-point parameters and buffers to <see cref="torch.ScalarType.Float16"/>.</summary>
    public static T half<T>(this T module, bool non_blocking = false)
        where T : torch.nn.Module => module.to(torch.ScalarType.Float16, non_blocking);

    /// <summary>Converts floating-point parameters and buffers to <see cref="torch.ScalarType.BFloat16"/>.</summary>
    public static T bfloat16<T>(this T module, bool non_blocking = false)
        where T : torch.nn.Module => module.to(torch.ScalarType.BFloat16, non_blocking);

    /// <summary>Converts floating-point parameters and buffers to <see cref="torch.ScalarType.Float32"/>.</summary>
    public static T @float<T>(this T module, bool non_blocking = false)
        where T : torch.nn.Module => module.to(torch.ScalarType.Float32, non_blocking);

    /// <summary>Converts floating-point parameters and buffers to <see cref="torch.ScalarType.Float64"/>.</summary>
    public static T @double<T>(this T module, bool non_blocking = false)
        where T : torch.nn.Module => module.to(torch.ScalarType.Float64, non_blocking);

    /// <summary>Converts floating-point parameters and buffers to <see cref="torch.ScalarType.ComplexFloat32"/>.</summary>
    public static T cfloat<T>(this T module, bool non_blocking = false)
        where T : torch.nn.Module => module.to(torch.ScalarType.ComplexFloat32, non_blocking);

    /// <summary>Converts floating-point parameters and buffers to <see cref="torch.ScalarType.ComplexFloat64"/>.</summary>
    public static T cdouble<T>(this T module, bool non_blocking = false)
        where T : torch.nn.Module => module.to(torch.ScalarType.ComplexFloat64, non_blocking);
}

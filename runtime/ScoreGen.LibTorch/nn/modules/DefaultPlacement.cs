namespace TorchSharp;

internal static class DefaultPlacement
{
    /// <summary>Moves a new module to the given device and type, or to the defaults where they are null.</summary>
    public static T MovedToDefault<T>(this T module, torch.Device? device, torch.ScalarType? dtype)
        where T : torch.nn.Module =>
        (T)module._to(device ?? torch.get_default_device(), dtype ?? torch.get_default_dtype(), false);
}

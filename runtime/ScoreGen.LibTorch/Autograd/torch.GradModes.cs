namespace TorchSharp;

public static partial class torch
{
    /// <summary>Stops the recording of gradients on this thread until disposal.</summary>
    public static IDisposable no_grad() => new GradMode(false);

    /// <summary>Sets the recording of gradients on this thread until disposal.</summary>
    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    /// <inheritdoc cref="enable_grad"/>
    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    /// <summary>Whether this thread records gradients.</summary>
    public static bool is_grad_enabled() => GradMode.IsEnabled;

    /// <summary>
    /// No gradients, no version counters, until disposal on the same thread. Tensors made within can never take part in autograd.
    /// </summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    /// <summary>Whether this thread is in inference mode.</summary>
    public static bool is_inference_mode_enabled() => InferenceMode.IsEnabled;
}

namespace TorchSharp;

// Activation functions. Each is the method of the same name.
public static partial class torch
{
    public static Tensor sigmoid(Tensor input) => input.sigmoid();

    public static Tensor sigmoid_(Tensor input) => input.sigmoid_();
}

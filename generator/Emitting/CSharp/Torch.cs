namespace ScoreGen.Generator.Emitting.CSharp;

/// <summary>The names of what emitted code calls.</summary>
internal static class Torch
{
    public const string Tensor = "global::TorchSharp.torch.Tensor";
    public const string Scalar = "global::TorchSharp.Scalar";
    public const string NewScope = "global::TorchSharp.torch.NewDisposeScope()";
    public const string NoGrad = "global::TorchSharp.torch.no_grad()";
    public const string SetGrad = "global::TorchSharp.torch.set_grad_enabled";
    public const string IsGradEnabled = "global::TorchSharp.torch.is_grad_enabled()";
    public const string Stack = "global::TorchSharp.torch.stack";
    public const string Keep = ".MoveToOuterDisposeScope()";

    /// <summary>A Scalar that a holder of coefficients keeps.</summary>
    public static string Constant(string name, double value) => $"internal static readonly {Scalar} {name} = {Literals.Commented(value)}";
}

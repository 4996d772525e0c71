#nullable disable // as in Optimizer.cs

namespace TorchSharp.Modules;

/// <summary>The options of a group of Adam or AdamW; null takes the optimizer's.</summary>
public abstract class AdamOptions : OptimizerOptions
{
    /// <summary>The share of the old mean in the new.</summary>
    public double? beta1;

    /// <summary>The share of the old mean square in the new.</summary>
    public double? beta2;

    /// <summary>The decay: Adam adds it to the gradient, times the parameter; AdamW takes it from the parameter, times the learning rate.</summary>
    public double? weight_decay;

    /// <summary>Added to the root of the mean square.</summary>
    public double? eps;

    /// <summary>Whether the greatest mean square so far is used.</summary>
    public bool? amsgrad;

    /// <summary>Whether to climb.</summary>
    public bool? maximize;

    private protected AdamOptions()
    {
    }

    internal (double, double) Betas
    {
        get => (beta1.Value, beta2.Value);
        set => (beta1, beta2) = value;
    }

    internal static TOptions Of<TOptions>(double lr, double beta1, double beta2, double eps, double weight_decay, bool amsgrad, bool maximize)
        where TOptions : AdamOptions, new() => new()
        {
            LearningRate = lr,
            beta1 = beta1,
            beta2 = beta2,
            eps = eps,
            weight_decay = weight_decay,
            amsgrad = amsgrad,
            maximize = maximize,
        };

    /// <inheritdoc/>
    public override void SaveStateDict(BinaryWriter writer)
    {
        base.SaveStateDict(writer);
        writer.Write(beta1.Value);
        writer.Write(beta2.Value);
        writer.Write(eps.Value);
        writer.Write(weight_decay.Value);
        writer.Write(amsgrad.Value);
        writer.Write(maximize.Value);
    }

    /// <inheritdoc/>
    public override void LoadStateDict(BinaryReader reader)
    {
        base.LoadStateDict(reader);
        beta1 = reader.ReadDouble();
        beta2 = reader.ReadDouble();
        eps = reader.ReadDouble();
        weight_decay = reader.ReadDouble();
        amsgrad = reader.ReadBoolean();
        maximize = reader.ReadBoolean();
    }

    /// <inheritdoc/>
    public override void LoadStateDict(OptimizerOptions source)
    {
        base.LoadStateDict(source);
        var options = (AdamOptions)source;
        (beta1, beta2, eps) = (options.beta1, options.beta2, options.eps);
        (weight_decay, amsgrad, maximize) = (options.weight_decay, options.amsgrad, options.maximize);
    }

    internal void FillFrom(AdamOptions defaults)
    {
        LearningRate ??= defaults.LearningRate;
        beta1 ??= defaults.beta1;
        beta2 ??= defaults.beta2;
        eps ??= defaults.eps;
        weight_decay ??= defaults.weight_decay;
        amsgrad ??= defaults.amsgrad;
        maximize ??= defaults.maximize;
    }
}

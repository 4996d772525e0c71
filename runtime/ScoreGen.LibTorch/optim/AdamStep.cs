using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One step of Adam or AdamW over all parameters of a group at once, in place, by libtorch's foreach operators.</summary>
internal sealed class AdamStep
{
    public required Tensor[] Parameters { get; init; }

    public required Tensor[] Gradients { get; init; }

    public required Tensor[] Means { get; init; }

    public required Tensor[] MeanSquares { get; init; }

    public required Tensor[]? GreatestMeanSquares { get; init; }

    public required List<long> Steps { get; init; }

    public required double LearningRate { get; init; }

    public required double Beta1 { get; init; }

    public required double Beta2 { get; init; }

    public required double Epsilon { get; init; }

    public required double WeightDecay { get; init; }

    /// <summary>Whether decay shrinks the parameters themselves (AdamW) or is part of the gradient (Adam).</summary>
    public required bool DecaysApart { get; init; }

    public required bool Maximize { get; init; }

    public static void Validate(double lr, double beta1, double beta2, double eps, double weight_decay)
    {
        if (lr < 0)
            throw new ArgumentException($"Invalid learning rate: {lr}", nameof(lr));
        if (eps < 0)
            throw new ArgumentException($"Invalid ε: {eps}", nameof(eps));
        if (beta1 is not (>= 0 and < 1))
            throw new ArgumentException($"Invalid beta1: {beta1}", nameof(beta1));
        if (beta2 is not (>= 0 and < 1))
            throw new ArgumentException($"Invalid beta2: {beta2}", nameof(beta2));
        if (weight_decay < 0)
            throw new ArgumentException($"Invalid weight_decay value: {weight_decay}", nameof(weight_decay));
    }

    public void Run()
    {
        var gradients = Maximize ? Aten._foreach_neg.CallList(Gradients) : Gradients;
        if (DecaysApart)
            Aten._foreach_mul_.Run(Parameters, 1 - LearningRate * WeightDecay);
        else if (WeightDecay != 0)
            gradients = Aten._foreach_add.CallList(gradients, Parameters, WeightDecay);

        Aten._foreach_mul_.Run(Means, Beta1);
        Aten._foreach_add_.Run(Means, gradients, 1 - Beta1);
        Aten._foreach_mul_.Run(MeanSquares, Beta2);
        Aten._foreach_addcmul_.Run(MeanSquares, gradients, gradients, 1 - Beta2);

        var divisors = Aten._foreach_sqrt.CallList(SquaresToUse());
        Aten._foreach_div_.Run(divisors, PerParameter(step => Math.Sqrt(1 - Math.Pow(Beta2, step))));
        Aten._foreach_add_scalar_.Run(divisors, Epsilon);
        Aten._foreach_addcdiv_.Run(Parameters, Means, divisors, PerParameter(step => -LearningRate / (1 - Math.Pow(Beta1, step))));
    }

    private Tensor[] SquaresToUse()
    {
        if (GreatestMeanSquares is null)
            return MeanSquares;
        using var scope = NewDisposeScope();
        foreach (var (greatest, current) in GreatestMeanSquares.Zip(MeanSquares))
            greatest.copy_(maximum(greatest, current));
        return GreatestMeanSquares;
    }

    private double[] PerParameter(Func<long, double> value) => Steps.ConvertAll(step => value(step)).ToArray();
}

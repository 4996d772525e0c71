using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Tasks;

/// <summary>Linear regression in context: each prompt has a plane of its own, points of it with noise, and questions whose values are to be told. Points see points, a question sees points and itself.</summary>
/// <param name="Places">The points and then the questions: where, the value (0 for questions), and a mark for questions; (batch, places, dimensions + 2).</param>
/// <param name="Edges">0 where a place sees another, -∞ elsewhere, (places, places).</param>
/// <param name="Values">The value on the plane at each question, (batch, questions).</param>
/// <param name="LeastSquares">What least squares over the points says of them, (batch, questions).</param>
public sealed record Regression(Tensor Places, Tensor Edges, Tensor Values, Tensor LeastSquares)
{
    /// <summary>How many features a place has.</summary>
    public const long Inputs = Dimensions + 2;

    private const long Dimensions = 3, Points = 12, Questions = 4, All = Points + Questions;
    private const double Noise = 0.3;

    /// <summary>The squared error of what is read off all places, (batch, places, 1), at the questions.</summary>
    public Tensor Loss(Tensor read) => functional.mse_loss(read.narrow(1, Points, Questions).squeeze(-1), Values);

    /// <summary>Draws prompts; values have variance 1.</summary>
    public static Regression Draw(long batch, Device device)
    {
        var plane = randn(batch, Dimensions, 1, device: device) / Math.Sqrt(Dimensions);
        var x = randn(batch, All, Dimensions, device: device);
        var values = x.matmul(plane);
        var isQuestion = arange(All, device: device) >= Points;
        var mark = isQuestion.to(float32).expand(batch, All).unsqueeze(-1);
        var points = x.narrow(1, 0, Points);
        var y = values + (Noise * randn_like(values));
        var fit = linalg.pinv(points).matmul(y.narrow(1, 0, Points));
        return new(
            cat([x, y * (1 - mark), mark], -1),
            zeros(All, All, device: device).masked_fill(isQuestion & eye(All, device: device).logical_not().to(@bool), double.NegativeInfinity),
            values.narrow(1, Points, Questions).squeeze(-1),
            x.narrow(1, Points, Questions).matmul(fit).squeeze(-1));
    }
}

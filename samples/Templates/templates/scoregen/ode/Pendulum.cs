using static TorchSharp.torch;

namespace MyModel;

/// <summary>A pendulum that is pushed to and fro: what the model learns to foresee.</summary>
public static class Pendulum
{
    private const int StepsPerSecond = 1000;

    /// <param name="starts">Angles and angular velocities: batch × 2.</param>
    /// <param name="seconds">How long it swings.</param>
    /// <returns>Where each of them is then: batch × 2.</returns>
    public static Tensor After(Tensor starts, double seconds)
    {
        using var scope = NewDisposeScope();
        var (angle, velocity) = (starts.select(1, 0), starts.select(1, 1));
        for (var step = 0; step < seconds * StepsPerSecond; step++)
        {
            var push = 4 * Math.Cos(6.0 * step / StepsPerSecond);
            velocity = velocity + (push - 5 * angle.sin()) / StepsPerSecond;
            angle = angle + velocity / StepsPerSecond;
        }

        return stack([angle, velocity], dim: 1).MoveToOuterDisposeScope();
    }
}

using MathNet.Numerics.LinearAlgebra;

namespace ScoreGen.Tests;

/// <summary>What a step does to a linear F, as a matrix: the step is carried out on matrices as its coefficients say.</summary>
internal static class LinearStep
{
    internal static Matrix<double> Of(FoldedStep step, Matrix<double> field)
    {
        var identity = Matrix<double>.Build.DenseIdentity(field.RowCount);
        var block = step.StripSkip ? field + identity : field;
        var values = new List<Matrix<double>> { identity };
        for (var stage = 0; stage < step.Evaluations; stage++)
        {
            values.Add(block * Weigh(step.Stage(stage), values));
        }

        return Weigh(step.Next, values);
    }

    /// <summary>A random normal matrix whose eigenvalues have at most this modulus: blocks that turn and shrink, in random coordinates.</summary>
    internal static Matrix<double> RandomNormal(Random random, int size, double radius)
    {
        var blocks = Matrix<double>.Build.Dense(size, size);
        for (var i = 0; i < size; i += 2)
        {
            blocks.SetSubMatrix(i, i, Turn(radius * Math.Sqrt(random.NextDouble()), 2 * Math.PI * random.NextDouble()));
        }

        var coordinates = RandomOrthogonal(random, size);
        return coordinates * blocks * coordinates.Transpose();
    }

    internal static Matrix<double> RandomOrthogonal(Random random, int size)
        => Matrix<double>.Build.Dense(size, size, (_, _) => random.NextDouble() - 0.5).QR().Q;

    /// <summary>The plane turned by an angle and scaled: its eigenvalues are <c>radius·e^±i·angle</c>.</summary>
    internal static Matrix<double> Turn(double radius, double angle)
        => radius * Matrix<double>.Build.DenseOfArray(new[,] { { Math.Cos(angle), -Math.Sin(angle) }, { Math.Sin(angle), Math.Cos(angle) } });

    internal static double SpectralRadius(Matrix<double> matrix) => matrix.Evd().EigenValues.Max(x => x.Magnitude);

    /// <summary>A step of random coefficients, of no method in particular.</summary>
    internal static FoldedStep Random(Random random, int evaluations, bool stripSkip = false)
        => new(1, stripSkip, [.. Enumerable.Range(2, evaluations).Select(
            length => Enumerable.Range(0, length).Select(_ => (2 * random.NextDouble()) - 1).ToArray())]);

    private static Matrix<double> Weigh(IReadOnlyList<double> weights, List<Matrix<double>> values)
        => weights.Select((weight, i) => weight * values[i]).Aggregate((sum, term) => sum + term);
}

using System.Linq;

namespace ScoreGen.Numerics;

/// <summary>
/// A folded step in terms of F instead of the block as written: where the block is <c>y + g(y)</c> and F is g, its values are replaced by
/// <c>y[j] + g[j]</c>. Stability and contraction speak of F.
/// </summary>
internal static class FieldForm
{
    /// <summary>The weights of (h, F[0], F[1], …): a row for each stage but the first, then the next state.</summary>
    public static double[][] Of(FoldedStep step)
    {
        var points = new double[step.Evaluations + 1][];
        points[0] = [1];
        for (var i = 1; i <= step.Evaluations; i++)
        {
            var row = (i < step.Evaluations ? step.Stage(i) : step.Next).ToArray();
            points[i] = step.StripSkip ? WithoutSkip(row, points) : row;
        }

        return points.Skip(1).ToArray();
    }

    private static double[] WithoutSkip(double[] row, double[][] points)
    {
        var result = (double[])row.Clone();
        for (var j = 1; j < row.Length; j++)
        {
            var point = points[j - 1];
            for (var m = 0; m < point.Length; m++)
            {
                result[m] += row[j] * point[m];
            }
        }

        return result;
    }
}

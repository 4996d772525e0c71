namespace ScoreGen.Emitted.Tests.Equilibria;

/// <summary>The three solvers on plain numbers, by their textbook formulas: every sample by itself, whole matrices where the product keeps vectors.</summary>
internal static class PlainSolver
{
    /// <summary>The residual of every evaluation.</summary>
    public static List<double> Residuals(EquilibriumPlan plan, Func<double[], int, double[]> map, double[][] start)
    {
        var residuals = new List<double>();
        var points = start.Select(row => row.ToArray()).ToArray();
        var rules = start.Select(row => Rule(plan, row.Length)).ToArray();
        while (true)
        {
            var values = points.Select(map).ToArray();
            var differences = values.Zip(points, Subtract).ToArray();
            residuals.Add(Math.Sqrt(differences.Sum(Square) / values.Sum(Square)));
            if (residuals[^1] <= plan.Tolerance || residuals.Count == plan.MaxSteps)
            {
                return residuals;
            }

            for (var sample = 0; sample < points.Length; sample++)
            {
                points[sample] = rules[sample](points[sample], differences[sample]);
            }
        }
    }

    private static Func<double[], double[], double[]> Rule(EquilibriumPlan plan, int size) => plan.Solver switch
    {
        FixedPointSolver.Anderson => Anderson(plan),
        FixedPointSolver.Broyden => Broyden(plan, size),
        _ => (point, difference) => Sum(point, difference, plan.Damping),
    };

    /// <summary>(R·Rᵀ + 1e-4·diag(R·Rᵀ))·α ∝ 1.</summary>
    private static Func<double[], double[], double[]> Anderson(EquilibriumPlan plan)
    {
        var held = new List<(double[] Point, double[] Difference)>();
        return (point, difference) =>
        {
            held.Add((point, difference));
            if (held.Count > plan.Memory)
            {
                held.RemoveAt(0);
            }

            var system = held.Select((a, i) => held.Select((b, j) => Dot(a.Difference, b.Difference) * (i == j ? 1 + 1e-4 : 1)).ToArray()).ToArray();
            var weights = Solve(system, [.. held.Select(_ => 1.0)]);
            var total = weights.Sum();
            var next = new double[point.Length];
            foreach (var (weight, (old, change)) in weights.Zip(held))
            {
                next = Sum(next, Sum(old, change, plan.Damping), weight / total);
            }

            return next;
        };
    }

    private static Func<double[], double[], double[]> Broyden(EquilibriumPlan plan, int size)
    {
        var inverse = Start();
        var pairs = 0;
        double[]? lastPoint = null, lastDifference = null;
        return (point, difference) =>
        {
            if (lastPoint is not null)
            {
                if (pairs == plan.Memory)
                {
                    inverse = Start();
                    pairs = 0;
                }

                // H + (Δh - H·Δr)·Δhᵀ·H / (Δhᵀ·H·Δr)
                var (step, change) = (Subtract(point, lastPoint), Subtract(difference, lastDifference!));
                var left = Subtract(step, [.. inverse.Select(row => Dot(row, change))]);
                var right = Enumerable.Range(0, size).Select(column => Enumerable.Range(0, size).Sum(row => step[row] * inverse[row][column])).ToArray();
                var scale = 1 / Dot(right, change);
                inverse = [.. inverse.Select((row, i) => Sum(row, right, left[i] * scale))];
                pairs++;
            }

            (lastPoint, lastDifference) = (point, difference);
            return Subtract(point, [.. inverse.Select(row => Dot(row, difference))]);
        };

        double[][] Start() => [.. Enumerable.Range(0, size).Select(row => Enumerable.Range(0, size).Select(column => row == column ? -plan.Damping : 0).ToArray())];
    }

    /// <summary>Gauss with pivots.</summary>
    private static double[] Solve(double[][] system, double[] right)
    {
        var size = right.Length;
        for (var column = 0; column < size; column++)
        {
            var pivot = Enumerable.Range(column, size - column).MaxBy(row => Math.Abs(system[row][column]));
            (system[column], system[pivot]) = (system[pivot], system[column]);
            (right[column], right[pivot]) = (right[pivot], right[column]);
            for (var row = column + 1; row < size; row++)
            {
                var factor = system[row][column] / system[column][column];
                system[row] = Sum(system[row], system[column], -factor);
                right[row] -= factor * right[column];
            }
        }

        for (var row = size - 1; row >= 0; row--)
        {
            right[row] = (right[row] - Enumerable.Range(row + 1, size - row - 1).Sum(column => system[row][column] * right[column])) / system[row][row];
        }

        return right;
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    private static double Square(double[] a) => Dot(a, a);

    private static double[] Subtract(double[] a, double[] b) => Sum(a, b, -1);

    private static double[] Sum(double[] a, double[] b, double weight) => [.. a.Zip(b, (x, y) => x + (weight * y))];
}

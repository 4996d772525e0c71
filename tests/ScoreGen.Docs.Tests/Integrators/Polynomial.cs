namespace ScoreGen.Docs.Tests.Integrators;

/// <summary>A folded coefficient as what it is: a polynomial in dt with simple fractions.</summary>
/// <param name="Coefficients">The coefficients of 1, dt, dt², …</param>
internal sealed record Polynomial(double[] Coefficients)
{
    private static readonly string[] Powers = ["", "dt", "dt²", "dt³", "dt⁴"];

    /// <summary>The polynomial of a degree that a function is, from its values at 0, 1, …, degree (Newton's divided differences).</summary>
    public static Polynomial Through(Func<double, double> function, int degree)
    {
        var differences = Enumerable.Range(0, degree + 1).Select(point => function(point)).ToArray();
        for (var order = 1; order <= degree; order++)
        {
            for (var i = degree; i >= order; i--)
            {
                differences[i] = (differences[i] - differences[i - 1]) / order;
            }
        }

        var result = new double[degree + 1];
        for (var i = degree; i >= 0; i--)
        {
            for (var power = degree; power > 0; power--)
            {
                result[power] = result[power - 1] - (i * result[power]);
            }

            result[0] = differences[i] - (i * result[0]);
        }

        return new Polynomial(result);
    }

    public double At(double dt) => Coefficients.Reverse().Aggregate(0.0, (sum, coefficient) => (sum * dt) + coefficient);

    public override string ToString()
    {
        var text = "";
        foreach (var (power, coefficient) in Coefficients.Index().Where(item => Math.Abs(item.Item) > 1e-9))
        {
            var sign = coefficient < 0 ? (text.Length == 0 ? "-" : " - ") : text.Length == 0 ? "" : " + ";
            text += sign + Term(Math.Abs(coefficient), Powers[power]);
        }

        return text.Length == 0 ? "0" : text;
    }

    /// <summary>Such as <c>5</c>, <c>dt</c>, <c>dt²/2</c> or <c>3dt/8</c>.</summary>
    private static string Term(double coefficient, string power)
    {
        if (power.Length == 0)
        {
            return Fraction.Of(coefficient);
        }

        var parts = Fraction.Of(coefficient).Split('/');
        return (parts[0] == "1" ? "" : parts[0]) + power + (parts.Length == 2 ? "/" + parts[1] : "");
    }
}

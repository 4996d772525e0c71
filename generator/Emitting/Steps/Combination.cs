using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ScoreGen.Generator.Emitting.CSharp;

namespace ScoreGen.Generator.Emitting.Steps;

/// <summary>A term of an affine combination: a tensor, its weight, and where the weight is kept as a Scalar.</summary>
internal sealed record Term(string Tensor, double Weight, string Coefficient);

/// <summary>
/// Writes <c>Σ weight·tensor</c> as a new tensor. Nothing that goes in is written to: the first operation makes the tensor that the
/// others add to. A zero term is dropped, a weight of 1 needs no product, a lone tensor becomes an alias, and two weights that add up to 1 are one
/// operation, lerp.
/// </summary>
internal static class Combination
{
    /// <param name="terms">The terms.</param>
    /// <param name="mixedBy">Names the weight of a lerp, as a tensor.</param>
    public static string Expression(IEnumerable<Term> terms, Func<Term, string> mixedBy)
    {
        var left = new Queue<Term>(terms.Where(term => term.Weight != 0));
        if (IsMix(left.Select(term => term.Weight).ToList()))
        {
            var (from, to) = (left.Dequeue(), left.Dequeue());
            return $"{from.Tensor}.lerp({to.Tensor}, {mixedBy(to)})";
        }

        var first = left.Dequeue();
        var text = new StringBuilder(first.Tensor);
        if (first.Weight != 1)
        {
            text.Append($".mul({first.Coefficient})");
        }
        else if (left.Count == 0)
        {
            return text.Append(".alias()").ToString();
        }
        else
        {
            Add(text, "add", left.Dequeue());
        }

        foreach (var term in left)
        {
            Add(text, "add_", term);
        }

        return text.ToString();
    }

    /// <summary>Whether weights, but for those of 0, are two that add up to 1.</summary>
    public static bool IsMix(IReadOnlyList<double> weights)
        => weights.Count(weight => weight != 0) == 2 && Math.Abs(weights.Sum() - 1) <= 1e-15;

    /// <summary>The same for people, such as <c>0.75·h + 0.25·f</c>.</summary>
    public static string Formula(IEnumerable<Term> terms)
    {
        var text = new StringBuilder();
        foreach (var (name, weight, _) in terms.Where(term => term.Weight != 0))
        {
            var sign = (text.Length > 0, weight < 0) switch
            {
                (true, true) => " - ",
                (true, false) => " + ",
                (false, true) => "-",
                _ => "",
            };
            var size = Math.Abs(weight);
            text.Append(sign).Append(size == 1 ? name : $"{Literals.Short(size)}·{name}");
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, string operation, Term term)
        => text.Append(term.Weight == 1 ? $".{operation}({term.Tensor})" : $".{operation}({term.Tensor}, {term.Coefficient})");
}

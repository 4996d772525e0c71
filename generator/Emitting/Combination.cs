using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ScoreGen.Generator.Emitting;

/// <summary>A term of an affine combination: a tensor, its weight, and where the weight is kept as a Scalar.</summary>
internal sealed record Term(string Tensor, double Weight, string Coefficient);

/// <summary>
/// Writes <c>Σ weight·tensor</c> as a new tensor. Nothing that goes in is written to: the first operation makes the tensor that the
/// others add to. A zero term is dropped, a weight of 1 needs no product, and a lone tensor becomes an alias.
/// </summary>
internal static class Combination
{
    public static string Expression(IEnumerable<Term> terms)
    {
        var left = new Queue<Term>(terms.Where(term => term.Weight != 0));
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
            var size = System.Math.Abs(weight);
            text.Append(sign).Append(size == 1 ? name : $"{Literals.Short(size)}·{name}");
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, string operation, Term term)
        => text.Append(term.Weight == 1 ? $".{operation}({term.Tensor})" : $".{operation}({term.Tensor}, {term.Coefficient})");
}

using ScoreGen.Depth.Tests.Numerics;
using ScoreGen.Depth.Tests.Subjects;
using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests.Equilibria;

/// <summary>Each solver with each gradient, rule, skip and damping has the values and gradients of a long unroll.</summary>
public sealed class CombinationTests
{
    private static readonly Lazy<IReadOnlyList<Type>> Classes = new(() =>
    {
        var assembly = Annotated.Compile(nameof(Combination), Combination.All.Select((combination, i) => combination.Source($"Subject{i}")));
        return [.. Combination.All.Select((_, i) => assembly.GetType($"Subject{i}", throwOnError: true)!)];
    });

    [Fact]
    public void ThereIsOneOfEach() => Assert.Equal(3 * 3 * 2 * 2 * 2, Combination.All.Distinct().Count());

    public static TheoryData<FixedPointSolver, EquilibriumGradient> Pairs
    {
        get
        {
            var data = new TheoryData<FixedPointSolver, EquilibriumGradient>();
            foreach (var (solver, gradient) in Combination.All.Select(combination => (combination.Solver, combination.Gradient)).Distinct())
            {
                data.Add(solver, gradient);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void ValuesAndGradientsAreThoseOfALongUnroll(FixedPointSolver solver, EquilibriumGradient gradient)
    {
        foreach (var (combination, type) in Combination.All.Zip(Classes.Value).Where(pair => pair.First.Solver == solver && pair.First.Gradient == gradient))
        {
            using var scope = NewDisposeScope();
            var net = (Contraction)Activator.CreateInstance(type)!;
            var (start, input, scale) = (Waves.Of(1, 3, Contraction.Width), Waves.Of(2, 3, Contraction.Width).requires_grad_(), Waves.Of(3, 1, Contraction.Width).requires_grad_());
            var expected = Unrolled.From(start, h => net.Block(h, input, scale));
            Unrolled.RequireEqual(1e-8, expected, net.call(start, input, scale), [input, scale, .. net.parameters()], combination.ToString());
        }
    }
}

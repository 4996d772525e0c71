using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Emitted.Tests.Equilibria;

/// <summary>
/// Each solver takes at most a fifth more evaluations than torchdeq's to bring every sample within the same tolerance: torchdeq.json has how many that were, and the script
/// beside it counted them.
/// </summary>
public sealed class TorchdeqTests : IDisposable
{
    private const int Samples = 16, Features = 24, MaxSteps = 200;
    private const double Allowed = 1.2;

    private static readonly JsonElement[] Runs
        = [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Equilibria", "torchdeq.json"))).RootElement.EnumerateArray()];

    private readonly DisposeScope scope = NewDisposeScope();

    public static TheoryData<FixedPointSolver, string, double> Cases
    {
        get
        {
            var data = new TheoryData<FixedPointSolver, string, double>();
            foreach (var (solver, kind, slope) in Runs.Select(Row).Distinct())
            {
                data.Add(solver, kind, slope);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void AtMostAFifthMoreEvaluations(FixedPointSolver solver, string kind, double slope)
    {
        foreach (var run in Runs.Where(run => Row(run) == (solver, kind, slope) && HasConverged(run)))
        {
            var (theirs, ours) = (run.GetProperty("evaluations").GetInt32(), Evaluations(solver, run));
            Assert.True(ours <= Allowed * theirs, $"{ours} evaluations, and torchdeq takes {theirs}: {run}");
            if (solver == FixedPointSolver.Picard)
            {
                Assert.Equal(theirs, ours);
            }
        }
    }

    [Fact]
    public void MostRunsOfTorchdeqConverge()
        => Assert.InRange(Runs.Count(HasConverged), 50, Runs.Length);

    public void Dispose() => scope.Dispose();

    private static (FixedPointSolver Solver, string Kind, double Slope) Row(JsonElement run)
        => (Enum.Parse<FixedPointSolver>(run.GetProperty("solver").GetString()!), run.GetProperty("kind").GetString()!, run.GetProperty("slope").GetDouble());

    private static bool HasConverged(JsonElement run) => run.GetProperty("evaluations").ValueKind == JsonValueKind.Number;

    /// <summary>The first evaluation at which the residual of every sample is within the tolerance, which is when torchdeq stops.</summary>
    private static int Evaluations(FixedPointSolver solver, JsonElement run)
    {
        var map = Map(run.GetProperty("kind").GetString()!, run.GetProperty("scale").GetDouble());
        var tolerance = run.GetProperty("tolerance").GetDouble();
        var plan = new EquilibriumPlan { Solver = solver, Memory = run.GetProperty("memory").GetInt32(), MaxSteps = MaxSteps, Tolerance = tolerance / 100 };
        var start = zeros(Samples, Features, float64);
        var (evaluations, arrived) = (0, MaxSteps);
        FixedPoint.Solve(plan, "map", new FlatState([start]), Watched, start, out _);
        return arrived;

        Tensor Watched(Tensor h)
        {
            var value = map(h);
            evaluations++;
            var worst = value.sub(h).norm(1).div(value.norm(1)).max().ToDouble();
            arrived = worst < tolerance ? Math.Min(arrived, evaluations) : arrived;
            return value;
        }
    }

    /// <summary>The maps of the script.</summary>
    private static Func<Tensor, Tensor> Map(string kind, double scale)
    {
        var weight = Waves(1, Features, Features).mul(1e3).sin().mul(scale);
        var bias = Waves(2, Samples, Features);
        return h => kind == "norm" ? h.matmul(weight.t()).add(bias).tanh() : h.matmul(weight.t()).add(bias);
    }

    private static Tensor Waves(int phase, params long[] shape)
        => arange(shape[0] * shape[1], float64).mul(1.7).add((2.3 * phase) + 0.4).sin().view(shape);
}

using System.Text.Json;
using System.Text.RegularExpressions;
using ScoreGen.Depth.Tests.Numerics;
using ScoreGen.Depth.Tests.Peers;
using ScoreGen.Depth.Tests.Subjects;
using static ScoreGen.Integrator;
using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests;

/// <summary>
/// The generated pass against torchdiffeq 0.2.5 on the same network: Peers/torchdiffeq.json has its states and gradients, and the script
/// beside it made them. Its "rk4" is the 3/8 rule; it has neither Ralston's method, nor SSPRK(3,3), nor the classical Runge-Kutta method.
/// </summary>
public sealed partial class TorchdiffeqTests
{
    private const double Tolerance = 1e-13;

    private static readonly JsonElement Data = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Peers", "torchdiffeq.json"))).RootElement;

    /// <summary>What the page for torchdiffeq's users says.</summary>
    private static readonly Dictionary<string, Integrator> Integrators = MethodRow()
        .Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "torchdiffeq.md")))
        .ToDictionary(row => row.Groups["method"].Value, row => Enum.Parse<Integrator>(row.Groups["integrator"].Value));

    private static readonly Dictionary<string, double[]> Schedules = new()
    {
        ["uniform"] = [0.25, 0.25, 0.25, 0.25],
        ["varying"] = [0.1, 0.4, 0.2, 0.3],
    };

    private static readonly Family<PeerNetwork> Networks = new(
        from integrator in Integrators.Values
        from update in Enum.GetValues<UpdateRule>()
        from schedule in Schedules.Values
        select new DepthSettings(integrator, update, Schedule: schedule));

    public static TheoryData<string, UpdateRule, string> Runs
    {
        get
        {
            var data = new TheoryData<string, UpdateRule, string>();
            foreach (var run in Data.GetProperty("runs").EnumerateArray())
            {
                data.Add(Text(run, "method"), Enum.Parse<UpdateRule>(Text(run, "update")), Text(run, "schedule"));
            }

            return data;
        }
    }

    [Fact]
    public void ThePageNamesEveryMethodThatBothHave()
        => Assert.Equal([("euler", Euler), ("heun2", Heun), ("midpoint", Midpoint), ("rk4", ThreeEighths)], Integrators.Select(pair => (pair.Key, pair.Value)).Order());

    [Fact]
    public void TheDataHasEveryCombination()
        => Assert.Equal(Integrators.Count * Schedules.Count * 2, Runs.Count);

    [Theory]
    [MemberData(nameof(Runs))]
    public void StatesAndGradients(string method, UpdateRule update, string schedule)
    {
        using var scope = NewDisposeScope();
        using var subject = Networks.Create(new DepthSettings(Integrators[method], update, Schedule: Schedules[schedule]));
        subject.Module.Load(Data.GetProperty("weights"));
        var start = JsonTensor.Of(Data.GetProperty("start")).requires_grad_();
        var run = Data.GetProperty("runs").EnumerateArray()
            .Single(run => Text(run, "method") == method && Text(run, "update") == update.ToString() && Text(run, "schedule") == schedule);

        Close.To(Tolerance, JsonTensor.Of(run.GetProperty("states")), stack(subject.States(start)), "states");

        var result = subject.Forward(start);
        var inputs = subject.Module.named_parameters().ToDictionary(item => item.name, item => (Tensor)item.parameter);
        inputs.Add("start", start);
        var gradients = autograd.grad([result.square().sum()], [.. inputs.Values]);
        foreach (var (i, name) in inputs.Keys.Index())
        {
            Close.To(Tolerance, JsonTensor.Of(run.GetProperty("gradients").GetProperty(name)), gradients[i], $"gradient of {name}");
        }
    }

    private static string Text(JsonElement run, string name) => run.GetProperty(name).GetString()!;

    [GeneratedRegex(@"^\| `(?<method>\w+)` \| `(?<integrator>\w+)` \| ", RegexOptions.Multiline)]
    private static partial Regex MethodRow();
}

using Molecules.Backbones;
using Molecules.Depth;
using Molecules.Graphs;
using Molecules.Tests.Graphs;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Molecules.Tests.Backbones;

/// <summary>Each step against its formula, atom by atom and edge by edge.</summary>
public sealed class StepTests : IDisposable
{
    private const int Width = 8;

    private readonly MoleculeBatch batch = GraphSamples.Batch("CC(=O)Nc1ccccc1", "C", "OCC#N");
    private readonly DisposeScope scope = NewDisposeScope();

    public StepTests() => manual_seed(1);

    public void Dispose()
    {
        scope.Dispose();
        batch.Dispose();
    }

    [Fact]
    public void Directed_edges_hear_all_but_their_reverse()
    {
        var step = new DirectedStep(Width);
        var (h, input) = (rand(batch.EdgeCount, Width), rand(batch.EdgeCount, Width));
        var weight = Weight(step, "messages");

        AssertRows(step.call(h, input, batch), edge =>
        {
            var heard = Sum(Edges.Where(other => Target(other) == Source(edge) && Source(other) != Target(edge)).Select(other => h[other]));
            return (input[edge] + heard.matmul(weight.t())).relu();
        });
    }

    [Fact]
    public void Convolution_weighs_by_degrees()
    {
        var step = new GcnStep(Width);
        var h = rand(batch.AtomCount, Width);
        var (weight, bias) = (Weight(step, "update"), step.get_parameter("update.bias")!);

        AssertRows(step.call(h, h, batch), atom =>
        {
            var heard = Sum(Neighbours(atom).Append(atom).Select(other => h[other] / Math.Sqrt((Degree(atom) + 1) * (Degree(other) + 1))));
            return (heard.matmul(weight.t()) + bias).relu();
        });
    }

    [Fact]
    public void Isomorphism_network_sums_neighbours_with_their_bonds()
    {
        var step = new GinStep(Width);
        var h = rand(batch.AtomCount, Width);
        using (no_grad())
        {
            step.get_parameter("epsilon")!.fill_(0.3);
        }

        var bonds = Call(step, "bonds", batch.Bonds);
        AssertRows(step.call(h, h, batch), atom =>
        {
            var heard = Sum(Edges.Where(edge => Target(edge) == atom).Select(edge => (h[Source(edge)] + bonds[edge]).relu()));
            return Call(step, "second", Call(step, "first", (h[atom] * 1.3) + heard).relu()).relu();
        });
    }

    [Fact]
    public void Gated_update_takes_in_the_messages()
    {
        var step = new MpnnStep(Width);
        var h = rand(batch.AtomCount, Width);
        var update = (GRUCell)step.named_children().First(child => child.name == "update").module;
        var bonds = Call(step, "bonds", batch.Bonds);
        var weight = Weight(step, "messages");

        AssertRows(step.call(h, h, batch), atom =>
        {
            var heard = Sum(Edges.Where(edge => Target(edge) == atom).Select(edge => (h[Source(edge)].matmul(weight.t()) + bonds[edge]).relu()));
            return update.call(heard.unsqueeze(0), h[atom].unsqueeze(0)).squeeze(0);
        });
    }

    [Fact]
    public void Attention_shares_add_up_to_one_in_each_group()
    {
        var owners = tensor(new long[] { 0, 2, 0, 2, 2 });
        var scores = randn(5, 3) * 20;

        var shares = Attention.Softmax(scores, owners, 3);

        Assert.True(zeros(3, 3).index_add_(0, owners, shares, 1).allclose(tensor(new float[] { 1, 1, 1, 0, 0, 0, 1, 1, 1 }, [3, 3])));
        Assert.True(shares[TensorIndex.Tensor(tensor(new long[] { 0, 2 }))].allclose(scores[TensorIndex.Tensor(tensor(new long[] { 0, 2 }))].softmax(0), rtol: 1e-4, atol: 1e-6));
    }

    public static TheoryData<string> AtomSteps() => [.. Steps.Keys];

    /// <summary>An atom without neighbours hears nothing, and no step fails on it.</summary>
    [Theory]
    [MemberData(nameof(AtomSteps))]
    public void Single_atoms_have_a_finite_state(string name)
    {
        using var single = GraphSamples.Batch("C", "O");
        var h = rand(2, Width);

        var next = Steps[name]().call(h, h, single);

        Assert.Equal([2, Width], next.shape);
        Assert.True(next.isfinite().all().item<bool>());
    }

    private static readonly Dictionary<string, Func<GraphStep>> Steps = new()
    {
        ["gcn"] = () => new GcnStep(Width),
        ["gin"] = () => new GinStep(Width),
        ["gat"] = () => new GatStep(Width),
        ["mpnn"] = () => new MpnnStep(Width),
        ["attentivefp"] = () => new AttentiveFpStep(Width),
    };

    private IEnumerable<int> Edges => Enumerable.Range(0, (int)batch.EdgeCount);

    private int Source(int edge) => (int)batch.Source[edge].item<long>();

    private int Target(int edge) => (int)batch.Target[edge].item<long>();

    private IEnumerable<int> Neighbours(int atom) => Edges.Where(edge => Source(edge) == atom).Select(Target);

    private int Degree(int atom) => Neighbours(atom).Count();

    private static Tensor Sum(IEnumerable<Tensor> rows) => rows.Aggregate(zeros(Width), (sum, row) => sum + row);

    private static Tensor Weight(nn.Module step, string layer) => step.get_parameter($"{layer}.weight")!;

    private static Tensor Call(nn.Module step, string layer, Tensor input)
        => ((Linear)step.named_children().First(child => child.name == layer).module).call(input);

    private static void AssertRows(Tensor actual, Func<int, Tensor> expected)
    {
        for (var row = 0; row < actual.shape[0]; row++)
        {
            Assert.True(actual[row].allclose(expected(row), rtol: 1e-4, atol: 1e-5), $"row {row}");
        }
    }
}

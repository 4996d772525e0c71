using Molecules.Backbones;
using Molecules.Depth;
using Molecules.Graphs;
using Molecules.Readout;
using Molecules.Tests.Graphs;
using Molecules.Training;
using static TorchSharp.torch;

namespace Molecules.Tests.Backbones;

/// <summary>What must hold for every backbone with every depth and readout.</summary>
public sealed class ModelTests
{
    private const long Width = 16;

    public static TheoryData<string, string> Combinations()
    {
        var data = new TheoryData<string, string>();
        foreach (var backbone in BackboneKind.All)
        {
            foreach (var depth in DepthRule.All)
            {
                data.Add(backbone.Name, depth.Name);
            }
        }

        return data;
    }

    public static TheoryData<string> Backbones() => [.. BackboneKind.All.Select(backbone => backbone.Name)];

    [Theory]
    [MemberData(nameof(Combinations))]
    public void A_molecule_is_the_same_however_it_is_written(string backbone, string depth)
    {
        using var scope = NewDisposeScope();
        using var model = Build(backbone, depth, ReadoutKind.Attentive);
        using var batch = GraphSamples.Batch("CC(=O)Nc1ccccc1", "N(C(C)=O)C1=CC=CC=C1", "c1cc(NC(C)=O)ccc1");

        var predicted = model.call(batch).data<float>().ToArray();

        Assert.Equal(predicted[0], predicted[1], 1e-4);
        Assert.Equal(predicted[0], predicted[2], 1e-4);
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public void A_molecule_does_not_see_its_neighbours_in_the_batch(string backbone, string depth)
    {
        using var scope = NewDisposeScope();
        using var model = Build(backbone, depth, ReadoutKind.Attentive);
        using var alone = GraphSamples.Batch("OCC#N");
        using var among = GraphSamples.Batch("Clc1ccccc1", "OCC#N", "C");

        Assert.Equal(model.call(alone).item<float>(), model.call(among)[1].item<float>(), 1e-4);
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public void Every_weight_gets_a_gradient(string backbone, string depth)
    {
        using var scope = NewDisposeScope();
        using var model = Build(backbone, depth, ReadoutKind.Attentive);
        using var batch = GraphSamples.Batch("CC(=O)Nc1ccccc1", "OCC#N");

        model.call(batch).sum().backward();

        Assert.Empty(model.named_parameters().Where(entry => entry.parameter.grad is null || !entry.parameter.grad.isfinite().all().item<bool>()).Select(entry => entry.name));
    }

    [Theory]
    [MemberData(nameof(Backbones))]
    public void Shared_depth_has_the_weights_of_one_step(string backbone)
    {
        long Count(string depth)
        {
            using var model = Build(backbone, depth, ReadoutKind.Sum);
            return model.parameters().Sum(parameter => parameter.numel());
        }

        var (shared, stacked) = (Count("euler"), Count("stacked"));
        var step = (stacked - shared) / 3;

        Assert.True(step > 0);
        Assert.Equal(shared + (3 * step), stacked);
        Assert.All(new[] { "residual", "skip05" }, depth => Assert.Equal(stacked, Count(depth)));
        Assert.All(new[] { "recurrent", "euler-half", "heun", "rk4", "exponential-euler" }, depth => Assert.Equal(shared, Count(depth)));
    }

    [Fact]
    public void Depths_evaluate_the_step_as_often_as_their_plan_says()
    {
        using var scope = NewDisposeScope();
        using var batch = GraphSamples.Batch("CC(=O)Nc1ccccc1");
        foreach (var rule in DepthRule.All)
        {
            var evaluations = 0;
            using var depth = rule.Make(() => new CountedStep(() => evaluations++));
            depth.call(ones(batch.AtomCount, 4), ones(batch.AtomCount, 4), batch);
            Assert.Equal(rule.Plan.Evaluations, evaluations);
        }
    }

    [Fact]
    public void Euler_mixes_the_step_into_the_state()
    {
        using var scope = NewDisposeScope();
        using var batch = GraphSamples.Batch("CC(=O)Nc1ccccc1");
        manual_seed(3);
        using var step = new DirectedStep(Width);
        using var depth = DepthRule.Euler.Make(() => step);
        var (h, input) = (rand(batch.EdgeCount, Width), rand(batch.EdgeCount, Width));

        var expected = h;
        for (var t = 0; t < 4; t++)
        {
            expected = (0.75 * expected) + (0.25 * step.call(expected, input, batch));
        }

        Assert.True(depth.call(h, input, batch).allclose(expected, rtol: 1e-5, atol: 1e-6));
    }

    [Fact]
    public void Descriptors_reach_the_prediction()
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        using var model = new Contender(BackboneKind.Directed, DepthRule.Euler, ReadoutKind.Sum).Build(Width, 2);
        var graph = new MoleculeGraph(Molecules.Chemistry.Molecule.Parse("CCO"));
        using var batch = new MoleculeBatch([graph, graph], [[1, 0], [0, 1]], CPU);

        var predicted = model.call(batch).data<float>().ToArray();

        Assert.NotEqual(predicted[0], predicted[1]);
    }

    private static MoleculeModel Build(string backbone, string depth, ReadoutKind readout)
    {
        manual_seed(2);
        return new Contender(BackboneKind.All.First(kind => kind.Name == backbone), DepthRule.All.First(rule => rule.Name == depth), readout).Build(Width, 0);
    }

    private sealed class CountedStep(Action called) : GraphStep(nameof(CountedStep))
    {
        public override Tensor forward(Tensor h, Tensor input, MoleculeBatch batch)
        {
            called();
            return h.mul(0.5);
        }
    }
}

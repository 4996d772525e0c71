using Molecules.Backbones;
using Molecules.Chemistry;
using Molecules.Data;
using Molecules.Depth;
using Molecules.Readout;
using Molecules.Splits;
using Molecules.Training;
using Samples.CommandLine;
using Samples.Shares;
using static TorchSharp.torch;

namespace Molecules.Tests.Training;

public sealed class TrainingTests
{
    private static readonly GraphSet Four = GraphSet.Of(
        [.. new[] { "C", "CC", "CCC", "CCO" }.Select((smiles, i) => new MoleculeRow(i + 2, Molecule.Parse(smiles), 10 * i, [i]))],
        withDescriptors: true);

    [Fact]
    public void The_target_is_standardised_on_the_training_part_alone()
    {
        var data = new FoldData(Four, new Fold([0, 1], [2, 3]), CPU);

        Assert.Equal(new Scale(5, 5), data.Target);
        Assert.Equal([-1, 1], Targets(data.TrainBatches(8)));
        Assert.Equal([3, 5], Targets(data.TestBatches(8)));
    }

    [Fact]
    public void Descriptors_are_standardised_on_the_training_part_alone()
    {
        var data = new FoldData(Four, new Fold([0, 1], [2, 3]), CPU);
        using var test = data.TestBatches(8).Single();

        Assert.Equal([3, 5], test.Molecules.Descriptors.select(1, 0).data<float>().ToArray());
    }

    [Fact]
    public void An_epoch_goes_once_through_the_training_part()
    {
        var data = new FoldData(Four, new Fold([0, 1, 3], [2]), CPU);
        var order = new Random(0);

        Assert.All(Enumerable.Range(0, 5), _ =>
        {
            var batches = data.TrainBatches(2, order).ToList();
            Assert.Equal([2, 1], batches.Select(batch => (int)batch.Molecules.Count));
            Assert.Equal([0, 10, 30], Targets(batches).Select(target => Math.Round(data.Target.Undo(target))).Order());
        });
    }

    [Fact]
    public void A_fold_that_is_trained_alone_is_as_it_is_among_all()
    {
        var settings = new TrainingSettings(Seeds: 1, Folds: 2, JudgedFolds: 2, Epochs: 2) { Width = 8 };
        var validation = new CrossValidation(settings, Four, SplitKind.Random, CPU, CancellationToken.None);
        var contender = new Contender(BackboneKind.Directed, DepthRule.Stacked, ReadoutKind.Sum);
        Numbered<JudgedFold> first = new(0, new JudgedFold(contender, 3, 0)), second = new(1, new JudgedFold(contender, 3, 1));

        var all = validation.Run([first, second], (_, _) => { }).ToList();
        var alone = validation.Run([second], (_, _) => { }).Single();

        Assert.Equal(1, alone.Index);
        Assert.Equal(all[1].Training with { Seconds = 0, Loss = [], TestLoss = [] }, alone.Training with { Seconds = 0, Loss = [], TestLoss = [] });
        Assert.Equal(all[1].Training.Loss, alone.Training.Loss);
        Assert.Equal(all[1].Training.TestLoss, alone.Training.TestLoss);
        Assert.NotEqual(all[0].Training.Loss, alone.Training.Loss);
    }

    [Fact]
    public void The_learning_rate_rises_and_falls()
    {
        var settings = new TrainingSettings(Seeds: 1, Folds: 5, JudgedFolds: 5, Epochs: 10) { WarmUpEpochs = 2, FinalShare = 0.01 };
        var rates = Enumerable.Range(0, 100).Select(step => settings.RateAt(step, stepsPerEpoch: 10)).ToList();

        Assert.Equal(0.05, rates[0], 1e-12);
        Assert.Equal(1.0, rates[19], 1e-12);
        Assert.Equal(1.0, rates[20], 1e-12);
        Assert.Equal(0.1, rates[60], 1e-12);
        Assert.Equal(rates[..20], rates[..20].Order());
        Assert.Equal(rates[20..], rates[20..].OrderDescending());
        Assert.True(rates[^1] < 0.011);
    }

    [Theory]
    [InlineData(Effort.Quick)]
    [InlineData(Effort.Normal)]
    [InlineData(Effort.Full)]
    public void No_effort_judges_more_folds_than_there_are(Effort effort)
        => Assert.InRange(TrainingSettings.For(effort).JudgedFolds, 1, TrainingSettings.For(effort).Folds);

    private static List<float> Targets(IEnumerable<TargetBatch> batches)
    {
        var targets = new List<float>();
        foreach (var batch in batches)
        {
            using (batch)
            {
                targets.AddRange(batch.Targets.data<float>().ToArray());
            }
        }

        return targets;
    }
}

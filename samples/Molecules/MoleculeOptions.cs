using System.CommandLine;
using Molecules.Backbones;
using Molecules.Depth;
using Molecules.Readout;
using Molecules.Splits;
using Molecules.Training;
using Samples.CommandLine;

namespace Molecules;

/// <summary>The options that this sample has beside the shared ones.</summary>
public static class MoleculeOptions
{
    private static readonly Option<string[]> Backbone = Choices.Several<BackboneKind>("--backbone", "Families of message passing");
    private static readonly Option<string[]> Depth = Choices.Several<DepthRule>("--depth", "Ways to be deep");
    private static readonly Option<string> Readout = Choices.One<ReadoutKind>("--readout", "The way from the atoms to the molecule");
    private static readonly Option<string> Split = Choices.One<SplitKind>("--split", "The way to divide the molecules");
    private static readonly Option<bool> Descriptors = new("--descriptors") { Description = "Give the head descriptors of the molecule, too" };
    private static readonly Option<int?> Epochs = Choices.Count("--epochs", "How often to go through the training part");
    private static readonly Option<int?> Seeds = Choices.Count("--seeds", "How many cross-validations of each model");

    public static IReadOnlyList<Option> All { get; } = [Backbone, Depth, Readout, Split, Descriptors, Epochs, Seeds];

    /// <summary>What the user chose, or what the effort stands for.</summary>
    public static Selection Select(SampleRun run)
    {
        var everything = run.Options.Effort == Effort.Full;
        return new Selection(
            Choices.Chosen<BackboneKind>(run.Value(Backbone)) ?? (everything ? BackboneKind.All : [BackboneKind.Directed]),
            Choices.Chosen<DepthRule>(run.Value(Depth)) ?? (everything ? DepthRule.All : [DepthRule.Stacked, DepthRule.Euler]),
            ReadoutKind.All.First(kind => kind.Name == run.Value(Readout)),
            SplitKind.All.First(kind => kind.Name == run.Value(Split)),
            run.Value(Descriptors));
    }

    /// <summary>The settings of the effort, with what the user changed.</summary>
    public static TrainingSettings Settings(SampleRun run)
    {
        var settings = TrainingSettings.For(run.Options.Effort);
        return settings with { Epochs = run.Value(Epochs) ?? settings.Epochs, Seeds = run.Value(Seeds) ?? settings.Seeds };
    }
}

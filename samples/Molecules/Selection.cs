using System.Text.Json.Serialization;
using Molecules.Backbones;
using Molecules.Depth;
using Molecules.Readout;
using Molecules.Splits;
using Molecules.Training;
using Samples.Reports;

namespace Molecules;

/// <summary>What is compared, and on what.</summary>
/// <param name="Backbones">The families of message passing.</param>
/// <param name="Depths">The depths that each of them gets.</param>
/// <param name="Readout">The way from the atoms to the molecule.</param>
/// <param name="Split">The way to divide the molecules.</param>
/// <param name="WithDescriptors">Whether the head gets descriptors of the molecule beside what the graph tells.</param>
public sealed record Selection(
    IReadOnlyList<BackboneKind> Backbones,
    IReadOnlyList<DepthRule> Depths,
    ReadoutKind Readout,
    SplitKind Split,
    bool WithDescriptors)
{
    /// <summary>Every backbone with every depth.</summary>
    [JsonIgnore]
    public IReadOnlyList<Contender> Contenders
        => [.. Backbones.SelectMany(backbone => Depths.Select(depth => new Contender(backbone, depth, Readout)))];

    /// <summary>The choice, for the report.</summary>
    public IReadOnlyList<Fact> Facts() =>
    [
        new("backbones", string.Join(", ", Backbones.Select(backbone => backbone.Name))),
        new("depths", string.Join(", ", Depths.Select(depth => depth.Name))),
        new("readout", Readout.Name),
        new("split", Split.Name),
        new("descriptors", WithDescriptors ? "the table's own and counts of the graph, standardised on the training part" : "none"),
    ];
}

using Molecules.Backbones;
using Molecules.Depth;
using Molecules.Readout;

namespace Molecules.Training;

/// <summary>A combination that is trained.</summary>
public sealed record Contender(BackboneKind Backbone, DepthRule Depth, ReadoutKind Readout)
{
    /// <summary>What bars and tables call it.</summary>
    public string Name => $"{Backbone.Name} {Depth.Name}{(Readout == ReadoutKind.Sum ? "" : $" {Readout.Name}")}";

    public MoleculeModel Build(long width, long descriptors) => new(width, descriptors, Backbone.Make(width, Depth), Readout.Make(width));
}

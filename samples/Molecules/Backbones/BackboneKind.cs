using Molecules.Depth;
using Samples;

namespace Molecules.Backbones;

/// <summary>A family of message passing, for any depth.</summary>
/// <param name="Name">What the command line and the tables call it.</param>
/// <param name="Make">Builds it for a width and a depth.</param>
public sealed record BackboneKind(string Name, Func<long, DepthRule, Backbone> Make) : INamed<BackboneKind>
{
    public static BackboneKind Directed { get; } = new("dmpnn", (width, depth) => new DirectedBackbone(width, depth.Make(() => new DirectedStep(width))));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<BackboneKind> All { get; } =
    [
        Directed,
        OfAtoms("gcn", width => new GcnStep(width)),
        OfAtoms("gin", width => new GinStep(width)),
        OfAtoms("gat", width => new GatStep(width)),
        OfAtoms("mpnn", width => new MpnnStep(width)),
        OfAtoms("attentivefp", width => new AttentiveFpStep(width)),
    ];

    private static BackboneKind OfAtoms(string name, Func<long, GraphStep> step)
        => new(name, (width, depth) => new AtomBackbone(width, depth.Make(() => step(width))));
}

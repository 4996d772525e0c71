using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ScoreGen.Generator.Tracking;

/// <summary>What the annotated classes of a file were made from, beside the file itself.</summary>
/// <param name="Project">The fingerprint of what counts for every class of the project.</param>
/// <param name="Names">The names of the types that they depend on.</param>
/// <param name="Types">The fingerprint of these types.</param>
/// <param name="Parts">The other files that hold parts of the classes: of these every word counts.</param>
internal sealed record Dependencies(ulong Project, ImmutableArray<string> Names, ulong Types, ImmutableArray<SyntaxTree> Parts)
{
    public bool Hold(Surroundings now) => Project == now.Project && Types == now.FingerprintOf(Names) && Parts.All(now.Contains);
}

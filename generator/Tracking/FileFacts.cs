using System.Collections.Generic;

namespace ScoreGen.Generator.Tracking;

/// <summary>What other files can see of a file.</summary>
/// <param name="Outline">The fingerprint of everything but the members of its types.</param>
/// <param name="Types">The types that it declares.</param>
/// <param name="GlobalMentions">The names in its global usings.</param>
internal sealed record FileFacts(ulong Outline, IReadOnlyList<TypeFacts> Types, IReadOnlyCollection<string> GlobalMentions);

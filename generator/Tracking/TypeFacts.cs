using System.Collections.Generic;

namespace ScoreGen.Generator.Tracking;

/// <summary>What other classes can see of a declared type.</summary>
/// <param name="Name">Its name, without namespace and arity: what any use of it must write.</param>
/// <param name="Members">The fingerprint of its annotations and members; bodies do not count.</param>
/// <param name="Mentions">Every name that these and its head are written with, and those that its file imports.</param>
internal sealed record TypeFacts(string Name, ulong Members, IReadOnlyCollection<string> Mentions);

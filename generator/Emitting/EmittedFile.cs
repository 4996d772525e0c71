using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting;

/// <summary>What is emitted for one annotated class.</summary>
/// <param name="MetadataName">The full metadata name of the class.</param>
/// <param name="Text">The file.</param>
/// <param name="Support">The support files that it needs.</param>
internal sealed record EmittedFile(string MetadataName, string Text, EquatableArray<string> Support);

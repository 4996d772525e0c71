namespace ScoreGen.Generator.Model;

/// <summary>Where a class stands: its namespace, and the partial declarations around it.</summary>
/// <param name="MetadataName">The full metadata name of the class, which no other has.</param>
/// <param name="Namespace">The namespace, escaped; empty for the global one.</param>
/// <param name="Declarations">The heads of the declarations, such as <c>partial class Encoder&lt;T&gt;</c>, outermost first; the last one is the class itself.</param>
internal sealed record HierarchyInfo(string MetadataName, string Namespace, EquatableArray<string> Declarations);

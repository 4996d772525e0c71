namespace ScoreGen.Generator.Model;

/// <summary>What is checked when a class registers its components, at the end of its constructor.</summary>
/// <param name="Members">The members with weights of each step's own that have their value by then.</param>
/// <param name="Type">The class as its own code names it, where another can derive from it and take other steps; null where none can.</param>
internal sealed record Registration(EquatableArray<string> Members, string? Type);

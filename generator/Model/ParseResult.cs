namespace ScoreGen.Generator.Model;

/// <summary>What the pipeline keeps of an annotated class.</summary>
/// <param name="Model">What to emit; null where nothing can be.</param>
/// <param name="Errors">Why no forward pass can be written; empty where one can.</param>
internal sealed record ParseResult(DepthModel? Model, EquatableArray<DiagnosticInfo> Errors);

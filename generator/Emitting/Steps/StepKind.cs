namespace ScoreGen.Generator.Emitting.Steps;

/// <summary>The ways in which a method takes a step that is chosen at run time.</summary>
internal enum StepKind
{
    /// <summary>A step as it is declared.</summary>
    Plain,

    /// <summary>The same, with its energy.</summary>
    WithEnergy,

    /// <summary>A step of a size that is chosen at run time as well.</summary>
    Sized,
}

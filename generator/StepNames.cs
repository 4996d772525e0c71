namespace ScoreGen.Generator;

/// <summary>The named steps of the pipeline, as tests track them.</summary>
internal static class StepNames
{
    public const string Parse = "ScoreGen.Parse";
    public const string Depths = "ScoreGen.Depths";
    public const string Files = "ScoreGen.Files";
    public const string Errors = "ScoreGen.Errors";
    public const string Places = "ScoreGen.Places";
    public const string Support = "ScoreGen.Support";
    public const string Twins = "ScoreGen.Twins";
}

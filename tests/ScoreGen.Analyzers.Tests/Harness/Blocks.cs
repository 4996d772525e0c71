namespace ScoreGen.Analyzers.Tests.Harness;

/// <summary>Models around a block: 8 wide, with the layers up (8 to 32) and down (32 to 8), registered.</summary>
internal static class Blocks
{
    /// <summary>A model from the state alone.</summary>
    /// <param name="members">The block, and whatever else the class declares.</param>
    /// <param name="constructor">What the constructor does before it registers.</param>
    /// <param name="settings">The depth settings.</param>
    public static string Encoder(string members, string constructor = "", string settings = "")
        => Class("Module<Tensor, Tensor>", members, constructor, settings);

    /// <summary>A model from the state and one context tensor.</summary>
    public static string WithContext(string members, string constructor = "", string settings = "")
        => Class("Module<Tensor, Tensor, Tensor>", members, constructor, settings);

    /// <summary>A model that is solved for its fixed point.</summary>
    public static string Solved(string members, string constructor = "", string settings = "")
        => Class("Module<Tensor, Tensor>", members, constructor, settings).Replace("[ScoreDepth(", "[ScoreEquilibrium(", StringComparison.Ordinal);

    private static string Class(string root, string members, string constructor, string settings)
        => $$"""
            [ScoreDepth({{settings}})]
            public sealed partial class Encoder : {{root}}
            {
                internal readonly Linear up = Linear(8, 32), down = Linear(32, 8);

                public Encoder() : base("encoder")
                {
                    {{constructor}}
                    RegisterComponents();
                }

                {{members}}
            }
            """;
}

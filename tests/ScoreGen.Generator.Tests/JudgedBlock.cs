namespace ScoreGen.Generator.Tests;

/// <summary>A model around a block: 8 wide, with the layers up (8 to 32) and down (32 to 8), registered.</summary>
internal static class JudgedBlock
{
    /// <summary>The analyzers warn of what is marked and of nothing else, and the model compiles.</summary>
    /// <param name="members">The block, and whatever else the class declares, with marks.</param>
    /// <param name="beside">What stands beside the class, with marks.</param>
    /// <param name="constructor">How the class is constructed; by default it registers.</param>
    public static Task Warns(string members, string beside = "", string constructor = "public Encoder() : base(\"encoder\") => RegisterComponents();")
        => GeneratorTest.Warns($$"""
            using System.Linq;
            {{UserProject.Usings}}
            [ScoreDepth]
            public sealed partial class Encoder : Module<Tensor, Tensor>
            {
                private readonly int[] kinds = new[] { 0, 1 };
                internal readonly Linear up = Linear(8, 32), down = Linear(32, 8);
                {{constructor}}
                {{members}}
            }

            {{beside}}
            """);
}

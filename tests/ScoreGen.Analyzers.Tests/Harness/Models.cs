namespace ScoreGen.Analyzers.Tests.Harness;

/// <summary>Small models that differ in one thing only.</summary>
internal static class Models
{
    /// <summary>An encoder with these settings, marks included.</summary>
    public static string WithSettings(string settings)
        => $$"""
            [ScoreDepth({{settings}})]
            public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
            {
                private Tensor Block(Tensor h) => h.tanh();
            }
            """;

    /// <summary>An encoder that learns its step size.</summary>
    public static string WithLearnedDt(string settings, string learned)
        => $$"""
            [ScoreDepth({{settings}})]
            public sealed partial class Encoder : Module<Tensor, Tensor>
            {
                [ScoreDt({{learned}})]
                private readonly Parameter dt = new(zeros(1));

                public Encoder() : base("encoder") => RegisterComponents();

                private Tensor Block(Tensor h) => h.tanh();
            }
            """;
}

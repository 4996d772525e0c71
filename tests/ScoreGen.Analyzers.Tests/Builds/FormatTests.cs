namespace ScoreGen.Analyzers.Tests.Builds;

public class FormatTests
{
    [Fact]
    public async Task DotnetFormatMendsAProject()
    {
        using var project = new TemporaryProject("""

            [ScoreDepth(Steps = 4, Dt = 3)]
            public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
            {
                private Tensor Block(Tensor h) => h.tanh();
            }

            [ScoreDepth]
            public sealed partial class Rectifier() : Module<Tensor, Tensor>("rectifier")
            {
                private Tensor Block(Tensor h) => h.relu_().tanh();
            }

            public static class Models
            {
                [ScoreDepth]
                private sealed class Decoder() : Module<Tensor, Tensor>("decoder")
                {
                    private Tensor Block(Tensor h) => h.sin();
                }
            }

            """);

        await project.Format("SCORE001", "SCORE103", "SCORE301");

        Assert.Equal(
            """

            [ScoreDepth(Steps = 4)]
            public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
            {
                private Tensor Block(Tensor h) => h.tanh();
            }

            [ScoreDepth]
            public sealed partial class Rectifier() : Module<Tensor, Tensor>("rectifier")
            {
                private Tensor Block(Tensor h) => h.relu().tanh();
            }

            public static partial class Models
            {
                [ScoreDepth]
                private sealed partial class Decoder() : Module<Tensor, Tensor>("decoder")
                {
                    private Tensor Block(Tensor h) => h.sin();
                }
            }

            """,
            project.Source);
        Assert.Empty(await project.Build());
    }
}

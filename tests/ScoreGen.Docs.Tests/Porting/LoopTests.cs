using System.Text.RegularExpressions;
using ScoreGen.Depth.Tests.Numerics;
using ScoreGen.Docs.Tests.Compiling;
using ScoreGen.Docs.Tests.Pages;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Docs.Tests.Porting;

/// <summary>The page's loops and the classes that replace them give the same values and gradients, in float64.</summary>
public partial class LoopTests
{
    private const double Tolerance = 1e-12;
    private const long Width = 3;

    private static readonly Page Source = Page.Of("runtime/docs/porting/loop.md");

    private static readonly IReadOnlyList<(string Body, string Settings)> Rows
        = [.. Row().Matches(Source.Text).Select(match => (match.Groups["body"].Value, match.Groups["settings"].Value))];

    private static readonly Lazy<Project> OfRows = new(() => new Project(("Rows.cs", string.Concat(Rows.Select((row, index) => Pair(index, row))))));

    public static TheoryData<int> RowNumbers => [.. Enumerable.Range(0, Rows.Count)];

    [Fact]
    public void TheClassEqualsTheLoop()
    {
        using var scope = NewDisposeScope();
        var project = PageProject.Of(Source);
        Compare(project.Create("Looped", Width), project.Create("Scored", Width));
    }

    [Fact]
    public void TheTableHasItsRows() => Assert.Equal(7, Rows.Count);

    [Theory]
    [MemberData(nameof(RowNumbers))]
    public void TheSettingsEqualTheBody(int row)
    {
        using var scope = NewDisposeScope();
        Compare(OfRows.Value.Create($"Looped{row}"), OfRows.Value.Create($"Scored{row}"));
    }

    /// <summary>What the old class saved loads into the new one; then both compute the same.</summary>
    private static void Compare(Module<Tensor, Tensor> looped, Module<Tensor, Tensor> scored)
    {
        Waves.Fill(looped.to(ScalarType.Float64));
        scored.to(ScalarType.Float64).load_state_dict(looped.state_dict());
        var h = Waves.Of(1, 2, Width).requires_grad_();

        var (expected, actual) = (looped.call(h), scored.call(h));
        var wanted = Gradients.Of(expected, looped.parameters().Append(h));
        var found = Gradients.Of(actual, scored.parameters().Append(h));

        Close.To(Tolerance, expected, actual);
        Assert.All(wanted.Zip(found), pair => Close.To(Tolerance, pair.First, pair.Second, "gradient"));
    }

    private static string Pair(int row, (string Body, string Settings) said) => $$"""
        public sealed class Looped{{row}} : Module<Tensor, Tensor>
        {
            private const double dt = 0.25;
            private readonly Linear layer = Linear({{Width}}, {{Width}});

            public Looped{{row}}() : base("looped") => RegisterComponents();

            public override Tensor forward(Tensor h)
            {
                for (var step = 0; step < 4; step++)
                {
                    {{said.Body}}
                }

                return h;
            }

            private Tensor F(Tensor h) => layer.call(h).tanh();
        }

        [ScoreDepth(Steps = 4, {{said.Settings}})]
        public sealed partial class Scored{{row}} : Module<Tensor, Tensor>
        {
            private readonly Linear layer = Linear({{Width}}, {{Width}});

            public Scored{{row}}() : base("scored") => RegisterComponents();

            [ScoreBlock]
            private Tensor F(Tensor h) => layer.call(h).tanh();
        }

        """;

    [GeneratedRegex(@"^\| `(?<body>[^`]*\bh = [^`]*;)` \| `(?<settings>[^`]*)` \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}

using ScoreGen.Analyzers.Tests.Harness;

namespace ScoreGen.Analyzers.Tests.Weights;

[Collection(TorchCollection.Name)]
public class RegisterComponentsFixTests
{
    private const string Title = "Call RegisterComponents() at the end of the constructor";

    [Theory]
    [InlineData("private readonly Linear mix = Linear(8, 8);\n\n    public Encoder() : base(\"encoder\") { }", "private readonly Linear mix = Linear(8, 8);\n\n    public Encoder() : base(\"encoder\") => RegisterComponents();")]
    [InlineData("private readonly Linear mix = Linear(8, 8);\n\n    public Encoder() : base(\"encoder\")\n    {\n    }", "private readonly Linear mix = Linear(8, 8);\n\n    public Encoder() : base(\"encoder\") => RegisterComponents();")]
    [InlineData("private readonly Linear mix;\n\n    public Encoder() : base(\"encoder\") => mix = Linear(8, 8);", "private readonly Linear mix;\n\n    public Encoder() : base(\"encoder\")\n    {\n        mix = Linear(8, 8);\n        RegisterComponents();\n    }")]
    [InlineData("private readonly Linear mix;\n\n    public Encoder() : base(\"encoder\")\n    {\n        // Made here.\n        mix = Linear(8, 8);\n    }", "private readonly Linear mix;\n\n    public Encoder() : base(\"encoder\")\n    {\n        // Made here.\n        mix = Linear(8, 8);\n        RegisterComponents();\n    }")]
    [InlineData("private readonly Linear mix;\n\n    public Encoder() : base(\"encoder\") { mix = Linear(8, 8); }", "private readonly Linear mix;\n\n    public Encoder() : base(\"encoder\") { mix = Linear(8, 8); RegisterComponents(); }")]
    [InlineData("private readonly Linear mix;\n\n    public Encoder() : this(8) { }\n\n    private Encoder(long width) : base(\"encoder\")\n    {\n        mix = Linear(width, width);\n    }", "private readonly Linear mix;\n\n    public Encoder() : this(8) { }\n\n    private Encoder(long width) : base(\"encoder\")\n    {\n        mix = Linear(width, width);\n        RegisterComponents();\n    }")]
    public Task AtTheEndOfTheConstructor(string before, string after) => KeepsTheResult(Encoder("{|SCORE205:Encoder|} : Module<Tensor, Tensor>", before), Encoder("Encoder : Module<Tensor, Tensor>", after));

    [Theory]
    [InlineData("{|SCORE205:Encoder|}() : Module<Tensor, Tensor>(\"encoder\")", "private readonly Linear mix = Linear(8, 8);", "private readonly Linear mix = Linear(8, 8);\n\n    public Encoder() : base(\"encoder\") => RegisterComponents();")]
    [InlineData("{|SCORE205:Encoder|}(string name = \"encoder\") : Module<Tensor, Tensor>(name)", "private readonly Linear mix = Linear(8, 8);", "private readonly Linear mix = Linear(8, 8);\n\n    public Encoder(string name = \"encoder\") : base(name) => RegisterComponents();")]
    [InlineData(
        "{|SCORE205:Encoder|}(long width = 8) : Module<Tensor, Tensor>(\"encoder\")",
        "internal readonly Linear first = Linear(8, 8), mix = Linear(width, width);\n    private readonly long width = width;\n    internal Linear Last { get; } = Linear(8, 8);\n    internal readonly Parameter? none;",
        "internal readonly Linear first, mix;\n    private readonly long width;\n    internal Linear Last { get; }\n    internal readonly Parameter? none;\n\n    public Encoder(long width = 8) : base(\"encoder\")\n    {\n        first = Linear(8, 8);\n        mix = Linear(width, width);\n        this.width = width;\n        Last = Linear(8, 8);\n        RegisterComponents();\n    }")]
    public Task APrimaryConstructorIsWrittenOut(string head, string fields, string after) => KeepsTheResult(Encoder(head, fields), Encoder("Encoder : Module<Tensor, Tensor>", after));

    [Fact]
    public Task AConstructorOfItsOwn() => KeepsTheResult(
        "public abstract class Layer() : Module<Tensor, Tensor>(\"layer\");\n\n" + Encoder("{|SCORE205:Encoder|} : Layer", "private readonly Linear mix = Linear(8, 8);"),
        "public abstract class Layer() : Module<Tensor, Tensor>(\"layer\");\n\n" + Encoder("Encoder : Layer", "private readonly Linear mix = Linear(8, 8);\n\n    public Encoder() => RegisterComponents();"));

    [Fact]
    public Task TheChildOfASequential() => KeepsTheResult(
        Sequence("{|SCORE205:new Inner()|}", "public Inner() : base(\"inner\") { }"),
        Sequence("new Inner()", "public Inner() : base(\"inner\") => RegisterComponents();"));

    [Fact]
    public Task AllAtOnceWhereTwoShareAClass() => Verify.FixAll(
        Sequence("{|SCORE205:new Inner()|}, {|SCORE205:new Inner()|}", "public Inner() : base(\"inner\") { }"),
        Sequence("new Inner(), new Inner()", "public Inner() : base(\"inner\") => RegisterComponents();"),
        Title);

    [Fact]
    public Task TheLineEndsOfTheFile() => Verify.Fix(
        Encoder("{|SCORE205:Encoder|} : Module<Tensor, Tensor>", "private readonly Linear mix;\n\n    public Encoder() : base(\"encoder\") => mix = Linear(8, 8);").ReplaceLineEndings("\r\n"),
        Encoder("Encoder : Module<Tensor, Tensor>", "private readonly Linear mix;\n\n    public Encoder() : base(\"encoder\")\n    {\n        mix = Linear(8, 8);\n        RegisterComponents();\n    }").ReplaceLineEndings("\r\n"),
        Title);

    [Theory]
    [InlineData("Encoder(long width = 8) : Module<Tensor, Tensor>(\"encoder\")", "private readonly Linear mix = Linear(8, 8); public long Width => width;")]
    [InlineData("Encoder(long width = 8) : Module<Tensor, Tensor>(\"encoder\")", "private readonly Linear mix = Linear(8, 8); private readonly long[] widths = { width };")]
    public async Task NoFixWhereTheParametersAreKept(string head, string members)
        => Assert.Empty(await Verify.OfferedFixes(Encoder(head.Replace("Encoder", "{|SCORE205:Encoder|}", StringComparison.Ordinal), members)));

    private static async Task KeepsTheResult(string before, string after)
    {
        await Verify.Fix(before, after, Title);
        var (unregistered, registered) = (await Trained.Of(before, "Encoder", [3, 8]), await Trained.Of(after, "Encoder", [3, 8]));

        Assert.Equal(unregistered.Result, registered.Result);
        Assert.True(registered.Saved.Count > unregistered.Saved.Count);
    }

    private static string Encoder(string head, string members) => $$"""
        [ScoreDepth]
        public sealed partial class {{head}}
        {
            {{members}}

            private Tensor Block(Tensor h) => mix.call(h).tanh();
        }
        """;

    private static string Sequence(string children, string constructor) => $$"""
        [ScoreDepth]
        public sealed partial class Encoder : Module<Tensor, Tensor>
        {
            private readonly Sequential net = Sequential({{children}}, GELU());

            public Encoder() : base("encoder") => RegisterComponents();

            private Tensor Block(Tensor h) => net.call(h);
        }

        public sealed class Inner : Module<Tensor, Tensor>
        {
            private readonly Linear mix = Linear(8, 8);

            {{constructor}}

            public override Tensor forward(Tensor x) => mix.call(x).tanh();
        }
        """;
}

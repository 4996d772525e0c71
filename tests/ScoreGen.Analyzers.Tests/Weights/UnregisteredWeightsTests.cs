using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Weights;

public class UnregisteredWeightsTests
{
    private const string Plain = " private Tensor Block(Tensor h) => down.call(up.call(h));";

    [Theory, Fires("SCORE205")]
    [InlineData("private readonly Linear[] {|SCORE205:heads|} = [Linear(8, 8), Linear(8, 8)]; private Tensor Block(Tensor h) => heads[0].call(h) * heads[1].call(h);")]
    [InlineData("private readonly List<Module<Tensor, Tensor>> {|SCORE205:heads|} = new() { Linear(8, 8), GELU() };" + Plain)]
    [InlineData("private readonly Dictionary<string, Parameter> {|SCORE205:scales|} = new() { [\"a\"] = new Parameter(ones(8)) };" + Plain)]
    public Task HeldInACollection(string members) => Verify.Diagnostics(Encoder(members));

    [Fact, Fires("SCORE205")]
    public Task FilledInALoop() => Verify.Diagnostics(Encoder(
        "private readonly Linear[] {|SCORE205:heads|};" + Plain,
        "var list = new List<Linear>(); for (var i = 0; i < 3; i++) { list.Add(Linear(8, 8)); } heads = list.ToArray();"));

    [Fact, Fires("SCORE205")]
    public Task AssignedAfterRegisterComponents() => Verify.Diagnostics(Encoder(
        "internal readonly Linear head;" + Plain,
        "RegisterComponents(); head = {|SCORE205:Linear(8, 8)|};"));

    /// <summary>What stands before the call need not run before it.</summary>
    [Theory, Fires("SCORE205")]
    [InlineData("RegisterComponents(); mix = {|SCORE205:Linear(8, 8)|};")]
    [InlineData("Action make = () => mix = {|SCORE205:Linear(8, 8)|}; RegisterComponents(); make();")]
    [InlineData("Action make = () => { mix = {|SCORE205:Linear(8, 8)|}; }; RegisterComponents(); make();")]
    [InlineData("RegisterComponents(); Make(); void Make() => mix = {|SCORE205:Linear(8, 8)|};")]
    public Task AssignedAfterTheOnlyCall(string constructor) => Verify.Diagnostics(OneCall(constructor));

    [Theory, NearMiss("SCORE205")]
    [InlineData("mix = Linear(8, 8); RegisterComponents();")]
    [InlineData("(mix, _) = (Linear(8, 8), 0); RegisterComponents();")]
    [InlineData("Make(); RegisterComponents(); void Make() => mix = Linear(8, 8);")]
    [InlineData("if (mix is null) { mix = Linear(8, 8); } RegisterComponents();")]
    public Task AssignedBeforeTheOnlyCall(string constructor) => Verify.Silent(OneCall(constructor));

    private static string OneCall(string constructor) => $$"""
        [ScoreDepth]
        public sealed partial class Encoder : Module<Tensor, Tensor>
        {
            private Linear mix = null!;

            public Encoder() : base("encoder") { {{constructor}} }

            private Tensor Block(Tensor h) => mix.call(h).tanh();
        }
        """;

    [Theory, Fires("SCORE205")]
    [InlineData("private Linear? mix; private Tensor Block(Tensor h) { mix ??= {|SCORE205:Linear(8, 8)|}; return mix.call(h); }")]
    [InlineData("private Linear? mix; private Tensor Block(Tensor h) => Mix().call(h); private Linear Mix() { if (mix is null) { mix = {|SCORE205:Linear(8, 8)|}; } return mix; }")]
    public Task MadeLazily(string members) => Verify.Diagnostics(Encoder(members));

    [Theory, Fires("SCORE205")]
    [InlineData("private readonly Linear mix = Linear(8, 8);", "mix.call(h)")]
    [InlineData("private readonly Module<Tensor, Tensor> net = Sequential(Linear(8, 32), ReLU(), Linear(32, 8));", "net.call(h)")]
    [InlineData("private readonly Parameter scale = new(ones(8));", "h.tanh() * scale")]
    [InlineData("[ScoreRoute] private readonly Linear route = Linear(8, 1);", "h.tanh()")]
    [InlineData("private readonly Linear gate = Linear(8, 8); [ScoreDt] private Tensor Gate(Tensor h, Tensor f) => gate.call(f).sigmoid();", "h.tanh()")]
    public Task NoRegistrationAtAll(string field, string block) => Verify.Diagnostics(
        $$"""
        [ScoreDepth]
        public sealed partial class {|SCORE205:Encoder|}() : Module<Tensor, Tensor>("encoder")
        {
            {{field}}
            private Tensor Block(Tensor h) => {{block}};
        }
        """);

    [Theory, Fires("SCORE205")]
    [InlineData("Sequential", "Sequential({|SCORE205:new Inner()|}, GELU())", "net.call(h)")]
    [InlineData("Sequential", "Sequential((\"first\", {|SCORE205:new Inner()|}), (\"second\", {|SCORE205:new Inner()|}))", "net.call(h)")]
    [InlineData("Module<Tensor, Tensor>", "Sequential(Linear(8, 8), Sequential({|SCORE205:new Inner()|}))", "net.call(h)")]
    [InlineData("ModuleList<Sequential>", "ModuleList(Sequential({|SCORE205:new Inner()|}))", "net[0].call(h)")]
    public Task ChildrenOfASequential(string type, string net, string block) => Verify.Diagnostics(WithInner(type, net, block, "public Inner() : base(\"inner\") { }"));

    [Theory, NearMiss("SCORE205")]
    [InlineData("Inner", "new Inner()", "net.call(h)", "public Inner() : base(\"inner\") { }")]
    [InlineData("ModuleList<Inner>", "ModuleList(new Inner())", "net[0].call(h)", "public Inner() : base(\"inner\") { }")]
    [InlineData("Sequential", "Sequential(new Outer(new Inner()))", "net.call(h)", "public Inner() : base(\"inner\") { }")]
    [InlineData("Sequential", "Sequential(new Inner(), GELU())", "net.call(h)", "public Inner() : base(\"inner\") => RegisterComponents();")]
    [InlineData("Sequential", "Sequential(new Inner(), GELU())", "net.call(h)", "public Inner() : base(\"inner\") => register_module(\"mix\", mix);")]
    public Task ChildrenThatAreRegistered(string type, string net, string block, string constructor) => Verify.Silent(WithInner(type, net, block, constructor));

    [Fact]
    public async Task TheMessagesSayWhatIsLost()
    {
        Assert.Equal(
            ["SCORE205: 'Inner' has weights and never calls RegisterComponents(): as a child of a Sequential they are lost, neither trained nor saved; call it at the end of the constructor of 'Inner'"],
            await Verify.Messages(WithInner("Sequential", "Sequential(new Inner())", "net.call(h)", "public Inner() : base(\"inner\") { }")));
        Assert.Equal(
            ["SCORE205: 'Encoder' has weights and never calls RegisterComponents(): alone, and as a child of a Sequential, it has no parameters, so that nothing of it is trained or saved; call it at the end of the constructor"],
            await Verify.Messages("[ScoreDepth] public sealed partial class Encoder() : Module<Tensor, Tensor>(\"encoder\") { private readonly Linear mix = Linear(8, 8); private Tensor Block(Tensor h) => mix.call(h); }"));
    }

    private static string WithInner(string type, string net, string block, string constructor) => $$"""
        [ScoreDepth]
        public sealed partial class Encoder : Module<Tensor, Tensor>
        {
            private readonly {{type}} net = {{net}};

            public Encoder() : base("encoder") => RegisterComponents();

            private Tensor Block(Tensor h) => {{block}};
        }

        public sealed class Inner : Module<Tensor, Tensor>
        {
            private readonly Linear mix = Linear(8, 8);

            {{constructor}}

            public override Tensor forward(Tensor x) => mix.call(x).tanh();
        }

        public sealed class Outer : Module<Tensor, Tensor>
        {
            private readonly Inner inner;

            public Outer(Inner inner) : base("outer")
            {
                this.inner = inner;
                RegisterComponents();
            }

            public override Tensor forward(Tensor x) => inner.call(x);
        }
        """;

    [Fact, Fires("SCORE205")]
    public Task ABaseRegistersBeforeTheFieldIsSet() => Verify.Diagnostics(
        """
        public abstract class Base : Module<Tensor, Tensor>
        {
            protected Base() : base("base") => RegisterComponents();
        }

        [ScoreDepth]
        public sealed partial class Encoder : Base
        {
            private readonly Linear mix;
            public Encoder() { mix = {|SCORE205:Linear(8, 8)|}; RegisterComponents(); }
            private Tensor Block(Tensor h) => mix.call(h);
        }
        """);

    [Theory, NearMiss("SCORE205")]
    [InlineData("private readonly Func<Tensor, Tensor>[] activations = [x => x.relu(), x => x.tanh()];" + Plain, "")]
    [InlineData("private readonly Module<Tensor, Tensor>[] activations = [ReLU(), GELU()];" + Plain, "")]
    [InlineData("private readonly Linear[] heads; private readonly ModuleList<Linear> registered;" + Plain, "heads = [Linear(8, 8), Linear(8, 8)]; registered = ModuleList(heads);")]
    [InlineData("private readonly Linear[] both;" + Plain, "both = [up, down];")]
    [InlineData("private readonly Linear[] heads = [Linear(8, 8), Linear(8, 8)];" + Plain, "for (var i = 0; i < heads.Length; i++) { register_module($\"head{i}\", heads[i]); }")]
    [InlineData("private readonly ModuleList<Linear> heads;" + Plain, "var list = new List<Linear>(); for (var i = 0; i < 3; i++) { list.Add(Linear(8, 8)); } heads = ModuleList(list.ToArray());")]
    public Task Registered(string members, string constructor) => Verify.Silent(Encoder(members, constructor));

    [Fact, NearMiss("SCORE205")]
    public Task RegisteredByABaseOutOfSight() => Verify.Silent(
        """
        [ScoreDepth]
        public sealed partial class Encoder() : Module<Tensor, Tensor>("encoder")
        {
            private readonly ReLU relu = ReLU();
            private Tensor Block(Tensor h) => relu.call(h);
        }
        """);
}

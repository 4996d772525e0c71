using ScoreGen.Analyzers.Tests.Harness;

namespace ScoreGen.Analyzers.Tests.Weights;

/// <summary>What has been registered when a constructor comes to an assignment, wherever it stands. The first RegisterComponents counts.</summary>
public class ConstructionTests
{
    [Theory, NearMiss("SCORE205")]
    [InlineData("protected Base() : base(\"base\") { Build(); RegisterComponents(); } protected abstract void Build();", "protected override void Build() => layer = Linear(8, 8);", "")]
    [InlineData("protected Base() : base(\"base\") { Start(); } private void Start() { Build(); RegisterComponents(); } protected virtual void Build() { }", "protected override void Build() { layer = Linear(8, 8); }", "")]
    [InlineData("protected Base() : base(\"base\") { _ = Made; RegisterComponents(); } protected abstract Linear Made { get; }", "protected override Linear Made => layer ??= Linear(8, 8);", "")]
    [InlineData("protected Base() : base(\"base\") { foreach (var i in new[] { 1 }) { Build(i); } RegisterComponents(); } protected abstract void Build(int i);", "protected override void Build(int i) { if (i > 0) { layer = Linear(8, i); } }", "")]
    [InlineData("protected Base() : base(\"base\") { } protected void Finish() { RegisterComponents(); }", "private void Build() => layer = Linear(8, 8);", "Build(); Finish();")]
    [InlineData("protected Base(bool register = false) : base(\"base\") { if (register) { RegisterComponents(); } }", "", "layer = Linear(8, 8); RegisterComponents();")]
    public Task BeforeIt(string members, string derived, string constructor) => Verify.Silent(Model(members, derived, constructor));

    [Theory, Fires("SCORE205")]
    [InlineData("protected Base() : base(\"base\") { RegisterComponents(); Build(); } protected abstract void Build();", "protected override void Build() => layer = {|SCORE205:Linear(8, 8)|};", "")]
    [InlineData("protected Base() : base(\"base\") { Finish(); } protected void Finish() => RegisterComponents();", "", "layer = {|SCORE205:Linear(8, 8)|};")]
    [InlineData("protected Base() : base(\"base\") { } protected void Finish() => RegisterComponents();", "private void Build() => layer = {|SCORE205:Linear(8, 8)|};", "Finish(); Build();")]
    [InlineData("protected Base() : base(\"base\") { try { Build(); } finally { RegisterComponents(); } } protected virtual void Build() { }", "", "layer = {|SCORE205:Linear(8, 8)|};")]
    [InlineData("protected Base(bool deep = false) : base(\"base\") { if (deep) { RegisterComponents(); } else { RegisterComponents(); } }", "", "layer = {|SCORE205:Linear(8, 8)|};")]
    [InlineData("protected Base() : base(\"base\") => RegisterComponents();", "public void Grow() => layer = {|SCORE205:Linear(8, 8)|};", "")]
    public Task AfterIt(string members, string derived, string constructor) => Verify.Diagnostics(Model(members, derived, constructor));

    [Fact, Fires("SCORE205")]
    public Task ABaseOfABaseRegisters() => Verify.Diagnostics(
        """
        public abstract class Root : Module<Tensor, Tensor>
        {
            protected Root(string name) : base(name) => RegisterComponents();
        }

        public abstract class Middle(string name) : Root(name);

        public abstract class Last() : Middle("last");

        public abstract class Implied : Last;

        [ScoreDepth]
        public sealed partial class Encoder : Implied
        {
            private readonly Linear layer;
            public Encoder() { layer = {|SCORE205:Linear(8, 8)|}; }
            private Tensor Block(Tensor h) => layer.call(h);
        }
        """);

    [Fact, Fires("SCORE205")]
    public Task OneConstructorOfTwo() => Verify.Diagnostics(
        """
        [ScoreDepth]
        public sealed partial class Encoder : Module<Tensor, Tensor>
        {
            private readonly Linear layer, other;
            public Encoder() : this(8) { }
            public Encoder(long width) : base("encoder") { layer = Linear(width, width); RegisterComponents(); other = {|SCORE205:Linear(8, 8)|}; }
            public Encoder(Linear given) : base("encoder") { layer = given; other = given; RegisterComponents(); }
            private Tensor Block(Tensor h) => other.call(layer.call(h));
        }
        """);

    private static string Model(string members, string derived, string constructor) =>
        $$"""
        public abstract class Base : Module<Tensor, Tensor>
        {
            {{members}}
        }

        [ScoreDepth]
        public sealed partial class Encoder : Base
        {
            private Linear layer = null!;
            public Encoder() { {{constructor}} }
            {{derived}}
            private Tensor Block(Tensor h) => layer.call(h);
        }
        """;
}

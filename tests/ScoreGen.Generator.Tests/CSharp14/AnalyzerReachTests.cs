namespace ScoreGen.Generator.Tests.CSharp14;

/// <summary>What C# 14 brought, for the analyzers that were written before it.</summary>
public class AnalyzerReachTests
{
    [Theory]
    [InlineData("h.Clean()", "extension(Tensor t) { public Tensor Clean() => t.{|SCORE301:relu_()|}; }")]
    [InlineData("h.Clean()", "extension(Tensor t) { public Tensor Clean() => t.relu(); }")]
    [InlineData("X.Clean(h)", "extension(Tensor t) { public Tensor Clean() => t.{|SCORE301:relu_()|}; }")]
    [InlineData("h.Twice(h.clone())", "extension(Tensor t) { public Tensor Twice(Tensor by) { by.mul_(2); return t.Clean(by); } public Tensor Clean(Tensor by) { by.add_(1); return t.{|SCORE301:relu_()|}; } }")]
    [InlineData("h.clone().Twice(by: h)", "extension(Tensor t) { public Tensor Twice(Tensor by) { t.mul_(2); return by.{|SCORE301:relu_()|}; } }")]
    [InlineData("h.Same()", "extension<T>(T t) where T : Tensor { public Tensor Same() => t.{|SCORE301:relu_()|}; }")]
    [InlineData("h.Cleaned", "extension(Tensor t) { public Tensor Cleaned => t.{|SCORE301:relu_()|}; }")]
    [InlineData("h.Cleaned", "extension(Tensor t) { public Tensor Cleaned { get { var u = t; return u.{|SCORE301:relu_()|}; } } }")]
    [InlineData("X.get_Cleaned(h)", "extension(Tensor t) { public Tensor Cleaned => t.{|SCORE301:relu_()|}; }")]
    [InlineData("Tensor.Made(h)", "extension(Tensor) { public static Tensor Made(Tensor x) => x.{|SCORE301:relu_()|}; }")]
    [InlineData("h | h.clone()", "extension(Tensor) { public static Tensor operator |(Tensor a, string b) => a; public static Tensor operator |(Tensor a, int b) => a.relu_(); }")]
    [InlineData("h % \"clean\"", "extension(Tensor) { public static Tensor operator %(Tensor a, string b) => a.{|SCORE301:relu_()|}; }")]
    [InlineData("!h", "extension(Tensor) { public static Tensor operator !(Tensor a) => a.{|SCORE301:relu_()|}; }")]
    [InlineData("new[] { h }.Select(X.Clean).First()", "extension(Tensor t) { public Tensor Clean() => t.{|SCORE301:relu_()|}; }")]
    [InlineData("up.Run(h)", "extension(Linear layer) { public Tensor Run(Tensor x) => layer.call(x).narrow(-1, 0, 8); }")]
    public Task An_extension_block(string expression, string extensions)
        => JudgedBlock.Warns($"private Tensor Block(Tensor h) => down.call(up.call({expression}));", $"public static class X\n{{\n    {extensions}\n}}");

    [Theory]
    [InlineData("Func<Tensor> clean = h.Clean; clean();", "extension(Tensor t) { public Tensor Clean() => t.{|SCORE301:relu_()|}; }")]
    [InlineData("h %= \"clean\";", "extension(Tensor) { public static Tensor operator %(Tensor a, string b) => a.{|SCORE301:relu_()|}; }")]
    [InlineData("h += new Version(1, 0);", "extension(Tensor t) { public void operator +=(Version b) => t.{|SCORE301:relu_()|}; }")]
    [InlineData("var t = h.clone(); t += new Version(1, 0); t.add_(1);", "extension(Tensor t) { public void operator +=(Version b) => t.relu_(); }")]
    [InlineData("h.Mask = h;", "extension(Tensor t) { public Tensor Mask { set => value.{|SCORE301:relu_()|}; } }")]
    [InlineData("foreach (var part in h.Parts) { part.{|SCORE301:relu_()|}; }", "extension(Tensor t) { public IEnumerable<Tensor> Parts { get { yield return t; } } }")]
    public Task A_statement_with_an_extension(string statement, string extensions)
        => JudgedBlock.Warns($"private Tensor Block(Tensor h) {{ {statement} return down.call(up.call(h)); }}", $"public static class X\n{{\n    {extensions}\n}}");

    [Theory]
    [InlineData("private Linear Late => field ??= {|SCORE205:Linear(8, 8)|}; private Tensor Block(Tensor h) => Late.call(h);")]
    [InlineData("private Linear Late { get { if (field is null) { field = {|SCORE205:Linear(8, 8)|}; } return field; } } private Tensor Block(Tensor h) => Late.call(h);")]
    [InlineData("[ScoreBlock] private Linear Late => field ??= {|SCORE205:Linear(8, 8)|};")]
    [InlineData("[ScoreBlock] private Linear Late { get => field ??= {|SCORE205:Linear(8, 8)|}; set; }")]
    [InlineData("private Linear Late { get; set => field = value; } = Linear(8, 8); private Tensor Block(Tensor h) => Late.call(h);")]
    [InlineData("private Tensor Mask { get; set => field = value.{|SCORE301:relu_()|}; } = zeros(1); private Tensor Block(Tensor h) { Mask = h; return down.call(up.call(h)); }")]
    [InlineData("private partial Linear Late { get; } private partial Linear Late => field ??= {|SCORE205:Linear(8, 8)|}; private Tensor Block(Tensor h) => Late.call(h);")]
    [InlineData("[ScoreBlock] private partial Linear Late { get; } private partial Linear Late => field ??= {|SCORE205:Linear(8, 8)|};")]
    public Task The_field_behind_a_property(string members)
        => JudgedBlock.Warns(members);

    [Theory]
    [InlineData("layer = Linear(8, 8); RegisterComponents();")]
    [InlineData("RegisterComponents(); layer = {|SCORE205:Linear(8, 8)|};")]
    [InlineData("RegisterComponents(); this.layer = {|SCORE205:Linear(8, 8)|};")]
    public Task A_partial_constructor(string statements)
        => JudgedBlock.Warns("private readonly Linear layer; private Tensor Block(Tensor h) => layer.call(h);", constructor: $"public partial Encoder(); public partial Encoder() : base(\"encoder\") {{ {statements} }}");

    [Theory]
    [InlineData("private Encoder? other; private Tensor? last; private Tensor Block(Tensor h) { other?{|SCORE310:.last|} = h; return down.call(up.call(last ?? h)); }")]
    public Task An_assignment_behind_a_test(string members)
        => JudgedBlock.Warns(members);
}

using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ScoreGen.Generator.Tests.Editing;

/// <summary>After any series of edits the output is that of a generator which sees the project for the first time.</summary>
public class RandomEditTests
{
    private const int EditsOfASeries = 100;

    private static readonly int Host = typeof(CSharpCompilation).Assembly.GetName().Version!.Minor;

    /// <summary>
    /// The files of a project; where {one|another} stands, an edit chooses. No class has two bases or two annotations: what the
    /// compiler takes it for then depends on the order in which it came to its parts.
    /// </summary>
    private static readonly Dictionary<string, string> Files = new()
    {
        ["Model"] = UserProject.Usings + """
            {|#nullable disable}
            {|namespace N;}
            [ScoreDepth({Dt = Constants.Dt|Steps = 2|Dt = MyDt|Cycles = 2|Backprop = Backprop.Checkpoint|})]
            public {partial|sealed partial|} class Model : {ModelBase|Outer.Inner|Module<Tensor, Tensor>|Module<Tensor, Mask, Tensor>}
            {
                private readonly {Layer|Wide|Tensor} layer = {new()|null};
                {[ScoreBlock] private Layer Field => layer;|[ScoreBlock] private readonly Wide wide = new();|private Tensor Block(Tensor h) => {h|layer.call(h)|Advance(h)};|private Tensor Block(Tensor x, Mask? mask) { var {Weights|m} = 1; return x; }}
                {|private int Advance;|public int Trace() => 1;}
            }
            """,
        ["Part"] = "{|namespace N; }public partial class Model { {private int Sum() { var {x|Advance|Weights} = 1; return 0; }|private int Evaluate;|/* Advance */} }",
        ["Second"] = UserProject.Usings + "using static More;\n" + """
            {[{ScoreDepth|Deep|Deeper}({Steps = Constants.Steps, Dt = MyDt|Steps = Constants.Steps|Integrator = Integrator.Heun|})]
            public partial class {Second : Model|Second : ModelBase|Second : Module<Tensor, Tensor>|model : ModelBase}|public partial class Model}
            {
                {|#nullable disable}
                {private Tensor Block(Tensor h) => {h|h.tanh()};|[ScoreBlock] private Layer Field { get; } = null!;}
                {|#nullable restore}
                {|public Second() : base("Second") { }}
                {|[ScoreDt] private readonly Parameter dt;}
            }
            """,
        ["Base"] = UserProject.Usings + """
            {|#nullable disable}
            {|[ScoreDepth]}
            public abstract {|partial} class ModelBase : {Module<Tensor, Tensor>|Module<Tensor, Mask, Tensor>|Outer.Inner}
            {
                protected ModelBase() : base("") { }
                {|protected int Advance;|public Tensor ForwardSteps(int steps, Tensor h) => h;|public sealed override Tensor forward(Tensor h) => h;|protected Tensor Block(Tensor state) => state;|private int Weights;}
            }
            """,
        ["Outer"] = UserProject.Usings + "public class Outer { {|public const double MyDt = 1;} public class Inner : Module<Tensor, {|Mask, }Tensor> { public Inner() : base(\"\") { } {|internal int States;} } }",
        ["Layer"] = UserProject.Usings + "public class Layer : Module<Tensor, {|Mask, }Tensor> { public Layer() : base(\"\") { } public override Tensor forward(Tensor {state|x|input}) { return {null!|throw null!}; } }",
        ["Wide"] = UserProject.Usings + "public class Wide : {Layer|Module<Tensor, Tensor>} { {|public const int Many = 3;} }",
        ["Mask"] = "{|public class Mask { }|public struct Mask { }|namespace N { public class Mask { } }}",
        ["Constants"] = "public static class Constants { public const double Dt = {Others.MyDt|0.5|Others.MyDt / 2|0}; public const int Steps = {Others.Three|3|600}; }",
        ["Others"] = "{using static More; |}public static class Others { public const double MyDt = {Quarter * 2|0.5|0.25}; public const int Three = {3|2}; }",
        ["More"] = "public static class More { public const double Quarter = {0.25|0.125|0.2}; public const double MyDt = {Quarter|0.5|0.75}; }",
        ["Imports"] = "{|global using static Others; |global using static More; }{|global using Deep = ScoreGen.ScoreDepthAttribute; }{|global using Layer = TorchSharp.Modules.ReLU;}",
        ["Alias"] = "{|global using Deeper = ScoreGen.ScoreDepthAttribute;|class Tensor { }|class ScoreDepth : System.Attribute { }|namespace N { class Layer { } }}",
        ["Unrelated"] = "class Unrelated { {|int x;|public const double MyDt = 3;|void M() { var Advance = 2; }} }",
    };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Leaves_no_trace_of_what_was(int series)
    {
        var random = new Random((Host * 1000) + series);
        var templates = Files.ToDictionary(file => file.Key, file => new EditedText(file.Value));
        var project = new EditedProject([.. templates.Select(file => (file.Key, file.Value.ToString()))]);
        var outputs = new HashSet<string>();
        for (var edit = 0; edit < EditsOfASeries; edit++)
        {
            var what = Edit(project, templates, random);
            project.Generate();
            var (output, cold) = (project.Output(), project.ColdOutput());
            Assert.True(output == cold, string.Create(CultureInfo.InvariantCulture, $"series {series}, edit {edit} of {what}:\n{Difference(cold, output)}"));
            outputs.Add(output);
        }

        Assert.True(outputs.Count > EditsOfASeries / 12, $"Only {outputs.Count} different outputs: the test says little.");
    }

    private static string Edit(EditedProject project, Dictionary<string, EditedText> templates, Random random)
    {
        if (random.Next(20) == 0)
        {
            var nullable = random.Next(2) == 0 ? NullableContextOptions.Enable : NullableContextOptions.Disable;
            project.Set(UserProject.Options.WithNullableContextOptions(nullable));
            return $"nullable {nullable}";
        }

        var name = templates.Keys.ElementAt(random.Next(templates.Count));
        for (var before = templates[name].ToString(); templates[name].ToString() == before;)
        {
            templates[name].Choose(random);
        }

        project.Write(name, random.Next(30) == 0 ? "" : templates[name].ToString());
        return name;
    }

    private static string Difference(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        return string.Join("\n", left.Except(right).Select(line => "- " + line).Concat(right.Except(left).Select(line => "+ " + line)).Take(30));
    }
}

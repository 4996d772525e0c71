using Microsoft.CodeAnalysis.CSharp;

namespace ScoreGen.Generator.Tests.Editing;

/// <summary>An edit in one file that changes what is emitted for a class of another: each way in which a class can depend on what is not its own.</summary>
public class EditTests
{
    private const string Model = UserProject.Usings + """
        [ScoreDepth(Dt = Constants.Dt, Members = DepthMembers.All)]
        public partial class Model : ModelBase
        {
            private readonly Layer layer = new();

            [ScoreBlock]
            private Layer Field => layer;
        }
        """;

    private const string Part = "public partial class Model { private int Sum() { var total = 1; return total; } }";

    private const string Base = UserProject.Usings + "public abstract class ModelBase() : Module<Tensor, Tensor>(\"Model\") { }";

    private const string Layer = UserProject.Usings + """
        public sealed class Layer() : Module<Tensor, Tensor>("Layer")
        {
            public override Tensor forward(Tensor state) => state.tanh();
        }
        """;

    private const string Constants = "public static class Constants { public const double Dt = Others.Half; }";

    private const string Others = "public static class Others { public const double Half = 0.5; }";

    public static TheoryData<string, string, string> Edits { get; } = new()
    {
        { "the value of a constant", "Constants", "public static class Constants { public const double Dt = 0.25; }" },
        { "the value of a constant behind it", "Others", "public static class Others { public const double Half = 0.25; }" },
        { "a member of the base class that is hidden", "Base", Base.Replace("{ }", "{ public Tensor ForwardSteps(int steps, Tensor h) => h; }", StringComparison.Ordinal) },
        { "a member of the base class that takes a name", "Base", Base.Replace("{ }", "{ protected int Advance; }", StringComparison.Ordinal) },
        { "the base of the base class", "Base", Base.Replace("Module<Tensor, Tensor>(", "Root(", StringComparison.Ordinal) + "public abstract class Root(string name) : Module<Tensor, Tensor, Tensor>(name) { }" },
        { "an annotation of the base class", "Base", Base.Replace("public abstract", "[ScoreDepth] public abstract", StringComparison.Ordinal) },
        { "how the block calls its input", "Layer", Layer.Replace("state", "x", StringComparison.Ordinal) },
        { "what the block is", "Layer", Layer.Replace("Module<Tensor, Tensor>", "Module<Tensor, Tensor, Tensor>", StringComparison.Ordinal) },
        { "another annotated class of the same name but for its case", "Twin", UserProject.Usings + "[ScoreDepth] public partial class model() : Module<Tensor, Tensor>(\"\") { Tensor Block(Tensor h) => h; }" },
        { "a name in a body of another part", "Part", Part.Replace("total", "Advance", StringComparison.Ordinal) },
        { "a member of another part", "Part", Part.Replace("Sum", "Advance", StringComparison.Ordinal) },
        { "a further part that takes a public name", "Further", "public partial class Model { public int States; }" },
        { "a global alias", "Imports", "global using Layer = TorchSharp.Modules.ReLU;" },
        { "a type that a name means from now on", "Tensors", "public class Tensor { }" },
        { "the base class without its file", "Base", "" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void Reaches_the_class(string what, string file, string text)
    {
        var project = new EditedProject(("Constants", Constants), ("Others", Others), ("Base", Base), ("Layer", Layer), ("Model", Model), ("Part", Part));
        var before = project.Output();
        Assert.Equal(project.ColdOutput(), before);

        project.Write(file, text);
        project.Generate();
        Assert.True(project.Output() != before, $"{what} changes nothing: the case says nothing.");
        Assert.Equal(project.ColdOutput(), project.Output());
    }

    [Fact]
    public void A_directive_reaches_the_types_behind_its_line()
    {
        const string model = UserProject.Usings + "[ScoreDepth] public sealed partial class Masked() : Root(\"Masked\") { private Tensor Block(Tensor h, string mask) => h; }";
        const string root = UserProject.Usings + "class Before { }\npublic abstract class Root(string name) : Module<Tensor, string, Tensor>(name) { }";
        var project = new EditedProject(("Root", root), ("Model", model));
        var before = project.Output();

        project.Write("Root", root.Replace("class Before { }", "class Before {\n#nullable disable\n}", StringComparison.Ordinal));
        project.Generate();
        Assert.NotEqual(before, project.Output());
        Assert.Equal(project.ColdOutput(), project.Output());
    }

    [Theory]
    [InlineData("using static Values;\n", "")]
    [InlineData("", "global using static Values;")]
    public void A_constant_reaches_the_files_that_import_it(string import, string imports)
    {
        const string model = UserProject.Usings + "[ScoreDepth(Dt = MyDt)] public partial class Model() : Module<Tensor, Tensor>(\"\") { Tensor Block(Tensor h) => h; }";
        var project = new EditedProject(("Imports", imports), ("Values", "static class Values { public const double MyDt = 0.5; }"), ("Model", import + model));
        Assert.Contains("dt = 0.5", project.Output(), StringComparison.Ordinal);

        project.Write("Values", "static class Values { public const double MyDt = 0.25; }");
        project.Generate();
        Assert.Equal(project.ColdOutput(), project.Output());
    }

    [Fact]
    public void An_alias_of_the_whole_project_annotates()
    {
        var project = new EditedProject(("Model", UserProject.Usings + "[Deep] public partial class Model() : Module<Tensor, Tensor>(\"\") { Tensor Block(Tensor h) => h; }"));
        Assert.Equal("", project.Output());

        project.Write("Imports", "global using Deep = ScoreGen.ScoreDepthAttribute;");
        project.Generate();
        Assert.Contains("// Model.g.cs", project.Output(), StringComparison.Ordinal);
        Assert.Equal(project.ColdOutput(), project.Output());
    }

    [Fact]
    public void An_alias_with_the_suffix_annotates_without_it()
    {
        var project = new EditedProject(
            ("Model", UserProject.Usings + "[Deep] public partial class Model() : Module<Tensor, Tensor>(\"\") { Tensor Block(Tensor h) => h; }"),
            ("Imports", "global using DeepAttribute = ScoreGen.ScoreDepthAttribute;"));
        Assert.Contains("// Model.g.cs", project.Output(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_decides_whether_a_property_has_a_field_to_mark()
    {
        const string model = UserProject.Usings + "[ScoreDepth] public partial class Model() : Module<Tensor, Tensor>(\"\") { private Layer layer = new(); }";
        const string part = UserProject.Usings + "public partial class Model { [field: ScoreBlock] private Layer Field { get => field ??= layer; } }";
        var project = new EditedProject(("Layer", Layer), ("Model", model), ("Part", part));
        var before = project.Output();

        project.Write("Part", part.Replace("field ??= layer", "layer", StringComparison.Ordinal));
        project.Generate();
        Assert.Equal(UserProject.Newest.LanguageVersion >= (LanguageVersion)1400, before != project.Output());
        Assert.Equal(project.ColdOutput(), project.Output());
    }

    [Fact]
    public void A_reported_error_keeps_its_place()
    {
        const string model = UserProject.Usings + "public class Outer { [ScoreDepth] public partial class Model() : Module<Tensor, Tensor>(\"\") { Tensor Block(Tensor h) => h; } }";
        var project = new EditedProject(("Model", model));
        Assert.Contains("SCORE001", project.Output(), StringComparison.Ordinal);

        project.Write("Model", "\n\n" + model);
        project.Generate();
        Assert.Equal(project.ColdOutput(), project.Output());
    }

    [Fact]
    public void A_setting_of_the_project_reaches_its_classes()
    {
        var model = UserProject.Usings + "[ScoreDepth] public partial class Model() : Module<Tensor, string, Tensor>(\"\") { Tensor Block(Tensor h, string? name) => h; }";
        var project = new EditedProject(("Model", model));
        project.Set(UserProject.Options.WithNullableContextOptions(Microsoft.CodeAnalysis.NullableContextOptions.Disable));
        project.Generate();
        Assert.Equal(project.ColdOutput(), project.Output());
    }

    [Fact]
    public void A_sum_of_many_terms_is_read()
    {
        const string model = UserProject.Usings + "[ScoreDepth(Dt = Sums.Dt)] public partial class Model() : Module<Tensor, Tensor>(\"\") { Tensor Block(Tensor h) => h; }";
        var sum = string.Join(" + ", Enumerable.Repeat("1", 50_000));
        var project = new EditedProject(("Model", model), ("Sums", $"static class Sums {{ public static int Many = {sum}; public const double Dt = 0.5; }}"));
        Assert.Contains("dt = 0.5", project.Output(), StringComparison.Ordinal);

        project.Write("Sums", $"static class Sums {{ public static int Many = {sum}; public const double Dt = 0.25; }}");
        project.Generate();
        Assert.Contains("dt = 0.25", project.Output(), StringComparison.Ordinal);
    }
}

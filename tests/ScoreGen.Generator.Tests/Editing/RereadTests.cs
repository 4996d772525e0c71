using ScoreGen.Generator.Tracking;

namespace ScoreGen.Generator.Tests.Editing;

/// <summary>What is not parsed again after an edit that cannot have changed it.</summary>
public class RereadTests
{
    private const string Model = UserProject.Usings + """
        [ScoreDepth(Dt = Constants.Dt)]
        public sealed partial class Model() : Module<Tensor, Tensor>("Model")
        {
            private Tensor Block(Tensor h) => h.tanh();
        }
        """;

    private const string Neighbour = UserProject.Usings + """
        [ScoreDepth(Steps = 2)]
        public partial class Neighbour() : Module<Tensor, Tensor>("Neighbour")
        {
            private Tensor Block(Tensor h) => h.sin();
        }
        """;

    private const string Constants = """
        public static class Constants
        {
            public const double Dt = 0.25;

            public static int Sum() => 1;
        }
        """;

    public static TheoryData<string, string, string> Edits { get; } = new()
    {
        { "a member of a type that the class does not name", "Unrelated", "class Unrelated { public const double Dt = 3; int more; }" },
        { "a body in a type that it names", "Constants", Constants.Replace("=> 1", "=> 2", StringComparison.Ordinal) },
        { "a body of another annotated class", "Neighbour", Neighbour.Replace("h.sin", "h.cos", StringComparison.Ordinal) },
        { "the annotation of another class", "Neighbour", Neighbour.Replace("Steps = 2", "Steps = 3", StringComparison.Ordinal) },
        { "a member of another annotated class", "Neighbour", Neighbour.Replace("{\n", "{\n int more;", StringComparison.Ordinal) },
        { "a comment", "Unrelated", "class Unrelated { /* A comment. */ }" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void Leaves_what_it_cannot_have_changed(string what, string file, string text)
    {
        var project = new EditedProject(("Model", Model), ("Neighbour", Neighbour), ("Constants", Constants), ("Unrelated", "class Unrelated { }"));
        var before = SourceFile.Of(project.File("Model")).LastReading;
        Assert.NotNull(before?.Dependencies);

        project.Write(file, text);
        project.Generate();
        Assert.True(ReferenceEquals(before, SourceFile.Of(project.File("Model")).LastReading), $"{what} made the class be parsed again.");
        Assert.Equal(project.ColdOutput(), project.Output());
    }

    [Fact]
    public void A_build_looks_at_no_dependency()
    {
        var model = UserProject.Parse(Model);
        _ = GeneratorRun.Of(UserProject.Compile(model, UserProject.Parse(Constants, "Constants.cs")));
        Assert.NotNull(SourceFile.Of(model).LastReading);
        Assert.Null(SourceFile.Of(model).LastReading!.Dependencies);
    }
}

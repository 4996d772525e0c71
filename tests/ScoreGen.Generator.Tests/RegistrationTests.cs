namespace ScoreGen.Generator.Tests;

/// <summary>Weights of each step's own are counted where the class registers its components, unless the user's own code does that.</summary>
public class RegistrationTests
{
    private const string Field = "private readonly ParameterList shifts = null!;";

    public static TheoryData<string, string, string, bool> Classes => new()
    {
        { "a class", "", Field, true },
        { "a nullable list", "", "private readonly ParameterList? shifts = null;", true },
        { "a property", "", "private ParameterList shifts { get; } = null!;", true },
        { "a list that is computed", "", "private ParameterList shifts => new ParameterList();", false },
        { "an override by hand", "", Field + " protected override void RegisterComponents() => base.RegisterComponents();", false },
        { "a method of its name", "", Field + " private void RegisterComponents(int number) => _ = number;", false },
        { "a base class that registers", "protected override void RegisterComponents() => base.RegisterComponents();", Field, true },
        { "a base class that does not let it", "protected sealed override void RegisterComponents() => base.RegisterComponents();", Field, false },
        { "a base class with another one", "public new virtual int RegisterComponents() => 1;", Field, false },
        { "a list of the base class", "protected readonly ParameterList shifts = null!;", "", true },
    };

    [Theory]
    [MemberData(nameof(Classes))]
    public async Task Nobodys_own_registration_is_replaced(string what, string inherited, string members, bool isCounted)
    {
        Assert.NotEmpty(what);
        foreach (var (modifier, name) in new[] { ("sealed", "M"), ("", "M"), ("", "M<T>"), ("", "@lower") })
        {
            var user = UserProject.WithUsings($$"""
                internal abstract class Root : Module<Tensor, Tensor>
                {
                    protected Root() : base("Root") { }

                    {{inherited}}
                }

                internal partial class Outer
                {
                    [ScoreDepth(Steps = 2)]
                    internal {{modifier}} partial class {{name}} : Root
                    {
                        {{members}}

                        private Tensor Block(Tensor h, [ScorePerStep("shifts")] Tensor shift) => h + shift;
                    }
                }
                """);

            await GeneratorTest.LeavesClean(user);
            Assert.Equal(isCounted, GeneratorRun.Of(user).Files.Single().SourceText.ToString().Contains("protected override void RegisterComponents()", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Shared_weights_are_not_counted()
        => Assert.DoesNotContain(
            "RegisterComponents",
            GeneratorRun.Of(UserProject.WithUsings("""
                [ScoreDepth]
                internal partial class M : Module<Tensor, Tensor>
                {
                    public M() : base("M") { }

                    private Tensor Block(Tensor h) => h.tanh();
                }
                """)).Files.Single().SourceText.ToString(),
            StringComparison.Ordinal);
}

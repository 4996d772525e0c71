using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ScoreGen.Generator.Tests;

/// <summary>Emitted code compiles without a warning, whatever the user's project is set to.</summary>
public partial class CleanOutputTests
{
    public static TheoryData<string, LanguageVersion, NullableContextOptions> Settings
    {
        get
        {
            var data = new TheoryData<string, LanguageVersion, NullableContextOptions>();
            foreach (var source in Sources.Names)
            {
                data.Add(source, LanguageVersion.Latest, NullableContextOptions.Enable);
                data.Add(source, LanguageVersion.Latest, NullableContextOptions.Disable);
                data.Add(source, LanguageVersion.Preview, NullableContextOptions.Enable);
                data.Add(source, LanguageVersion.CSharp9, NullableContextOptions.Enable);
                data.Add(source, LanguageVersion.CSharp9, NullableContextOptions.Disable);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public Task Compiles_without_a_warning(string source, LanguageVersion version, NullableContextOptions nullable)
    {
        var text = source == "Errors" ? Marked(Sources.Text(source)) : Sources.Text(source);
        var tree = UserProject.Parse(version == LanguageVersion.CSharp9 ? WithBlockNamespace(text) : text, options: UserProject.Newest.WithLanguageVersion(version));
        return GeneratorTest.LeavesClean(UserProject.Compile(tree).WithOptions(UserProject.Options.WithNullableContextOptions(nullable)));
    }

    [Fact]
    public async Task Two_assemblies_that_see_each_others_internals_both_get_their_own_support()
    {
        var first = Annotated("First", "Inner")
            .AddSyntaxTrees(UserProject.Parse("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Second\")]", "Friends.cs"));
        await GeneratorTest.LeavesClean(first);
        await GeneratorTest.LeavesClean(Annotated("Second", "Outer").AddReferences(Output(first)));
    }

    [Fact]
    public async Task A_class_may_derive_from_an_annotated_class_of_another_assembly()
    {
        var library = UserProject.Compile(Sources.Text("AnnotatedBase")).WithAssemblyName("Library");
        var user = UserProject.WithUsings("""
            [ScoreDepth(Steps = 2, Members = DepthMembers.All)]
            public partial class Third : Demo.Derived
            {
            }
            """);
        await GeneratorTest.LeavesClean(user.AddReferences(Output(library)));
    }

    /// <summary>What another project sees of one.</summary>
    private static CompilationReference Output(CSharpCompilation user) => GeneratorRun.Of(user).After.Value.ToMetadataReference();

    private static CSharpCompilation Annotated(string assembly, string type)
        => UserProject.WithUsings($$"""
            [ScoreDepth(Members = DepthMembers.All)]
            internal sealed partial class {{type}} : Module<Tensor, Tensor>
            {
                public {{type}}() : base("{{type}}") { }

                private Tensor Block(Tensor h) => h.tanh();
            }
            """).WithAssemblyName(assembly);

    /// <summary>The classes that are refused, with what is said of them.</summary>
    private static string Marked(string errors) => errors
        .Replace("Steps = 0", "{|SCORE101:Steps = 0|}", StringComparison.Ordinal)
        .Replace("class NotAModule", "class {|SCORE002:{|SCORE003:NotAModule|}|}", StringComparison.Ordinal)
        .Replace("int Depth", "int {|SCORE009:Depth|}", StringComparison.Ordinal);

    /// <summary>File-scoped namespaces came with C# 10.</summary>
    private static string WithBlockNamespace(string text)
    {
        var scoped = FileScopedNamespace().Replace(text, "namespace $1\n{");
        return scoped == text ? text : scoped + "}\n";
    }

    [GeneratedRegex("^namespace ([^;{]+);$", RegexOptions.Multiline)]
    private static partial Regex FileScopedNamespace();
}

using ScoreGen.Docs.Tests.Pages;

namespace ScoreGen.Docs.Tests.Compiling;

/// <summary>
/// The C# of a page as one project. A block is a file of its own, unless the comment above it says otherwise: <c>inside a module</c>,
/// <c>inside a method, given Model model, Tensor x</c>, <c>computed by Encoder</c>, <c>emitted for Encoder</c> or <c>refused</c>. The last two are no files.
/// </summary>
internal static class PageProject
{
    private const string Module = "inside a module";
    private const string Method = "inside a method, given";

    /// <summary>Statements that do to h what the pass of that class does.</summary>
    public const string Computed = "computed by";

    /// <summary>The method that such statements become.</summary>
    public const string ComputedMethod = "AsOnThePage";

    /// <summary>The model that blocks of statements may speak of.</summary>
    private const string Model = """
        [ScoreDepth(Members = DepthMembers.All)]
        public sealed partial class Model() : Module<Tensor, Tensor>("model")
        {
            private Tensor Block(Tensor h) => h.tanh();
        }
        """;

    public static Project Of(Page page) => Of(page, code => code);

    /// <summary>The page with some of its code changed.</summary>
    public static Project Of(Page page, Func<string, string> change)
        => new(page.CSharp.Select(block => (page.Name, change(Source(page, block)))).Where(file => file.Item2.Length > 0).Append(("Model.cs", Model)));

    public static bool Knows(Block block)
        => block.Mark is "" or Module or "refused" || block.Marked(Method) is { Length: > 0 } || block.Marked(Computed) is { Length: > 0 } || block.Marked("emitted for") is { Length: > 0 };

    private static string Source(Page page, Block block)
    {
        var code = $"#line {block.Line + 1} \"{page.Name}\"\n{block.Code}\n#line hidden\n";
        return block switch
        {
            { Mark: "" } => code,
            { Mark: Module } => $$"""
                [ScoreDepth]
                public sealed partial class Module{{block.Line}} : Module<Tensor, Tensor>
                {
                    public Module{{block.Line}}() : base("module") => RegisterComponents();

                    private Tensor Block(Tensor h) => h.tanh();

                {{code}}
                }
                """,
            _ when block.Marked(Method) is { } parameters => $$"""
                public static class Method{{block.Line}}
                {
                    public static void Run({{parameters}})
                    {
                {{code}}
                    }
                }
                """,
            _ when block.Marked(Computed) is { } type => $$"""
                partial class {{type}}
                {
                    public Tensor {{ComputedMethod}}(Tensor h)
                    {
                {{code}}
                        return h;
                    }
                }
                """,
            _ => "",
        };
    }
}

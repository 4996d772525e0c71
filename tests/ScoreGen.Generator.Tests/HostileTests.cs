using System.Globalization;

namespace ScoreGen.Generator.Tests;

/// <summary>Names and values that would break out of a literal, a comment or a line, or turn the reading direction of the emitted text.</summary>
public class HostileTests
{
    public static TheoryData<string, string> Sources => new()
    {
        { "keywords as names", """
            namespace @class.@event
            {
                [ScoreDepth(Members = DepthMembers.All)]
                internal sealed partial class @default<@operator> : Module<Tensor, Tensor, Tensor> where @operator : class
                {
                    public @default() : base("M") { }

                    [ScoreBlock]
                    private Tensor @new(Tensor @out, Tensor @null) => @out + @null;
                }
            }
            """ },
        { "names written as escapes", """
            namespace \u006Eames
            {
                [ScoreDepth(Members = DepthMembers.All)]
                internal sealed partial class \u0063lass\u00e9 : Module<Tensor, Tensor, Tensor>
                {
                    public \u0063lass\u00e9() : base("M") { }

                    private Tensor Block(Tensor \u0069f, Tensor \u0077hile) => \u0069f + \u0077hile;
                }
            }
            """ },
        { "names that turn the reading direction", """
            namespace Left\u202ERight
            {
                [ScoreDepth(Members = DepthMembers.All)]
                internal sealed partial class M\u2066odel\u2069 : Module<Tensor, Tensor, Tensor>
                {
                    public M\u2066odel\u2069() : base("M") { }

                    [ScoreBlock]
                    private Tensor F\u200D(Tensor sta\u202Ete, Tensor con\u200Btext) => sta\u202Ete + con\u200Btext;
                }
            }
            """ },
        { "names of other scripts", """
            [ScoreDepth(Steps = 2, Members = DepthMembers.All)]
            internal sealed partial class מודל : Module<Tensor, Tensor, Tensor>
            {
                public מודל() : base("M") { }

                [ScoreBlock]
                private Tensor שכבה(Tensor العمق, Tensor 文脈) => العمق + 文脈;
            }
            """ },
        { "values that end a literal", """
            [ScoreDepth(Members = DepthMembers.All)]
            internal sealed partial class M : Module<Tensor, string, char, Tensor>
            {
                public M() : base("M") { }

                private Tensor Block(Tensor h, string text = "\"; } /* */ // \r\n\u2028\u0085\u202E\u2066\0 {0} $\"{x}\"", char letter = '\'') => h;
            }
            """ },
        { "values that a reader cannot see", """
            [ScoreDepth(Members = DepthMembers.All)]
            internal sealed partial class M : Module<Tensor, string, char, char, Tensor>
            {
                public M() : base("M") { }

                private Tensor Block(Tensor h, string text = "\uD800", char turn = '\u202E', char half = '\uDC00') => h;
            }
            """ },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Nothing_hostile_reaches_the_emitted_text(string what, string source)
    {
        var user = UserProject.WithUsings(source);
        var run = GeneratorRun.Of(user).MustNotThrow();

        Assert.True(run.Files.Any(), what);
        Assert.All(run.Result.GeneratedSources, file =>
        {
            Assert.DoesNotContain(file.SourceText.ToString(), character => IsHostile(character));
            Assert.DoesNotContain(file.HintName, character => IsHostile(character) || Path.GetInvalidFileNameChars().Contains(character));
        });
        await GeneratorTest.LeavesClean(user);
    }

    private static bool IsHostile(char character) => character != '\n' && char.GetUnicodeCategory(character) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;
}

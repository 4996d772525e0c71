using Microsoft.CodeAnalysis.CSharp;
using ScoreGen.Analyzers.Tests.Harness;

namespace ScoreGen.Analyzers.Tests.Structure;

/// <summary>SCORE010: a language that emitted code can be compiled in.</summary>
public class LanguageTests
{
    private const string Body = """
         : Module<Tensor, Tensor>
        {
            public Encoder() : base("encoder") { }

            private Tensor Block(Tensor h) => h.tanh();
        }
        """;

    [Theory, Fires("SCORE010")]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.CSharp8)]
    [InlineData(LanguageVersion.CSharp7)]
    public Task AnOldLanguage(LanguageVersion language) => Verify.DiagnosticsIn(language, "[ScoreDepth] public sealed partial class {|SCORE010:Encoder|}" + Body);

    [Theory, NearMiss("SCORE010")]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp10)]
    [InlineData(LanguageVersion.Latest)]
    public Task ALanguageThatIsNewEnough(LanguageVersion language) => Verify.DiagnosticsIn(language, "[ScoreDepth] public sealed partial class Encoder" + Body);
}

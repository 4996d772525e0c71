namespace ScoreGen.Generator.Tests;

/// <summary>Types of assemblies that are referenced under an alias alone.</summary>
public class AliasTests
{
    [Theory]
    [InlineData("lib::Lib.Mask")]
    [InlineData("lib::Lib.Mask[]")]
    [InlineData("List<lib::Lib.Mask>")]
    [InlineData("lib::Lib.Holder<Tensor>")]
    [InlineData("(lib::Lib.Mask, int)")]
    [InlineData("lib::Lib.Holder<lib::Lib.Mask>.Inner?")]
    public async Task AContextFromSuchAnAssemblyIsNamedByIt(string type)
    {
        var library = UserProject.Compile("""
            namespace Lib
            {
                public sealed class Mask { }

                public class Holder<T> { public sealed class Inner { } }
            }
            """).WithAssemblyName("Lib").ToMetadataReference(aliases: ["lib"]);
        var user = UserProject.Compile("extern alias lib;\n" + UserProject.Usings + $$"""
            [ScoreDepth]
            internal sealed partial class M : Module<Tensor, {{type}}, Tensor>
            {
                public M() : base("M") { }

                private Tensor Block(Tensor h, {{type}} context) => h.tanh();
            }
            """).AddReferences(library);
        await GeneratorTest.LeavesClean(user);
    }
}

using Molecules.Chemistry;
using Molecules.Chemistry.Smiles;

namespace Molecules.Tests.Chemistry;

/// <summary>What is no SMILES, or no molecule, is refused by name and place.</summary>
public sealed class SmilesErrorTests
{
    [Theory]
    [InlineData("", 1, "empty")]
    [InlineData("   ", 1, "empty")]
    [InlineData("C?C", 2, "'?' means nothing")]
    [InlineData("CXC", 2, "'X' means nothing")]
    [InlineData("C C", 2, "' ' means nothing")]
    [InlineData("C*", 2, "'*' stands for any atom")]
    [InlineData("[Na", 1, "never closed")]
    [InlineData("C[]", 3, "no element")]
    [InlineData("[Xx]", 2, "'Xx' is no element")]
    [InlineData("[CH4$]", 5, "does not belong")]
    [InlineData("[C@SP1](F)(Cl)Br", 6, "@SP is not supported")]
    [InlineData("[Fe+99]", 7, "no charge of an atom")]
    [InlineData("[CH3:]C", 6, "a number must follow ':'")]
    [InlineData("(CC)", 1, "a branch must follow an atom")]
    [InlineData("CC)", 3, "never began")]
    [InlineData("C()C", 3, "the branch is empty")]
    [InlineData("CC(C", 3, "the branch is never closed")]
    [InlineData("C1CC", 2, "ring closure 1 is never closed")]
    [InlineData("C%1C", 2, "two digits must follow '%'")]
    [InlineData("1CC1", 1, "a ring closure must follow an atom")]
    [InlineData("C11", 3, "bonds an atom to itself")]
    [InlineData("C1C1", 4, "share a bond already")]
    [InlineData("C12CCCC12", 9, "share a bond already")]
    [InlineData("C=1CCCC#1", 9, "Triple here and Double")]
    [InlineData("=CC", 1, "a bond must follow an atom")]
    [InlineData("C==C", 3, "two bonds follow each other")]
    [InlineData("CC=", 3, "leads nowhere")]
    [InlineData("C(C=)C", 4, "leads nowhere")]
    [InlineData("C=.C", 2, "leads nowhere")]
    [InlineData(".C", 1, "'.' must follow an atom")]
    [InlineData("C.", 3, "an atom must follow '.'")]
    [InlineData("CC(C)(C)(C)C", 2, "C with charge 0 has 5 bonds")]
    [InlineData("CO(C)C", 2, "O with charge 0 has 3 bonds")]
    [InlineData("C[NH4]", 2, "N with charge 0 has 5 bonds")]
    [InlineData("FCl(F)F", 2, "Cl with charge 0 has 3 bonds")]
    [InlineData("cC", 1, "in no ring")]
    [InlineData("c1cccc1", 6, "finds no neighbour for a double bond")]
    [InlineData("c1ccnc1", 6, "finds no neighbour for a double bond")]
    public void A_wrong_SMILES_is_refused(string smiles, int position, string part)
    {
        var problem = Assert.Throws<SmilesException>(() => Molecule.Parse(smiles));

        Assert.Contains(part, problem.Message, StringComparison.Ordinal);
        Assert.EndsWith($"(position {position})", problem.Message, StringComparison.Ordinal);
        Assert.Equal(position, problem.Position);
    }

    /// <summary>Whatever the text, the reader answers with a molecule or with an error of its own.</summary>
    [Fact]
    public void No_text_breaks_the_reader()
    {
        const string Alphabet = "CNOPSFIclnosb[]()=#$:/\\.%0123456789@+-HBr*";
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 16)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            var problem = Record.Exception(() => Molecule.Parse(text));
            Assert.True(problem is null or SmilesException, $"{text}: {problem}");
        }
    }
}

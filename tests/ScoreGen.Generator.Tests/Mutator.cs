using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ScoreGen.Generator.Tests;

/// <summary>Makes slips of the pen: tokens deleted, doubled, swapped, put in or exchanged for others. A seed gives the same slips everywhere.</summary>
internal sealed class Mutator(string source)
{
    /// <summary>What turns one kind of declaration into another, and names that emitted code uses.</summary>
    private static readonly string[] Insertions =
    [
        "static", "async", "ref", "?", "abstract", "sealed", "partial", "file", "record", "struct", "interface", "unsafe", "in", "out", "params",
        "const", "readonly", "virtual", "override", "extern", "public", "private", "required", "!", "*", "[]", "<T>", "<int>", "dynamic", "object",
        "void", "string", "Tensor", "Parameter", "[ScoreBlock]", "[ScoreBlock(Order = 1)]", "[ScoreTime]", "[ScoreStep]", "[ScoreStage]", "[ScoreDt]", "[ScoreAfterStep]", "[ScorePerStep(\"mix\")]", "[ScoreCarry]",
        "[field: ScoreDt]", "[field: ScoreBlock]", "[ScoreDepth]", "[ScoreDepth(Steps = 2)]", "[ScoreEquilibrium]", "[System.Obsolete]", "= null", "this", "@", "forward",
        "Depth", "Trace", "States", "Advance", "Evaluate", "Weights", "h", "f", "y2", "pass", "step", "_", "extension", "field",
    ];

    private readonly List<string> tokens = [.. CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Select(token => token.ToFullString())];

    public string Mutate(int seed)
    {
        var random = new Random(seed);
        var mutated = new List<string>(tokens);
        var onlySettings = random.Next(2) == 0;
        for (var slips = random.Next(1, 4); slips > 0; slips--)
        {
            if (onlySettings)
            {
                SettingMutator.Change(mutated, random);
            }
            else
            {
                Slip(mutated, random);
            }
        }

        return string.Concat(mutated);
    }

    private static void Slip(List<string> tokens, Random random)
    {
        var at = random.Next(tokens.Count);
        switch (random.Next(6))
        {
            case 0:
                tokens.RemoveAt(at);
                break;
            case 1:
                tokens.Insert(at, tokens[at]);
                break;
            case 2:
                var other = random.Next(tokens.Count);
                (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                break;
            case 3:
                tokens.Insert(at, Insertions[random.Next(Insertions.Length)] + " ");
                break;
            case 4:
                tokens[at] = Insertions[random.Next(Insertions.Length)] + " ";
                break;
            default:
                SettingMutator.Change(tokens, random);
                break;
        }
    }
}

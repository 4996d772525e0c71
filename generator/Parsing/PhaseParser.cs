using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Parsing;

/// <summary>Fits each block to the module, and the sharing of weights to the blocks.</summary>
internal static class PhaseParser
{
    public static void Parse(DepthParse parse, Compilation compilation, CancellationToken cancellation)
    {
        if (parse.Module is null || parse.Members.Length == 0)
        {
            return;
        }

        var arguments = new DepthArguments(parse.Attribute, cancellation);
        var perStep = (WeightSharing)arguments.Value("Weights", 0) == WeightSharing.PerStep;
        var phases = new List<Phase>();
        foreach (var member in parse.Members)
        {
            cancellation.ThrowIfCancellationRequested();
            var allowsList = !parse.IsEquilibrium && (perStep || parse.Members.Length > 1);
            if (new BlockSignature(parse, parse.Module, member, compilation).Parse(allowsList, isFirst: phases.Count == 0) is { } block)
            {
                phases.Add(new Phase(block, parse.Members.Length == 1 && !member.HasSteps ? arguments.Value("Steps", SettingsParser.DefaultSteps) : member.Steps));
            }
        }

        if (phases.Count < parse.Members.Length)
        {
            return;
        }

        if (parse.IsEquilibrium)
        {
            EquilibriumParser.CheckArguments(parse, phases[0].Block);
        }

        if (perStep && phases.Find(phase => phase.Block.Kind != BlockKind.ModuleList) is { } shared && phases.TrueForAll(phase => phase.Block.Kind != BlockKind.ModuleList))
        {
            parse.Report(
                Descriptors.Excluding,
                arguments.Location("Weights"),
                "WeightSharing.PerStep",
                $"the block '{shared.Block.Name}'",
                "weights of its own for each step need a block that is a ModuleList with one module for each step");
        }

        parse.Phases = phases.ToImmutableArray();
    }
}

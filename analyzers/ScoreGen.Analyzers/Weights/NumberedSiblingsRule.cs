using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE206: numbered modules of one construction, as many as steps, chained one after the other.</summary>
internal sealed class NumberedSiblingsRule() : BlockRule(Descriptors.NumberedSiblings)
{
    public override void Judge(BlockFlow flow, Action<Finding> report)
    {
        // fc1 and fc2 around an activation are an MLP.
        if (flow.Block.Steps < 3)
        {
            return;
        }

        var calls = flow.All<ModuleCall>().Where(call => call.Module is { Holder: not null, Index: null, Creation: not null }).ToList();
        foreach (var family in calls.GroupBy(call => Stem(call.Module.Holder!.Name)).Where(family => family.Key.Length > 0))
        {
            var siblings = family.GroupBy(call => call.Module).OrderBy(calls => Number(calls.Key.Holder!.Name)).ToList();
            if (siblings.Count == flow.Block.Steps && AreAlike(flow, siblings) && AreChained(siblings))
            {
                var names = string.Join(", ", siblings.Select(sibling => $"'{sibling.Key.Name}'"));
                report(new Finding(Descriptors.NumberedSiblings, siblings[0].First().At, names, flow.Block.Steps));
            }
        }
    }

    private static string Stem(string name)
    {
        var stem = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return stem.Length < name.Length && name.Length - stem.Length < 4 ? stem : "";
    }

    private static int Number(string name) => int.Parse(name.Substring(Stem(name).Length), CultureInfo.InvariantCulture);

    private static bool AreAlike(BlockFlow flow, List<IGrouping<ModuleMember, ModuleCall>> siblings)
    {
        var first = siblings[0].Key;
        return flow.Block.Weights.Has(first.Type, first.Creation) is true
            && siblings.All(sibling => ModuleGroups.AreAlike(sibling.Key.Creation!, first.Creation!));
    }

    private static bool AreChained(List<IGrouping<ModuleMember, ModuleCall>> siblings)
        => Enumerable.Range(1, siblings.Count - 1).All(i =>
            Number(siblings[i].Key.Holder!.Name) == Number(siblings[i - 1].Key.Holder!.Name) + 1
            && siblings[i].Any(call => call.Input.Path.Contains(siblings[i - 1].Key)));
}

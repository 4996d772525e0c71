using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE301: the block changes the state, a context tensor or a view of either in place.</summary>
internal sealed class InPlaceChangeRule() : BlockRule(Descriptors.InPlaceChange)
{
    public override void Judge(BlockFlow flow, Action<Finding> report)
    {
        foreach (var change in flow.All<InPlaceChange>().Where(change => change.Target.Shares != Inputs.None))
        {
            report(new Finding(Descriptors.InPlaceChange, change.At, InPlaceProperties.Of(change), What(change), flow.Block.Name(change.Target.Shares))
            {
                Places = change.Switch is { } literal ? [literal.GetLocation()] : [],
            });
        }
    }

    private static string What(InPlaceChange change) => change.Form switch
    {
        InPlaceForm.Element => "[…] =",
        InPlaceForm.Method or InPlaceForm.Function => $"{((IInvocationOperation)change.Operation).TargetMethod.Name}()",
        _ => "inplace: true",
    };
}

/// <summary>What travels with SCORE301 to its fix; where <c>inplace: true</c> stands is the additional location.</summary>
internal static class InPlaceProperties
{
    /// <summary>The name of an <see cref="InPlaceForm"/>.</summary>
    public const string Form = "Form";

    public static ImmutableDictionary<string, string?> Of(InPlaceChange change) => ImmutableDictionary<string, string?>.Empty.Add(Form, change.Form.ToString());
}

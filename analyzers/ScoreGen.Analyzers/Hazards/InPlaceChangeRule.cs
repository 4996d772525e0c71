using System;
using System.Collections.Immutable;
using System.Globalization;
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
            report(new Finding(Descriptors.InPlaceChange, change.At, Properties(change), What(change), flow.Block.Name(change.Target.Shares)));
        }
    }

    private static string What(InPlaceChange change) => change.Form switch
    {
        InPlaceForm.Element => "[…] =",
        InPlaceForm.Method or InPlaceForm.Function => $"{((IInvocationOperation)change.Operation).TargetMethod.Name}()",
        _ => "inplace: true",
    };

    /// <summary>What the fix needs: the form, and where the switch stands that a module was made with.</summary>
    private static ImmutableDictionary<string, string?> Properties(InPlaceChange change)
    {
        var properties = ImmutableDictionary<string, string?>.Empty.Add(InPlaceProperties.Form, change.Form.ToString());
        return change.Switch is { } literal && literal.SyntaxTree == change.At.SourceTree
            ? properties.Add(InPlaceProperties.Switch, literal.SpanStart.ToString(CultureInfo.InvariantCulture))
            : properties;
    }
}

/// <summary>The keys of what travels with SCORE301 to its fix.</summary>
internal static class InPlaceProperties
{
    public const string Form = "Form";
    public const string Switch = "Switch";
}

using System;
using System.Globalization;
using System.Linq;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>SCORE303: the constant sizes of the layers on the way change the shape of the state.</summary>
internal sealed class ChangedWidthRule() : BlockRule(Descriptors.ChangedWidth)
{
    private static readonly string[] Dimensions = ["its last dimension", "the last dimension but one", "the last dimension but two"];
    private static readonly string[] LastDimensions = ["its last dimension", "its last two dimensions", "its last three dimensions"];

    public override void Judge(BlockFlow flow, Action<Finding> report)
    {
        foreach (var outcome in flow.Outcomes)
        {
            var shape = outcome.Result.Shape;
            if (Differs(flow.StateWidth, shape.Width))
            {
                report(new Finding(Descriptors.ChangedWidth, outcome.At, $"of width {flow.StateWidth}", $"of width {shape.Width.Size}", $"let the last layer lead back to a width of {flow.StateWidth}"));
            }
            else if (Differs(flow.StateChannels, shape.Channels))
            {
                report(new Finding(Descriptors.ChangedWidth, outcome.At, $"with {flow.StateChannels} channels", $"with {shape.Channels.Size}", $"let the last layer lead back to {flow.StateChannels} channels"));
            }
            else if (Enumerable.Range(0, 3).Where(i => shape[i].IsChanged).ToList() is { Count: > 0 } changed)
            {
                var size = shape[changed[0]];
                var isSame = changed[0] == 0 && changed.All(i => shape[i] == size);
                report(new Finding(
                    Descriptors.ChangedWidth,
                    outcome.At,
                    $"that is n long in {(isSame ? LastDimensions[changed.Count - 1] : Dimensions[changed[0]])}",
                    $"that is {Text(size)} long there",
                    size.Scale == 1 ? "pad by what the kernels take off; a convolution at stride 1 does so by itself with padding: Padding.Same" : "let every stride be 1, or scale back"));
            }
        }
    }

    private static bool Differs(long? state, Extent result) => state is not null && result.Size is not null && state != result.Size;

    /// <summary>In terms of n; "about" where a stride rounds.</summary>
    private static string Text(Size size)
    {
        var scaled = size.Scale == 1 ? "n" : size.Scale < 1 ? $"n/{Number(1 / size.Scale)}" : $"{Number(size.Scale)}·n";
        var added = size.Least > 0 ? size.Least : size.Most < 0 ? size.Most : 0;
        return size.Least != size.Most ? (size.Scale == 1 ? $"n {Sign(added)} or {(added > 0 ? "more" : "less")}" : $"about {scaled}")
            : added == 0 ? scaled
            : $"{scaled} {Sign(added)}";
    }

    private static string Sign(double added) => added < 0 ? $"- {Number(-added)}" : $"+ {Number(added)}";

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text.Json.Serialization;

namespace Samples.Shares;

/// <summary>A part of the trainings of a run: of every n the k-th.</summary>
/// <param name="Number">k, from 1.</param>
/// <param name="Count">n, which is also how many parts there are.</param>
public sealed record Share(int Number, int Count)
{
    /// <summary>All trainings.</summary>
    public static Share Whole { get; } = new(1, 1);

    [JsonIgnore]
    public bool IsWhole => Count == 1;

    /// <summary>The share that a text such as 2/4 names; null where it names none.</summary>
    public static Share? Of(string text)
        => text.Split('/') is [var k, var n] && Natural(k) is { } number && Natural(n) is { } count && number <= count ? new Share(number, count) : null;

    /// <summary>Whether a training is in this share.</summary>
    /// <param name="index">Its place in the whole run, from 0.</param>
    public bool Has(int index) => index % Count == Number - 1;

    /// <summary>The trainings that are in this share.</summary>
    /// <exception cref="SampleException">There are fewer trainings than shares.</exception>
    public IReadOnlyList<Numbered<T>> Of<T>(IReadOnlyList<T> all) => all.Count >= Count
        ? [.. all.Select((training, index) => new Numbered<T>(index, training)).Where(training => Has(training.Index))]
        : throw new SampleException($"--share {this}: there are {all.Count} trainings, so that there can be {all.Count} shares at most.");

    public override string ToString() => FormattableString.Invariant($"{Number}/{Count}");

    private static int? Natural(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}

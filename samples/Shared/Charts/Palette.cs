namespace Samples.Charts;

/// <summary>The colours of the charts: distinct for colour-blind readers too (after Okabe and Ito).</summary>
internal static class Palette
{
    public const string Ink = "#24292f";
    public const string Muted = "#6e7781";
    public const string Grid = "#e4e8ec";

    private static readonly string[] Colours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7a5195", "#8c6d31", "#1b1b1b", "#9aa0a6"];

    public static string Of(int index) => Colours[index % Colours.Length];
}

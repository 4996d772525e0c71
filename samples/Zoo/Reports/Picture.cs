using System.Text.Json.Serialization;

namespace Zoo.Reports;

/// <summary>What one run has to show; runs of several seeds are put together in one picture.</summary>
/// <param name="Title">What is seen.</param>
/// <param name="XLabel">The horizontal axis, with its unit.</param>
/// <param name="YLabel">The vertical axis, with its unit.</param>
[JsonDerivedType(typeof(LinePicture), "lines")]
[JsonDerivedType(typeof(MapPicture), "map")]
public abstract record Picture(string Title, string XLabel, string YLabel)
{
    /// <summary>The SVG document of this run and others of the same system, means with their spread.</summary>
    /// <param name="runs">The pictures of all runs, this one among them.</param>
    public abstract string ToSvg(IReadOnlyList<Picture> runs);
}

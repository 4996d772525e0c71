namespace Samples.Shares;

/// <summary>Where the shares of a run leave their results, until they are merged: in a folder of each, within the folder of the run.</summary>
public static class ShareFolder
{
    private const string All = "shares";
    private const string Between = "-of-";

    /// <summary>The folder of a share; of the whole run its own.</summary>
    public static string Of(string output, Share share)
        => share.IsWhole ? output : Path.Combine(output, All, FormattableString.Invariant($"{share.Number}{Between}{share.Count}"));

    /// <summary>The shares that have results, in order.</summary>
    public static IReadOnlyList<Share> In(string output)
    {
        var folder = Path.Combine(output, All);
        var names = Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Select(Path.GetFileName) : [];
        var shares = names.Select(name => Share.Of(name!.Replace(Between, "/", StringComparison.Ordinal))).OfType<Share>();
        return [.. shares.Where(share => !share.IsWhole && File.Exists(Results(output, share))).OrderBy(share => share.Number)];
    }

    /// <summary>The JSON lines of a share.</summary>
    public static string Results(string output, Share share) => Path.Combine(Of(output, share), Reports.ReportFolder.Results);
}

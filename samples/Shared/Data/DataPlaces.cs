namespace Samples.Data;

/// <summary>The places outside the command line where data are looked for.</summary>
/// <param name="Named">The value of <c>SCOREGEN_DATA</c>: a folder or a file.</param>
/// <param name="Shared">The folder <c>shared/data</c> beside the checkout.</param>
/// <param name="Cache">The user's cache, where downloads are kept.</param>
public sealed record DataPlaces(string? Named, string? Shared, string Cache)
{
    /// <summary>The environment variable that names a folder or a file.</summary>
    public const string Variable = "SCOREGEN_DATA";

    /// <summary>The places on this machine.</summary>
    public static DataPlaces OfThisMachine() => new(
        NotEmpty(Environment.GetEnvironmentVariable(Variable)),
        Checkout.Root is { } root ? Path.GetFullPath(Path.Combine(root, "..", "shared", "data")) : null,
        Path.Combine(CacheHome(), "scoregen"));

    private static string CacheHome()
        => NotEmpty(Environment.GetEnvironmentVariable("XDG_CACHE_HOME"))
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

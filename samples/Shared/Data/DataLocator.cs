namespace Samples.Data;

/// <summary>
/// Finds a data set: the file that the user names, else <c>$SCOREGEN_DATA</c>, else the shared folder beside the checkout,
/// else the cache, else a download into the cache, else none.
/// </summary>
/// <param name="places">Where to look.</param>
/// <param name="download">Fetches what is in none of the places.</param>
public sealed class DataLocator(DataPlaces places, IDownload download)
{
    /// <summary>A locator for this machine.</summary>
    public static DataLocator OfThisMachine() => new(DataPlaces.OfThisMachine(), new HttpDownload());

    /// <summary>Finds the data.</summary>
    /// <param name="source">What is wanted.</param>
    /// <param name="named">The file (or its folder) from the command line, or null.</param>
    /// <param name="cancellation">Stops a download.</param>
    /// <exception cref="SampleException">What the user named does not exist.</exception>
    public LocatedData Find(DataSource source, string? named, CancellationToken cancellation)
        => Named(source, named, "--data", isOptional: false)
            ?? Named(source, places.Named, "$" + DataPlaces.Variable, isOptional: true)
            ?? InFolder(source, places.Shared)
            ?? Cached(source)
            ?? Downloaded(source, cancellation);

    private static LocatedData? Named(DataSource source, string? path, string by, bool isOptional)
    {
        if (path is null)
        {
            return null;
        }

        if (File.Exists(path))
        {
            return new LocatedData(path, $"{path} ({by})");
        }

        if (!Directory.Exists(path))
        {
            throw new SampleException($"{by} names {path}, which does not exist. Name a file, or a folder that holds {source.FileName}.");
        }

        var inside = Path.Combine(path, source.FileName);
        return File.Exists(inside) ? new LocatedData(inside, $"{inside} ({by})")
            : isOptional ? null
            : throw new SampleException($"{by} names the folder {path}, which holds no {source.FileName}.");
    }

    private static LocatedData? InFolder(DataSource source, string? folder)
        => folder is not null && File.Exists(Path.Combine(folder, source.FileName))
            ? new LocatedData(Path.Combine(folder, source.FileName), Path.Combine(folder, source.FileName))
            : null;

    private LocatedData? Cached(DataSource source)
    {
        var path = CachePath(source);
        return File.Exists(path) && source.IsGenuine(path) ? new LocatedData(path, $"{path} (cached)") : null;
    }

    private LocatedData Downloaded(DataSource source, CancellationToken cancellation)
    {
        var path = CachePath(source);
        var problem = download.TryFetch(source, path, cancellation);
        return problem is null
            ? new LocatedData(path, $"{path} (downloaded from {source.Address})")
            : new LocatedData(null, problem);
    }

    private string CachePath(DataSource source) => Path.Combine(places.Cache, source.FileName);
}

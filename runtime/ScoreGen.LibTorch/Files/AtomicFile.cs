namespace TorchSharp;

/// <summary>Writes a file so that its name leads to the old content or to all of the new, never to a part.</summary>
internal static class AtomicFile
{
    /// <exception cref="IOException">The file could not be written; what it held before is unchanged.</exception>
    public static void Write(string location, Action<Stream> write) => Replace(location, path =>
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write);
        write(stream);
        stream.Flush(flushToDisk: true);
    });

    /// <param name="location">The file's path.</param>
    /// <param name="write">Writes all of the content to the path that it is given.</param>
    /// <exception cref="IOException">The file could not be written; what it held before is unchanged.</exception>
    public static void Replace(string location, Action<string> write)
    {
        var target = Target(location);
        if (IsDevice(target))
        {
            write(target);
            return;
        }
        var draft = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            write(draft);
            File.Move(draft, target, overwrite: true);
        }
        catch (Exception failure) when (IsOfTheDisk(failure))
        {
            throw new IOException($"'{location}' could not be written, and is as it was before: {failure.Message}", failure);
        }
        finally
        {
            // Where there is no such folder, Delete would hide what happened behind a failure of its own.
            if (File.Exists(draft))
                File.Delete(draft);
        }
    }

    /// <summary>A link stays a link: what it leads to is replaced.</summary>
    private static string Target(string location) =>
        (File.Exists(location) ? File.ResolveLinkTarget(location, returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(location);

    /// <summary>A device is written to. To put a file in its place would break the machine.</summary>
    private static bool IsDevice(string target) =>
        target.StartsWith("/dev/", StringComparison.Ordinal) && !target.StartsWith("/dev/shm/", StringComparison.Ordinal);

    /// <summary>Whether the disk is full, or the file longer than it may be: .NET says of the latter that a value is out of range.</summary>
    private static bool IsOfTheDisk(Exception failure) =>
        failure.GetType() == typeof(IOException) || failure is ArgumentOutOfRangeException { ParamName: "value" };
}

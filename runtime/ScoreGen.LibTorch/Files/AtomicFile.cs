namespace TorchSharp;

/// <summary>Writes a file so that its name leads to the old content or to all of the new, never to a part.</summary>
internal static class AtomicFile
{
    public static void Write(string location, Action<Stream> write)
    {
        // A link stays a link: what it leads to is replaced.
        var linked = File.Exists(location) ? File.ResolveLinkTarget(location, returnFinalTarget: true) : null;
        var target = linked?.FullName ?? Path.GetFullPath(location);
        var draft = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(draft, target, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}

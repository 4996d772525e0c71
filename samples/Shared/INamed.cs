namespace Samples;

/// <summary>One of a few things that the command line, tables and JSON lines call by name.</summary>
/// <typeparam name="T">What they are.</typeparam>
public interface INamed<T>
    where T : INamed<T>
{
    /// <summary>All of them.</summary>
    static abstract IReadOnlyList<T> All { get; }

    string Name { get; }
}

namespace ScoreGen.Analyzers.Flow;

/// <summary>
/// What is known of a tensor's dimensions: the size of the last one, that of the channels as convolutions see them, and what became
/// of the last three, which convolutions and pools slide over.
/// </summary>
internal readonly record struct Shape(Extent Width, Extent Channels, Size Last, Size Second, Size Third)
{
    public static Shape OfState => new(Extent.State, Extent.State, Size.OfState, Size.OfState, Size.OfState);

    /// <summary>The size of a dimension, counted from the last.</summary>
    public Size this[int fromLast] => fromLast == 0 ? Last : fromLast == 1 ? Second : Third;

    /// <summary>What holds of two shapes.</summary>
    public static Shape Join(Shape a, Shape b) => new(
        a.Width == b.Width ? a.Width : default,
        a.Channels == b.Channels ? a.Channels : default,
        a.Last == b.Last ? a.Last : default,
        a.Second == b.Second ? a.Second : default,
        a.Third == b.Third ? a.Third : default);
}

/// <summary>The size of a dimension: unknown, the state's, or a constant.</summary>
internal readonly record struct Extent(bool IsState, long? Size)
{
    public static Extent State => new(true, null);

    public static Extent Of(long? size) => new(false, size);
}

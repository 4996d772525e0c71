namespace TorchSharp;

/// <summary>How tensors are written out.</summary>
internal sealed record PrintOptions(string Format, int Width, string NewLine, int MaxRows, int MaxColumns)
{
    internal PrintOptions() : this("g5", 100, Environment.NewLine, 6, 6)
    {
    }
}

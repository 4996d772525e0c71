#nullable disable // as in Optimizer.cs

using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Options and states read from a stream, kept apart from an optimizer's own until all of them are there and fit.</summary>
internal sealed class ReadState : IDisposable
{
    private readonly List<(OptimizerOptions Own, OptimizerOptions Read)> options = [];
    private readonly List<(OptimizerState Own, OptimizerState Read)> states = [];

    /// <summary>Reads what stands in the stream for an optimizer's options and states.</summary>
    internal void Read(BinaryReader reader, Optimizer.StateDictionary own)
    {
        foreach (var mine in own.Options)
        {
            var read = mine.Copy();
            options.Add((mine, read));
            read.LoadStateDict(reader);
        }
        foreach (var mine in own.State)
            ReadOne(reader, mine);
    }

    /// <summary>A state of a kind that only its author can make is read in place.</summary>
    private void ReadOne(BinaryReader reader, OptimizerState mine)
    {
        var read = mine.Blank();
        if (read is not null)
            states.Add((mine, read));
        (read ?? mine).LoadStateDict(reader);
    }

    /// <summary>Gives the optimizer what was read.</summary>
    internal void Apply()
    {
        foreach (var (own, read) in options)
            own.LoadStateDict(read);
        foreach (var (own, read) in states)
            own.LoadStateDict(read);
    }

    public void Dispose()
    {
        foreach (var (_, read) in states)
            (read as IDisposable)?.Dispose();
    }
}

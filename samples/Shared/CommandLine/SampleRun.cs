using System.CommandLine;
using Samples.Mpi;
using Spectre.Console;

namespace Samples.CommandLine;

/// <summary>What a sample works with.</summary>
/// <param name="Options">What the user asked for.</param>
/// <param name="Console">Where to show it.</param>
/// <param name="Cancellation">Cancelled by Ctrl-C; the sample then shows what it has.</param>
public sealed record SampleRun(SampleOptions Options, IAnsiConsole Console, CancellationToken Cancellation)
{
    /// <summary>The processes that were started together with this one; alone by default.</summary>
    public Communicator Communicator { get; init; } = Communicator.Alone;

    /// <summary>The whole command line.</summary>
    internal ParseResult? Arguments { get; init; }

    /// <summary>The value of one of the options that the sample has beside the shared ones.</summary>
    public T? Value<T>(Option<T> option) => Arguments is null ? default : Arguments.GetValue(option);

    /// <summary>The value of one of the arguments that the sample has.</summary>
    public T? Value<T>(Argument<T> argument) => Arguments is null ? default : Arguments.GetValue(argument);
}

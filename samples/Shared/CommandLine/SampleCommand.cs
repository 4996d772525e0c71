using System.CommandLine;
using Samples.Mpi;
using Spectre.Console;

namespace Samples.CommandLine;

/// <summary>Runs a sample from its command line: options, errors, Ctrl-C and exit codes are the same for all of them.</summary>
/// <param name="name">What the sample is called.</param>
/// <param name="description">What it does.</param>
/// <param name="work">Does it.</param>
/// <param name="own">The options and arguments that it has beside the shared options.</param>
public sealed class SampleCommand(string name, string description, Action<SampleRun> work, params IReadOnlyList<Symbol> own)
{
    /// <summary>The exit code after Ctrl-C, as shells have it: 128 + SIGINT.</summary>
    public const int Interrupted = 130;

    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(10);

    /// <summary>Whether several processes that mpirun starts do the work together.</summary>
    public bool WorksTogether { get; init; }

    /// <summary>Puts the shares of a run together; null where a sample has no shares.</summary>
    public Action<SampleRun>? Merge { get; init; }

    /// <summary>Parses, works, and gives the exit code.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="console">Where to show it; the terminal by default.</param>
    /// <param name="errors">Where to show errors; the terminal's error stream by default.</param>
    public int Run(string[] arguments, IAnsiConsole? console = null, IAnsiConsole? errors = null)
    {
        var options = new OptionSet(name);
        var command = options.Command(description);
        foreach (var symbol in own)
        {
            Add(command, symbol);
        }

        command.SetAction((parsed, cancellation) => Start(work, parsed, cancellation));
        if (Merge is not null)
        {
            options.AddMerge(command).SetAction((parsed, cancellation) => Start(Merge, parsed, cancellation));
        }

        return command.Parse(arguments).Invoke(new InvocationConfiguration { ProcessTerminationTimeout = TimeToStop });

        Task<int> Start(Action<SampleRun> work, ParseResult parsed, CancellationToken cancellation)
        {
            var read = options.Read(parsed);
            var isByItself = IsByItself(read);
            var run = new SampleRun(read, console ?? SampleConsole.Output(isByItself), cancellation) { Arguments = parsed };
            return Task.Run(() => Work(work, run, isByItself, errors ?? SampleConsole.Errors(isByItself)), CancellationToken.None);
        }
    }

    private static void Add(RootCommand command, Symbol symbol)
    {
        if (symbol is Argument argument)
        {
            command.Add(argument);
        }
        else
        {
            command.Add((Option)symbol);
        }
    }

    /// <summary>Processes that were started together may each have a share of its own; then they need not know of each other.</summary>
    private bool IsByItself(SampleOptions options)
        => Launcher.OfThisProcess.IsAlone || (!options.Share.IsWhole && !(WorksTogether && Launcher.OfThisProcess.SpeaksMpi));

    private int Work(Action<SampleRun> work, SampleRun run, bool isByItself, IAnsiConsole errors)
    {
        try
        {
            var communicator = isByItself ? Communicator.Alone : Join();
            work(run with { Communicator = communicator });
            return Finished(run, communicator);
        }
        catch (OperationCanceledException) when (run.Cancellation.IsCancellationRequested)
        {
            run.Console.MarkupLine("[yellow]Stopped.[/]");
            return Interrupted;
        }
        catch (SampleException problem)
        {
            errors.MarkupLineInterpolated($"{(isByItself ? "" : SampleConsole.Sender)}[red]error:[/] {problem.Message}");
            return 1;
        }
    }

    private Communicator Join() => WorksTogether
        ? Communicator.Join()
        : throw new SampleException($"This sample works in one process, and several were started. Start it without mpirun or srun{(Merge is null ? "" : ", or give each process a share of the trainings with --share")}.");

    private static int Finished(SampleRun run, Communicator communicator)
    {
        if (run.Cancellation.IsCancellationRequested)
        {
            return Interrupted;
        }

        communicator.Leave();
        return 0;
    }
}

using System.CommandLine;
using Samples.Mpi;
using Spectre.Console;

namespace Samples.CommandLine;

/// <summary>Runs a sample from its command line: options, errors, Ctrl-C and exit codes are the same for all of them.</summary>
/// <param name="name">What the sample is called.</param>
/// <param name="description">What it does.</param>
/// <param name="work">Does it.</param>
/// <param name="own">The options that it has beside the shared ones.</param>
public sealed class SampleCommand(string name, string description, Action<SampleRun> work, params IReadOnlyList<Option> own)
{
    /// <summary>The exit code after Ctrl-C, as shells have it: 128 + SIGINT.</summary>
    public const int Interrupted = 130;

    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(10);

    /// <summary>Whether several processes that mpirun starts share the work.</summary>
    public bool IsShared { get; init; }

    /// <summary>Parses, works, and gives the exit code.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="console">Where to show it; the terminal by default.</param>
    /// <param name="errors">Where to show errors; the terminal's error stream by default.</param>
    public int Run(string[] arguments, IAnsiConsole? console = null, IAnsiConsole? errors = null)
    {
        var options = new OptionSet(name);
        var command = options.Command(description);
        own.ToList().ForEach(command.Add);
        command.SetAction((parsed, cancellation) =>
        {
            var run = new SampleRun(options.Read(parsed), console ?? SampleConsole.Output(), cancellation) { Arguments = parsed };
            return Task.Run(() => Work(run, errors ?? SampleConsole.Errors()), CancellationToken.None);
        });
        return command.Parse(arguments).Invoke(new InvocationConfiguration { ProcessTerminationTimeout = TimeToStop });
    }

    private int Work(SampleRun run, IAnsiConsole errors)
    {
        try
        {
            var communicator = Join();
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
            errors.MarkupLineInterpolated($"{SampleConsole.Sender}[red]error:[/] {problem.Message}");
            return 1;
        }
    }

    private Communicator Join() => IsShared || Launcher.OfThisProcess.IsAlone
        ? Communicator.Join()
        : throw new SampleException("This sample works in one process, and several were started. Start it without mpirun or srun.");

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

using System.CommandLine;
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
            work(run);
            return run.Cancellation.IsCancellationRequested ? Interrupted : 0;
        }
        catch (OperationCanceledException) when (run.Cancellation.IsCancellationRequested)
        {
            run.Console.MarkupLine("[yellow]Stopped.[/]");
            return Interrupted;
        }
        catch (SampleException problem)
        {
            errors.MarkupLineInterpolated($"[red]error:[/] {problem.Message}");
            return 1;
        }
    }
}

using Samples.Mpi;
using Spectre.Console;

namespace Samples.CommandLine;

/// <summary>
/// The terminal; where output is redirected, plain text without colours and in wide lines. Of several processes that work together, and whose output mpirun
/// collects, the first one speaks; the others say nothing but errors, each with its number.
/// </summary>
internal static class SampleConsole
{
    private const int WideLine = 160;

    private static Launcher Launcher => Launcher.OfThisProcess;

    /// <summary>What an error of one of several processes begins with.</summary>
    public static string Sender => FormattableString.Invariant($"process {Launcher.Rank}: ");

    public static IAnsiConsole Output(bool isByItself) => isByItself
        ? Console.IsOutputRedirected ? Plain(Console.Out) : Coloured(Console.Out)
        : Plain(Launcher.Rank == 0 ? Console.Out : TextWriter.Null);

    public static IAnsiConsole Errors(bool isByItself) => Console.IsErrorRedirected || !isByItself ? Plain(Console.Error) : Coloured(Console.Error);

    private static IAnsiConsole Coloured(TextWriter writer)
        => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });

    private static IAnsiConsole Plain(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = WideLine;
        return console;
    }
}

using Spectre.Console;

namespace Samples.CommandLine;

/// <summary>The terminal; where output is redirected, plain text without colours and in wide lines.</summary>
internal static class SampleConsole
{
    private const int WideLine = 160;

    public static IAnsiConsole Output() => Console.IsOutputRedirected ? Plain(Console.Out) : Coloured(Console.Out);

    public static IAnsiConsole Errors() => Console.IsErrorRedirected ? Plain(Console.Error) : Coloured(Console.Error);

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

using Spectre.Console;

namespace Samples.Tests;

/// <summary>A console without a terminal, whose text can be read.</summary>
public sealed class CapturedConsole : IDisposable
{
    private readonly StringWriter writer = new();

    public CapturedConsole()
    {
        Console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        Console.Profile.Width = 200;
    }

    public IAnsiConsole Console { get; }

    public string Text => writer.ToString();

    public void Dispose() => writer.Dispose();
}

using Samples.CommandLine;
using Samples.Data;
using Samples.Reports;
using Spectre.Console;
using static TorchSharp.torch;

namespace Quickstart;

/// <summary>Predicts the solubility of molecules with a stack of four layers and with one layer taken four times.</summary>
public static class Program
{
    private const string Description = "Learns the solubility of molecules: four stacked layers against one layer taken four times.";

    /// <summary>Runs the quickstart in the terminal.</summary>
    public static int Main(string[] args) => Run(args);

    /// <summary>Runs the quickstart.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="console">Where to show it; the terminal by default.</param>
    /// <param name="errors">Where to show errors; the terminal's error stream by default.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] arguments, IAnsiConsole? console = null, IAnsiConsole? errors = null)
        => new SampleCommand("quickstart", Description, Work).Run(arguments, console, errors);

    private static void Work(SampleRun run)
    {
        // Batches of 32 are too small to share between cores: waiting for each other would cost more than the work.
        set_num_threads(1);
        var device = Devices.Named(run.Options.Device);
        var (molecules, origin) = Load(run);
        ReportFolder.Require(run.Options.Out);
        run.Console.WriteLine("Four layers in a row are trained here beside one layer that is applied four times: how well does each predict how a molecule dissolves?");
        run.Console.WriteLine();
        run.Console.WriteLine($"Data    {origin}");
        run.Console.WriteLine($"Torch   {RunEnvironment.TorchName} on {device}");
        run.Console.WriteLine($"Depth   {SharedDepth.Depth}");

        var pass = GeneratedPass.Read();
        run.Console.Write(new Rule("what the compiler wrote for SharedDepth, with short names").LeftJustified());
        GeneratedPass.Write(run.Console, pass);
        run.Console.Write(new Rule(Markup.Escape($"training on {origin}")).LeftJustified());

        var settings = Settings.For(run.Options.Effort);
        var results = new Experiment(settings, run, device).Train(molecules);
        if (results.Count > 0)
        {
            var environment = RunEnvironment.Now(run.Options, device, typeof(Program).Assembly);
            Conclude(run, new Report(settings, environment, origin, pass, results));
        }
    }

    private static (IReadOnlyList<Measurement> Molecules, string Origin) Load(SampleRun run)
    {
        var found = DataLocator.OfThisMachine().Find(Measurements.Source, run.Options.Data, run.Cancellation);
        if (found.Path is null)
        {
            run.Console.MarkupLineInterpolated($"[yellow]No measured data: {found.Origin}. Name a file with --data. Until then the molecules are SYNTHETIC, and the figures say nothing about chemistry.[/]");
            return (Synthetic.Make(), "SYNTHETIC molecules, made up");
        }

        var molecules = Measurements.Read(found.Path);
        var published = Measurements.Fingerprint(molecules) == Measurements.Source.Fingerprint ? "as published" : "not the published values";
        return (molecules, FormattableString.Invariant($"{found.Origin}: {molecules.Count:N0} molecules, {published}"));
    }

    private static void Conclude(SampleRun run, Report report)
    {
        ConsoleTable.Write(run.Console, Summary.Of(report.Results));
        run.Console.WriteLine(Summary.Caption(report.Results));
        run.Console.WriteLine($"Report  {report.Write(run.Options.Out)}");
    }
}

using Molecules.Data;
using Molecules.Reports;
using Molecules.Training;
using Samples;
using Samples.CommandLine;
using Samples.Data;
using Samples.Reports;
using Spectre.Console;

namespace Molecules;

/// <summary>Predicts the solubility of molecules from their graphs, and compares ways to be deep.</summary>
public static class Program
{
    private const string Description = "Learns the solubility of molecules from their graphs, with stacked layers and with shared depth.";

    /// <summary>Runs the sample in the terminal.</summary>
    public static int Main(string[] args) => Run(args);

    /// <summary>Runs the sample.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="console">Where to show it; the terminal by default.</param>
    /// <param name="errors">Where to show errors; the terminal's error stream by default.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] arguments, IAnsiConsole? console = null, IAnsiConsole? errors = null)
        => new SampleCommand("molecules", Description, Work, MoleculeOptions.All) { Merge = Merge }.Run(arguments, console, errors);

    private static void Work(SampleRun run)
    {
        var device = Devices.Named(run.Options.Device);
        var settings = MoleculeOptions.Settings(run);
        var selection = MoleculeOptions.Select(run);
        var (set, origin, fingerprint) = Load(run, settings, selection.WithDescriptors);
        run.Console.WriteLine($"Data    {origin}");
        run.Console.WriteLine($"Torch   {RunEnvironment.TorchName} on {device}");
        foreach (var depth in selection.Depths)
        {
            run.Console.WriteLine($"Depth   {depth.Name}: {depth.Plan}");
        }

        var results = new Experiment(settings, selection, run, device).Train(GraphSet.Of(set.Rows, selection.WithDescriptors));
        if (results.Count > 0)
        {
            var told = new MoleculeRun(origin, fingerprint, set.Skipped, settings, selection, RunEnvironment.Now(run.Options, device, typeof(Program).Assembly), run.Options.Share);
            Conclude(run, new Report(new RunFile<MoleculeRun, FoldResult>(told, results)));
        }

        ReportSkipped(run, set);
    }

    private static void Merge(SampleRun run) => Conclude(run, new Report(Samples.Shares.Merge.Of<MoleculeRun, FoldResult>(run.Options.Out)));

    private static (MoleculeSet Set, string Origin, string Fingerprint) Load(SampleRun run, TrainingSettings settings, bool withDescriptors)
    {
        var found = DataLocator.OfThisMachine().Find(EsolTable.Source, run.Options.Data, run.Cancellation);
        if (found.Path is null)
        {
            throw new SampleException($"There are no measured data: {found.Origin}. Get that file elsewhere and name it with --data, or put it as esol.csv into a folder that $SCOREGEN_DATA names.");
        }

        var set = EsolTable.Read(found.Path, withDescriptors);
        if (set.Rows.Count < 2 * settings.Folds)
        {
            throw new SampleException($"{found.Path} has {set.Rows.Count} molecules that can be read. At least {2 * settings.Folds} are needed for {settings.Folds} folds.");
        }

        var fingerprint = EsolTable.Source.FingerprintOf(found.Path);
        var published = fingerprint == EsolTable.Source.Fingerprint ? "as published" : "not the published values";
        return (set, FormattableString.Invariant($"{found.Origin}: {set.Rows.Count:N0} molecules, {published}"), fingerprint);
    }

    private static void Conclude(SampleRun run, Report report)
    {
        ConsoleTable.Write(run.Console, Summary.Of(report.Results));
        run.Console.WriteLine(Summary.Caption);
        run.Console.WriteLine($"Report  {report.Write(run.Options.Out)}");
    }

    private static void ReportSkipped(SampleRun run, MoleculeSet set)
    {
        if (set.Skipped.Count > 0)
        {
            run.Console.MarkupLineInterpolated($"[yellow]Rows left out, because their SMILES is wrong: {set.Skipped.Count} of {set.Skipped.Count + set.Rows.Count}[/]");
            set.Skipped.ToList().ForEach(row => run.Console.WriteLine($"  {row}"));
        }
    }
}

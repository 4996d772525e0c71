using NanoGpt.Data;
using NanoGpt.Reports;
using NanoGpt.Training;
using Samples.CommandLine;
using Samples.Data;
using Samples.Reports;
using Spectre.Console;
using TorchSharp;

namespace NanoGpt;

/// <summary>Trains a small GPT on characters, and compares ways to be deep.</summary>
public static class Program
{
    private const string Description = "Learns to write like Shakespeare, character by character, with stacked blocks and with shared depth.";

    /// <summary>Runs the sample in the terminal.</summary>
    public static int Main(string[] args) => Run(args);

    /// <summary>Runs the sample.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="console">Where to show it; the terminal by default.</param>
    /// <param name="errors">Where to show errors; the terminal's error stream by default.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] arguments, IAnsiConsole? console = null, IAnsiConsole? errors = null)
        => new SampleCommand("nanogpt", Description, Work, GptOptions.All) { WorksTogether = true, Merge = Merge }.Run(arguments, console, errors);

    private static void Work(SampleRun run)
    {
        var device = Devices.Named(run.Options.Device, run.Communicator.LocalRank);
        var (settings, rules, threads) = (GptOptions.Settings(run), GptOptions.Rules(run), GptOptions.ThreadCount(run));
        settings.RequireWorkFor(run.Communicator.Count);
        torch.set_num_threads(threads);
        var (corpus, origin) = Load(run, settings);
        if (run.Communicator.IsFirst)
        {
            ReportFolder.Require(run.Options.Out);
        }

        run.Console.WriteLine($"Data    {origin}");
        run.Console.WriteLine($"Torch   {RunEnvironment.TorchName} on {device}{(run.Communicator.Count > 1 ? $", {run.Communicator.Count} processes" : "")}");
        foreach (var rule in rules)
        {
            run.Console.WriteLine($"Depth   {rule.Name}: {rule.Plan}");
        }

        var results = new Experiment(settings, rules, run, device).Train(corpus, GptOptions.Resumes(run));
        if (results.Count > 0 && run.Communicator.IsFirst)
        {
            var environment = RunEnvironment.Now(run.Options, device, typeof(Program).Assembly);
            var told = new GptRun(origin, corpus.Fingerprint, settings, rules, run.Communicator.Count, threads, environment, run.Options.Share);
            Conclude(run, new Report(new RunFile<GptRun, RunResult>(told, results)));
        }
    }

    private static void Merge(SampleRun run) => Conclude(run, new Report(Samples.Shares.Merge.Of<GptRun, RunResult>(run.Options.Out)));

    private static (Corpus Corpus, string Origin) Load(SampleRun run, TrainingSettings settings)
    {
        var found = DataLocator.OfThisMachine().Find(TinyShakespeare.Source, run.Options.Data, run.Cancellation);
        if (found.Path is null)
        {
            run.Console.MarkupLineInterpolated($"[yellow]No text: {found.Origin}. Name a file with --data. Until then the text is SYNTHETIC, and the figures say nothing about language.[/]");
            return (Corpus.Of(SyntheticText.Make(), settings.Context, "The synthetic text"), "SYNTHETIC text, made up");
        }

        var corpus = Corpus.Of(TextFile.Read(found.Path), settings.Context, found.Path);
        var published = TinyShakespeare.Source.IsGenuine(found.Path) ? "as published" : "not the published text";
        return (corpus, FormattableString.Invariant($"{found.Origin}: {corpus.Train.Length + corpus.Validation.Length:N0} characters, {corpus.Vocabulary.Characters.Count} distinct, {published}"));
    }

    private static void Conclude(SampleRun run, Report report)
    {
        foreach (var result in report.Results.DistinctBy(result => result.Model))
        {
            run.Console.Write(new Rule(Markup.Escape($"what {result.Model} writes")).LeftJustified());
            run.Console.WriteLine(result.Sample);
        }

        ConsoleTable.Write(run.Console, Summary.Of(report.Results));
        run.Console.WriteLine(Summary.Caption);
        run.Console.WriteLine($"Report  {report.Write(run.Options.Out)}");
    }
}

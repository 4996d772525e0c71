using System.CommandLine;
using Samples.CommandLine;
using Samples.Reports;
using Spectre.Console;
using Zoo.Reports;
using static TorchSharp.torch;

namespace Zoo;

/// <summary>Trains the systems of the field, each an annotated class, and says whether what their authors found is seen here.</summary>
public static class Program
{
    private const string Description = "Trains systems of the field, each of them one annotated class, and says which of their published properties are seen.";

    private const int SeedsOfFull = 3;

    private static readonly Argument<string[]> Systems = Choices.Listed<DepthSystem>("system", "What to run");

    private static readonly Option<int?> Seeds = Choices.Count("--seeds", "How often to run each system");

    /// <summary>Runs the sample in the terminal.</summary>
    public static int Main(string[] args) => Run(args);

    /// <summary>Runs the sample.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="console">Where to show it; the terminal by default.</param>
    /// <param name="errors">Where to show errors; the terminal's error stream by default.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] arguments, IAnsiConsole? console = null, IAnsiConsole? errors = null)
        => new SampleCommand("zoo", Description, Work, Systems, Seeds) { Merge = Merge }.Run(arguments, console, errors);

    private static void Work(SampleRun run)
    {
        // These tensors are too small to share between cores: waiting for each other would cost more than the work.
        set_num_threads(1);
        var device = Devices.Named(run.Options.Device);
        ReportFolder.Require(run.Options.Out);
        var systems = Choices.Chosen<DepthSystem>(run.Value(Systems)) ?? DepthSystem.All;
        foreach (var system in systems)
        {
            run.Console.WriteLine($"{system.Name}: {system.Expected}");
        }

        var told = new ZooRun(systems, run.Value(Seeds) ?? (run.Options.Effort == Effort.Full ? SeedsOfFull : 1), RunEnvironment.Now(run.Options, device, typeof(Program).Assembly), run.Options.Share);
        var results = new Experiment(told, run, device).Run();
        if (results.Count > 0)
        {
            Conclude(run, new Report(new RunFile<ZooRun, Result>(told, results)));
        }
    }

    private static void Merge(SampleRun run) => Conclude(run, new Report(Samples.Shares.Merge.Of<ZooRun, Result>(run.Options.Out)));

    private static void Conclude(SampleRun run, Report report)
    {
        ConsoleTable.Write(run.Console, Summary.Of(report.Results));
        run.Console.WriteLine(Summary.Caption(report.Results));
        run.Console.WriteLine($"Report  {report.Write(run.Options.Out)}");
    }
}

using Spectre.Console;

namespace Samples.Progress;

/// <summary>Shows work while it is done: bars on a terminal, plain lines where the output is redirected.</summary>
public static class LiveProgress
{
    /// <summary>Does the work, with one bar for each workload.</summary>
    public static void Run(IAnsiConsole console, IReadOnlyList<Workload> workloads, Action<IReadOnlyList<ILiveBar>> work)
    {
        if (!console.Profile.Capabilities.Interactive || !console.Profile.Capabilities.Ansi)
        {
            work([.. workloads.Select(workload => new PlainBar(console, workload))]);
            return;
        }

        var status = new StatusColumn();
        console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), status, new RemainingTimeColumn())
            .Start(context => work([.. workloads.Select(workload => new TerminalBar(context, status, workload))]));
    }
}

using System.Diagnostics;
using Spectre.Console;

namespace Samples.Progress;

/// <summary>Writes a line for each tenth of the work.</summary>
internal sealed class PlainBar(IAnsiConsole console, Workload workload) : ILiveBar
{
    private const int Lines = 10;

    private readonly Stopwatch clock = new();
    private int done;

    public void Advance(string status)
    {
        done++;
        if (done * Lines / workload.Units != (done - 1) * Lines / workload.Units)
        {
            console.WriteLine(FormattableString.Invariant($"{workload.Name}: {100 * done / workload.Units} %, {status}, {SecondsLeft():0} s left"));
        }

        clock.Start();
    }

    /// <summary>The clock starts at the end of the first unit, so the first does not count.</summary>
    private double SecondsLeft() => done > 1 ? clock.Elapsed.TotalSeconds / (done - 1) * (workload.Units - done) : 0;
}

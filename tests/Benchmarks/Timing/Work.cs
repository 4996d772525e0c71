using System.Diagnostics;

namespace Benchmarks.Timing;

/// <summary>Work in this process.</summary>
internal sealed class Work(Action run) : IWork
{
    public double Time(int runs)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < runs; i++)
        {
            run();
        }

        return watch.Elapsed.TotalSeconds;
    }
}

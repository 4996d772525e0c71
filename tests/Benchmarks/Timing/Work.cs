using System.Diagnostics;

namespace Benchmarks.Timing;

/// <summary>Work in this process.</summary>
/// <param name="run">What is timed.</param>
/// <param name="settle">Waits until it is done, where it goes on elsewhere.</param>
internal sealed class Work(Action run, Action? settle = null) : IWork
{
    public double Time(int runs)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < runs; i++)
        {
            run();
        }

        settle?.Invoke();
        return watch.Elapsed.TotalSeconds;
    }
}

namespace Benchmarks.Timing;

/// <summary>Something that can be run a number of times and says how long that took.</summary>
internal interface IWork
{
    /// <summary>Seconds for a number of runs.</summary>
    double Time(int runs);
}

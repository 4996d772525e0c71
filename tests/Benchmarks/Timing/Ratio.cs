namespace Benchmarks.Timing;

/// <summary>How much time one piece of work takes in terms of another, from pairs that were run in turns.</summary>
/// <param name="Median">The median of the pairs' ratios.</param>
/// <param name="Low">Their lower quartile.</param>
/// <param name="High">Their upper quartile.</param>
/// <param name="Seconds">The median seconds of one run of the work.</param>
/// <param name="BaseSeconds">The median seconds of one run of what it is compared with.</param>
internal sealed record Ratio(double Median, double Low, double High, double Seconds, double BaseSeconds)
{
    private const double TargetSeconds = 0.02;

    /// <summary>Runs the two in turns, each turn long enough to be timed.</summary>
    public static Ratio Measure(IWork work, IWork baseline, int pairs)
    {
        WarmUp(work, baseline);
        var runs = Math.Max(Calibrate(work), Calibrate(baseline));
        var (times, baseTimes) = (new double[pairs], new double[pairs]);
        for (var i = 0; i < pairs; i++)
        {
            // The order alternates, so that a drift of the machine's speed favours neither.
            if (i % 2 == 0)
            {
                times[i] = Turn(work);
                baseTimes[i] = Turn(baseline);
            }
            else
            {
                baseTimes[i] = Turn(baseline);
                times[i] = Turn(work);
            }
        }

        var ratios = times.Zip(baseTimes, (time, baseTime) => time / baseTime).ToArray();
        return new Ratio(Quantile(ratios, 0.5), Quantile(ratios, 0.25), Quantile(ratios, 0.75), Quantile(times, 0.5), Quantile(baseTimes, 0.5));

        double Turn(IWork each) => each.Time(runs) / runs;
    }

    /// <summary>The runtime compiles what runs often once more, with what it has learned, when nothing new has been compiled for 100 ms; twice for loops.</summary>
    private static void WarmUp(IWork work, IWork baseline)
    {
        for (var i = 0; i < 3; i++)
        {
            work.Time(Calibrate(work) * 3);
            baseline.Time(Calibrate(baseline) * 3);
            Thread.Sleep(150);
        }
    }

    private static int Calibrate(IWork work)
    {
        work.Time(3);
        var runs = 1;
        while (work.Time(runs) < TargetSeconds / 2 && runs < 1 << 20)
        {
            runs *= 2;
        }

        return runs;
    }

    private static double Quantile(double[] values, double share)
    {
        var sorted = values.Order().ToArray();
        var position = share * (sorted.Length - 1);
        var below = (int)position;
        return below + 1 < sorted.Length ? sorted[below] + ((position - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}

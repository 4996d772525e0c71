using System.Diagnostics;
using System.Globalization;

namespace ScoreGen.Grammar.Tests.Soak;

/// <summary>How long to go on: some rounds, or as many minutes as $SCOREGEN_SOAK_MINUTES says (./build.sh soak sets it).</summary>
internal sealed class Budget(int rounds)
{
    private static readonly string? Minutes = Environment.GetEnvironmentVariable("SCOREGEN_SOAK_MINUTES");

    private readonly Stopwatch watch = Stopwatch.StartNew();

    public int Round { get; private set; }

    /// <summary>The share that is used up, 0 to 1.</summary>
    public double Used => Minutes is null
        ? (double)Round / rounds
        : watch.Elapsed.TotalMinutes / double.Parse(Minutes, CultureInfo.InvariantCulture);

    public bool Next()
    {
        Round++;
        return Used <= 1;
    }
}

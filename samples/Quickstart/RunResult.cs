namespace Quickstart;

/// <summary>What came of one training.</summary>
/// <param name="Model">Which contender.</param>
/// <param name="Seed">The seed of the division, of the first weights and of the order of the molecules.</param>
/// <param name="Parameters">How many numbers were learned.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="TrainRmse">The error on what it learned from, in log10 mol/l.</param>
/// <param name="TestRmse">The error on what it never saw, in log10 mol/l.</param>
/// <param name="MeanRmse">The test error of always saying the mean of the training part.</param>
/// <param name="Loss">The mean training loss of each epoch (squared error of the standardised target).</param>
/// <param name="TestLoss">The same on what it never saw, after each epoch. Nothing is chosen by it.</param>
public sealed record RunResult(
    string Model,
    int Seed,
    long Parameters,
    double Seconds,
    double TrainRmse,
    double TestRmse,
    double MeanRmse,
    IReadOnlyList<double> Loss,
    IReadOnlyList<double> TestLoss);

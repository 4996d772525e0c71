namespace Molecules.Training;

/// <summary>What came of training on one fold.</summary>
/// <param name="Model">Which contender.</param>
/// <param name="Split">How the molecules were divided.</param>
/// <param name="Seed">The seed of the division, of the first weights and of the order of the molecules.</param>
/// <param name="Fold">The fold that was judged, from 0.</param>
/// <param name="Parameters">How many numbers were learned.</param>
/// <param name="Evaluations">How often a pass evaluates the step.</param>
/// <param name="Seconds">How long the training took.</param>
/// <param name="TrainRmse">The error on what it learned from, in log10 mol/l.</param>
/// <param name="TestRmse">The error on what it never saw, in log10 mol/l.</param>
/// <param name="MeanRmse">The test error of always saying the mean of the training part.</param>
/// <param name="Loss">The mean training loss of each epoch (absolute error of the standardised target).</param>
/// <param name="TestLoss">The same on what it never saw, after each epoch. Nothing is chosen by it.</param>
public sealed record FoldResult(
    string Model,
    string Split,
    int Seed,
    int Fold,
    long Parameters,
    int Evaluations,
    double Seconds,
    double TrainRmse,
    double TestRmse,
    double MeanRmse,
    IReadOnlyList<double> Loss,
    IReadOnlyList<double> TestLoss);

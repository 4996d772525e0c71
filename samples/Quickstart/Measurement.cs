namespace Quickstart;

/// <summary>A molecule, as the model sees it.</summary>
/// <param name="Descriptors">What was computed from its structure, in the order of <see cref="Samples.Data.Esol.Descriptors"/>.</param>
/// <param name="Solubility">What was measured: log10 of mol/l in water.</param>
public sealed record Measurement(IReadOnlyList<double> Descriptors, double Solubility);

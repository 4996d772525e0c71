using Zoo.Reports;

namespace Zoo;

/// <summary>What one run of a system found.</summary>
/// <param name="Figures">What was measured.</param>
/// <param name="Claims">What is expected of it.</param>
/// <param name="Picture">The picture that shows it.</param>
public sealed record Findings(IReadOnlyList<Figure> Figures, IReadOnlyList<Claim> Claims, Picture Picture);

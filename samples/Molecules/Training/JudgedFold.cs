namespace Molecules.Training;

/// <summary>One training: it learns from the other folds, and is judged by this one.</summary>
/// <param name="Contender">What is trained.</param>
/// <param name="Seed">The seed of the division, of the first weights and of the order of the molecules.</param>
/// <param name="Fold">The fold, from 0.</param>
public sealed record JudgedFold(Contender Contender, int Seed, int Fold);

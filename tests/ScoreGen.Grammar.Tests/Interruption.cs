namespace ScoreGen.Grammar.Tests;

/// <summary>Makes the function of the cases fail on this thread, at an evaluation that a test chooses.</summary>
internal static class Interruption
{
    [ThreadStatic]
    private static int evaluationsLeft;

    /// <summary>Fails at the given evaluation from now on, counted from 1; 0 calls it off.</summary>
    public static void At(int evaluation) => evaluationsLeft = evaluation;

    /// <exception cref="TimeoutException">This is the evaluation.</exception>
    public static void Evaluated()
    {
        if (evaluationsLeft > 0 && --evaluationsLeft == 0)
        {
            throw new TimeoutException("The function gave up.");
        }
    }
}

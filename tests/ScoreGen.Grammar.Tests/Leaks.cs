using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Grammar.Tests;

/// <summary>Counts tensors that are still alive.</summary>
internal static class Leaks
{
    /// <summary>Runs an action in a scope of its own and requires that it leaves no tensor alive, once it has run before.</summary>
    public static void RequireNone(Action action)
    {
        Run(action);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Run(action);
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    private static void Run(Action action)
    {
        using var scope = NewDisposeScope();
        action();
    }
}

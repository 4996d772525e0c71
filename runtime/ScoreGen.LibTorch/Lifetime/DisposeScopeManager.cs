using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The scopes of one thread and what they have counted.</summary>
public class DisposeScopeManager
{
    /// <summary>
    /// After so many tensors that nobody has disposed the thread asks for a collection of the youngest objects: a small tensor
    /// weighs little for the garbage collector, but ten times as much in native memory.
    /// </summary>
    private const int MostForgotten = 8192;

    [ThreadStatic]
    private static DisposeScopeManager? current;

    private int undisposed;

    /// <summary>What this thread has made and disposed.</summary>
    public static ThreadDisposeScopeStatistics Statistics => ThreadSingleton.StatisticsInstance;

    internal static DisposeScopeManager ThreadSingleton => current ??= new();

    internal ThreadDisposeScopeStatistics StatisticsInstance { get; } = new();

    internal DisposeScope? CurrentDisposeScope { get; private set; }

    internal void Register(Tensor tensor)
    {
        if (++undisposed > MostForgotten)
        {
            undisposed = 0;
            GC.Collect(0, GCCollectionMode.Forced, blocking: false);
        }
        if (CurrentDisposeScope is not { } scope)
        {
            StatisticsInstance.TensorStatistics.CreatedOutsideScopeCount++;
            return;
        }
        StatisticsInstance.TensorStatistics.CreatedInScopeCount++;
        scope.Add(tensor);
    }

    internal void Disposing(Tensor tensor)
    {
        undisposed--;
        if (tensor.OwningDisposeScope is { } scope)
        {
            StatisticsInstance.TensorStatistics.DisposedInScopeCount++;
            scope.Forget(tensor);
        }
        else
        {
            StatisticsInstance.TensorStatistics.DisposedOutsideScopeCount++;
        }
    }

    /// <summary>The garbage collector has found a tensor that no scope holds.</summary>
    internal void Finalized()
    {
        undisposed--;
        StatisticsInstance.TensorStatistics.DisposedOutsideScopeCount++;
    }

    internal DisposeScope NewDisposeScope() => CurrentDisposeScope = new DisposeScope(this);

    internal void RemoveDisposeScope(DisposeScope scope)
    {
        if (ReferenceEquals(CurrentDisposeScope, scope))
        {
            CurrentDisposeScope = scope.OuterScope;
            return;
        }
        for (var inner = CurrentDisposeScope; inner is not null; inner = inner.OuterScope)
        {
            if (!ReferenceEquals(inner.OuterScope, scope))
                continue;
            inner.OuterScope = scope.OuterScope;
            return;
        }
    }
}

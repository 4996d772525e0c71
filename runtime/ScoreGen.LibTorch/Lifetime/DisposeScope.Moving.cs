using static TorchSharp.torch;

namespace TorchSharp;

public sealed partial class DisposeScope
{
    /// <summary>Moves objects of this scope to the scope around it, or out of all scopes where there is none.</summary>
    public T MoveToOuter<T>(T disposable) where T : IDisposable => MoveToOther(OuterScope, disposable);

    /// <inheritdoc cref="MoveToOuter{T}(T)"/>
    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable =>
        MoveToOther(OuterScope, first, second);

    /// <inheritdoc cref="MoveToOuter{T}(T)"/>
    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable => MoveToOther(OuterScope, first, second, third);

    /// <inheritdoc cref="MoveToOuter{T}(T)"/>
    public void MoveToOuter(params IDisposable[] disposables) => MoveToOther(OuterScope, disposables);

    /// <inheritdoc cref="MoveToOuter{T}(T)"/>
    public void MoveToOuter(IEnumerable<IDisposable> disposables) => MoveToOther(OuterScope, disposables);

    /// <summary>Moves objects of this scope to another, or out of all scopes where that is null.</summary>
    public T MoveToOther<T>(DisposeScope? scope, T disposable) where T : IDisposable
    {
        Move(scope, disposable);
        return disposable;
    }

    /// <inheritdoc cref="MoveToOther{T}(DisposeScope?, T)"/>
    public (T1 first, T2 second) MoveToOther<T1, T2>(DisposeScope? scope, T1 first, T2 second)
        where T1 : IDisposable where T2 : IDisposable
    {
        Move(scope, first);
        Move(scope, second);
        return (first, second);
    }

    /// <inheritdoc cref="MoveToOther{T}(DisposeScope?, T)"/>
    public (T1 first, T2 second, T3 third) MoveToOther<T1, T2, T3>(DisposeScope? scope, T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        MoveToOther(scope, first, second);
        Move(scope, third);
        return (first, second, third);
    }

    /// <inheritdoc cref="MoveToOther{T}(DisposeScope?, T)"/>
    public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables) =>
        MoveToOther(scope, (IEnumerable<IDisposable>)disposables);

    /// <inheritdoc cref="MoveToOther{T}(DisposeScope?, T)"/>
    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables)
    {
        Living();
        foreach (var disposable in disposables)
            Move(scope, disposable);
    }

    /// <summary>Takes objects of this scope out of all scopes, so that only their own Dispose frees them.</summary>
    public T Detach<T>(T disposable) where T : IDisposable => MoveToOther(null, disposable);

    /// <inheritdoc cref="Detach{T}(T)"/>
    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable =>
        MoveToOther(null, first, second);

    /// <inheritdoc cref="Detach{T}(T)"/>
    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable => MoveToOther(null, first, second, third);

    /// <inheritdoc cref="Detach{T}(T)"/>
    public void Detach(params IDisposable[] disposables) => MoveToOther(null, disposables);

    /// <inheritdoc cref="Detach{T}(T)"/>
    public void Detach(IEnumerable<IDisposable> disposables) => MoveToOther(null, disposables);

    /// <inheritdoc cref="DisposeEverythingBut(IEnumerable{IDisposable})"/>
    /// <returns>What was kept.</returns>
    public T DisposeEverythingBut<T>(T keep) where T : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[keep]);
        return keep;
    }

    /// <inheritdoc cref="DisposeEverythingBut{T}(T)"/>
    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[first, second]);
        return (first, second);
    }

    /// <inheritdoc cref="DisposeEverythingBut{T}(T)"/>
    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[first, second, third]);
        return (first, second, third);
    }

    private void Move(DisposeScope? scope, IDisposable disposable)
    {
        var owner = Living();
        if (!Contains(disposable))
            return;
        var tensor = (Tensor)disposable;
        Remove(tensor);
        if (scope is not null)
            scope.Add(tensor);
        else
            owner.StatisticsInstance.TensorStatistics.DetachedFromScopeCount++;
    }
}

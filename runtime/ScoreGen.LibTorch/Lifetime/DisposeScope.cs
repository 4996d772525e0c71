using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Disposes the tensors that its thread makes while it is the innermost scope, except those that are moved out of it or
/// detached. Made by <see cref="torch.NewDisposeScope"/>. Scopes belong to one thread and do not flow across await.
/// </summary>
public sealed partial class DisposeScope : IDisposable
{
    private DisposeScopeManager? manager;
    private HashSet<IDisposable> members = new(ReferenceEqualityComparer.Instance);

    internal DisposeScope(DisposeScopeManager manager)
    {
        this.manager = manager;
        OuterScope = manager.CurrentDisposeScope;
    }

    internal DisposeScope? OuterScope { get; set; }

    /// <summary>What the scope would dispose, as a copy.</summary>
    /// <exception cref="ObjectDisposedException">The scope is disposed.</exception>
    public IReadOnlyList<IDisposable> DisposablesView
    {
        get
        {
            Living();
            return [.. members];
        }
    }

    /// <summary>How many objects the scope would dispose.</summary>
    /// <exception cref="ObjectDisposedException">The scope is disposed.</exception>
    public int DisposablesCount
    {
        get
        {
            Living();
            return members.Count;
        }
    }

    /// <summary>Whether the scope would dispose <paramref name="disposable"/>.</summary>
    public bool Contains(IDisposable disposable) => members.Contains(disposable);

    /// <summary>Puts objects under this scope, taking them from any other.</summary>
    public void Attach(IDisposable disposable) => Attach((IEnumerable<IDisposable>)[disposable]);

    /// <inheritdoc cref="Attach(IDisposable)"/>
    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    /// <inheritdoc cref="Attach(IDisposable)"/>
    /// <returns>The objects.</returns>
    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        var owner = Living();
        var attached = new List<IDisposable>();
        foreach (var disposable in disposables)
        {
            if (Adopt(disposable))
                owner.StatisticsInstance.TensorStatistics.AttachedToScopeCount++;
            attached.Add(disposable);
        }
        return attached;
    }

    /// <summary>Disposes all that the scope holds; the scope stays open.</summary>
    public void DisposeEverything() => DisposeEverythingBut((IEnumerable<IDisposable>)[]);

    /// <summary>Disposes all that the scope holds except <paramref name="inKeep"/>; the scope stays open.</summary>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        Living();
        var old = members;
        members = new(inKeep, ReferenceEqualityComparer.Instance);
        foreach (var disposable in old)
        {
            if (!members.Contains(disposable))
                disposable.Dispose();
        }
    }

    /// <inheritdoc cref="DisposeEverythingBut(IEnumerable{IDisposable})"/>
    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    /// <summary>Disposes all that the scope holds and closes it. The scope around it becomes the current one.</summary>
    public void Dispose()
    {
        if (manager is null)
            return;
        DisposeEverything();
        manager.RemoveDisposeScope(this);
        manager = null;
    }

    /// <summary>Forgets an object that has been disposed elsewhere.</summary>
    public void MarkAsDisposed(IDisposable disposable)
    {
        Living();
        Forget((Tensor)disposable);
    }

    internal void Add(Tensor tensor) => members.Add(tensor);

    internal void Forget(Tensor tensor)
    {
        members.Remove(tensor);
        tensor.OwningDisposeScope = null;
    }

    /// <summary>Puts a tensor that took over the handle of <paramref name="original"/> in its place.</summary>
    internal static void ReplaceWith(Tensor original, Tensor replacement)
    {
        if (original.OwningDisposeScope is not { } scope || !scope.members.Remove(original))
            return;
        original.OwningDisposeScope = null;
        scope.Adopt(replacement);
    }

    private bool Adopt(IDisposable disposable)
    {
        if (disposable is not Tensor tensor)
            throw new InvalidOperationException("DisposeScope can only manage Tensor or PackedSequence");
        var old = tensor.OwningDisposeScope;
        if (ReferenceEquals(old, this))
            return false;
        members.Add(tensor);
        old?.members.Remove(tensor);
        tensor.OwningDisposeScope = this;
        return true;
    }

    private DisposeScopeManager Living() => manager ?? throw new ObjectDisposedException(typeof(DisposeScope).FullName);
}

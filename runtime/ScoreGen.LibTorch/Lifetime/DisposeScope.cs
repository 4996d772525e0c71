using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Disposes the tensors that its thread makes while it is the innermost scope, except those that are moved out of it or
/// detached. Made by <see cref="torch.NewDisposeScope"/>. Scopes belong to one thread and do not flow across await.
/// </summary>
public sealed partial class DisposeScope : IDisposable
{
    private DisposeScopeManager? manager;
    // What the scope holds, as a list through the tensors themselves: a tensor is under one scope at most.
    private Tensor? first;
    private Tensor? last;
    private int count;

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
            var view = new List<IDisposable>(count);
            for (var tensor = first; tensor is not null; tensor = tensor.NextInScope)
                view.Add(tensor);
            return view;
        }
    }

    /// <summary>How many objects the scope would dispose.</summary>
    /// <exception cref="ObjectDisposedException">The scope is disposed.</exception>
    public int DisposablesCount
    {
        get
        {
            Living();
            return count;
        }
    }

    /// <summary>Whether the scope would dispose <paramref name="disposable"/>.</summary>
    public bool Contains(IDisposable disposable) => disposable is Tensor tensor && ReferenceEquals(tensor.OwningDisposeScope, this);

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
    public void DisposeEverything()
    {
        Living();
        while (first is { } tensor)
        {
            tensor.Dispose();
            if (ReferenceEquals(first, tensor))
                Remove(tensor);
        }
    }

    /// <summary>Disposes all that the scope holds except <paramref name="inKeep"/>, which it holds from now on; the scope stays open.</summary>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        Living();
        var kept = inKeep.OfType<Tensor>().ToList();
        foreach (var tensor in kept)
            tensor.OwningDisposeScope?.Remove(tensor);
        DisposeEverything();
        foreach (var tensor in kept)
            Adopt(tensor);
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

    internal void Add(Tensor tensor)
    {
        tensor.OwningDisposeScope = this;
        tensor.PreviousInScope = last;
        if (last is null)
            first = tensor;
        else
            last.NextInScope = tensor;
        last = tensor;
        count++;
    }

    internal void Forget(Tensor tensor)
    {
        if (ReferenceEquals(tensor.OwningDisposeScope, this))
            Remove(tensor);
    }

    /// <summary>Puts a tensor that took over the handle of <paramref name="original"/> in its place.</summary>
    internal static void ReplaceWith(Tensor original, Tensor replacement)
    {
        if (original.OwningDisposeScope is not { } scope)
            return;
        scope.Remove(original);
        scope.Adopt(replacement);
    }

    private void Remove(Tensor tensor)
    {
        var (previous, next) = (tensor.PreviousInScope, tensor.NextInScope);
        if (previous is null)
            first = next;
        else
            previous.NextInScope = next;
        if (next is null)
            last = previous;
        else
            next.PreviousInScope = previous;
        tensor.PreviousInScope = tensor.NextInScope = null;
        tensor.OwningDisposeScope = null;
        count--;
    }

    private bool Adopt(IDisposable disposable)
    {
        if (disposable is not Tensor tensor)
            throw new InvalidOperationException("DisposeScope can only manage Tensor or PackedSequence");
        var old = tensor.OwningDisposeScope;
        if (ReferenceEquals(old, this))
            return false;
        old?.Remove(tensor);
        Add(tensor);
        return true;
    }

    private DisposeScopeManager Living() => manager ?? throw new ObjectDisposedException(typeof(DisposeScope).FullName);
}

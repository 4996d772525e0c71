using System.Collections;

namespace TorchSharp.Modules;

/// <summary>
/// A list of modules or parameters, registered under their positions when the list itself is registered. What is added after that moment is not
/// registered.
/// </summary>
public abstract class ComponentList<T> : torch.nn.Module, IList<T>
{
    private protected ComponentList(string name)
        : base(name)
    {
    }

    private protected List<T> Items { get; } = [];

    private protected bool IsRegistered { get; private set; }

    private protected abstract void Register(string name, T component);

    /// <summary>The number of components.</summary>
    public int Count => Items.Count;

    /// <summary>Always false.</summary>
    public bool IsReadOnly => false;

    /// <summary>The component at a position.</summary>
    public T this[int index]
    {
        get => Items[index];
        set => Items[index] = value;
    }

    /// <summary>Registers each component under its position, once.</summary>
    protected override void RegisterComponents()
    {
        if (IsRegistered)
            return;
        for (var i = 0; i < Items.Count; i++)
            Register($"{i}", Items[i]);
        IsRegistered = true;
    }

    /// <summary>Adds a component at the end.</summary>
    public void Add(T item) => Items.Add(item);

    /// <summary>Adds components at the end.</summary>
    public void append(params T[] parameters)
    {
        if (parameters is not null)
            Items.AddRange(parameters);
    }

    /// <summary>Adds a component at a position.</summary>
    public void Insert(int index, T item) => Items.Insert(index, item);

    /// <summary>Removes a component; false when it was not there.</summary>
    public bool Remove(T item) => Items.Remove(item);

    /// <summary>Removes the component at a position.</summary>
    public void RemoveAt(int index) => Items.RemoveAt(index);

    /// <summary>Removes all components.</summary>
    public void Clear() => Items.Clear();

    /// <summary>Whether the component is there.</summary>
    public bool Contains(T item) => Items.Contains(item);

    /// <summary>The position of a component, or -1.</summary>
    public int IndexOf(T item) => Items.IndexOf(item);

    /// <summary>Copies the components in order.</summary>
    public void CopyTo(T[] array, int arrayIndex) => Items.CopyTo(array, arrayIndex);

    /// <summary>The components in order.</summary>
    public IEnumerator<T> GetEnumerator() => Items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

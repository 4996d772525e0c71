using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>
/// Modules or parameters by name, in the order in which they were added, registered when the dictionary itself is registered. What is added after
/// that moment is not registered.
/// </summary>
public abstract class ComponentDict<T> : torch.nn.Module, IDictionary<string, T>, IList<(string, T)>
{
    private protected ComponentDict(string name)
        : base(name)
    {
    }

    private protected OrderedDict<string, T> Entries { get; } = new();

    private protected bool IsRegistered { get; private set; }

    private protected abstract void Register(string name, T component);

    /// <summary>The number of components.</summary>
    public int Count => Entries.Count;

    /// <summary>Always false.</summary>
    public bool IsReadOnly => false;

    /// <summary>The names in order.</summary>
    public ICollection<string> Keys => Entries.Keys;

    /// <summary>The components in order.</summary>
    public ICollection<T> Values => Entries.Values;

    /// <summary>Name and component at a position.</summary>
    public (string, T) this[int index]
    {
        get => Entries[index];
        set => Entries[index] = value;
    }

    /// <summary>The component with a name; setting a new name appends it.</summary>
    public T this[string key]
    {
        get => Entries[key];
        set => Entries[key] = value;
    }

    /// <summary>Registers each component under its name, once.</summary>
    protected override void RegisterComponents()
    {
        if (IsRegistered)
            return;
        foreach (var (key, value) in Entries)
            Register(key, value);
        IsRegistered = true;
    }

    /// <summary>Names and components in order.</summary>
    public IEnumerator<(string, T)> items() => Entries.items();

    /// <summary>The names in order.</summary>
    public IEnumerable<string> keys() => Entries.keys();

    /// <summary>The components in order.</summary>
    public IEnumerable<T> values() => Entries.values();

    /// <summary>Removes all components.</summary>
    public void clear() => Entries.clear();

    /// <summary>Adds a component at the end.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public void Add((string, T) item) => Entries.Add(item);

    /// <summary>Adds a component at the end.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public void Add(string key, T value) => Entries.Add(key, value);

    /// <summary>Adds a component at the end.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public void Add(KeyValuePair<string, T> item) => Entries.Add(item);

    /// <summary>Adds a component at a position.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public void Insert(int index, (string, T) item) => Entries.Insert(index, item);

    /// <summary>Removes a name; false when it was not there.</summary>
    public bool Remove(string key) => Entries.Remove(key);

    /// <summary>Removes name and component; false when they are not there together.</summary>
    public bool Remove((string, T) item) => Entries.Remove(item);

    /// <summary>Removes name and component; false when they are not there together.</summary>
    public bool Remove(KeyValuePair<string, T> item) => Entries.Remove(item);

    /// <summary>Removes the component at a position.</summary>
    public void RemoveAt(int index) => Entries.RemoveAt(index);

    /// <summary>Removes all components.</summary>
    public void Clear() => Entries.Clear();

    /// <summary>Whether the name is there.</summary>
    public bool ContainsKey(string key) => Entries.ContainsKey(key);

    /// <summary>Whether name and component are there together.</summary>
    public bool Contains((string, T) item) => Entries.Contains(item);

    /// <summary>Whether name and component are there together.</summary>
    public bool Contains(KeyValuePair<string, T> item) => Entries.Contains(item);

    /// <summary>The position of name and component, or -1.</summary>
    public int IndexOf((string, T) item) => Entries.IndexOf(item);

    /// <summary>The component with a name; false when it is not there.</summary>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => Entries.TryGetValue(key, out value);

    /// <summary>Copies names and components in order.</summary>
    public void CopyTo((string, T)[] array, int arrayIndex) => Entries.CopyTo(array, arrayIndex);

    /// <summary>Copies names and components in order.</summary>
    public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => Entries.CopyTo(array, arrayIndex);

    /// <summary>Names and components in order.</summary>
    public IEnumerator<(string, T)> GetEnumerator() => Entries.GetEnumerator();

    IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, T>>)Entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

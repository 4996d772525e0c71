// Keys are unconstrained, as in TorchSharp, which a nullable context would not let a Dictionary have.
#nullable disable

using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TorchSharp.Utils;

/// <summary>A dictionary that keeps the order in which its entries were added.</summary>
public class OrderedDict<TKey, TValue> : IDictionary<TKey, TValue>, IList<(TKey, TValue)>
{
    private readonly List<(TKey, TValue)> _entries = [];
    private readonly Dictionary<TKey, TValue> _values = [];

    /// <summary>The number of entries.</summary>
    public int Count => _entries.Count;

    /// <summary>Always false.</summary>
    public bool IsReadOnly => false;

    /// <summary>The keys in order.</summary>
    public ICollection<TKey> Keys => _entries.ConvertAll(entry => entry.Item1);

    /// <summary>The values in order.</summary>
    public ICollection<TValue> Values => _entries.ConvertAll(entry => entry.Item2);

    /// <summary>The entry at a position.</summary>
    public (TKey, TValue) this[int index]
    {
        get => _entries[index];
        set
        {
            _values.Remove(_entries[index].Item1);
            _values[value.Item1] = value.Item2;
            _entries[index] = value;
        }
    }

    /// <summary>The value under a key; setting a new key appends it.</summary>
    public TValue this[TKey key]
    {
        get => _values[key];
        set
        {
            if (_values.ContainsKey(key))
                _entries[PositionOf(key)] = (key, value);
            else
                _entries.Add((key, value));
            _values[key] = value;
        }
    }

    /// <summary>Removes everything.</summary>
    public void clear() => Clear();

    /// <summary>The entries in order.</summary>
    public IEnumerator<(TKey, TValue)> items() => GetEnumerator();

    /// <summary>The keys in order.</summary>
    public IEnumerable<TKey> keys() => Keys;

    /// <summary>The values in order.</summary>
    public IEnumerable<TValue> values() => Values;

    /// <summary>Appends an entry.</summary>
    /// <exception cref="ArgumentException">The key is taken.</exception>
    public void Add(TKey key, TValue value)
    {
        _values.Add(key, value);
        _entries.Add((key, value));
    }

    /// <summary>Appends an entry.</summary>
    /// <exception cref="ArgumentException">The key is taken.</exception>
    public void Add((TKey, TValue) item) => Add(item.Item1, item.Item2);

    /// <summary>Appends an entry.</summary>
    /// <exception cref="ArgumentException">The key is taken.</exception>
    public void Add(KeyValuePair<TKey, TValue> item) => Add(item.Key, item.Value);

    /// <summary>Adds an entry at a position.</summary>
    /// <exception cref="ArgumentException">The key is taken.</exception>
    public void Insert(int index, (TKey, TValue) item)
    {
        _values.Add(item.Item1, item.Item2);
        _entries.Insert(index, item);
    }

    /// <summary>Removes everything.</summary>
    public void Clear()
    {
        _values.Clear();
        _entries.Clear();
    }

    /// <summary>Removes a key; false when it was not there.</summary>
    public bool Remove(TKey key)
    {
        if (!_values.Remove(key))
            return false;
        _entries.RemoveAt(PositionOf(key));
        return true;
    }

    /// <summary>Removes an entry; false when key and value are not there together.</summary>
    public bool Remove((TKey, TValue) item) => _entries.Remove(item) && _values.Remove(item.Item1);

    /// <summary>Removes an entry; false when key and value are not there together.</summary>
    public bool Remove(KeyValuePair<TKey, TValue> item) => Remove((item.Key, item.Value));

    /// <summary>Removes the entry at a position.</summary>
    public void RemoveAt(int index)
    {
        _values.Remove(_entries[index].Item1);
        _entries.RemoveAt(index);
    }

    /// <summary>Whether the key is there.</summary>
    public bool ContainsKey(TKey key) => _values.ContainsKey(key);

    /// <summary>Whether key and value are there together.</summary>
    public bool Contains((TKey, TValue) item) => _entries.Contains(item);

    /// <summary>Whether key and value are there together.</summary>
    public bool Contains(KeyValuePair<TKey, TValue> item) => Contains((item.Key, item.Value));

    /// <summary>The position of an entry, or -1.</summary>
    public int IndexOf((TKey, TValue) item) => _entries.IndexOf(item);

    /// <summary>The value under a key; false when it is not there.</summary>
    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => _values.TryGetValue(key, out value);

    /// <summary>Copies the entries in order.</summary>
    public void CopyTo((TKey, TValue)[] array, int arrayIndex) => _entries.CopyTo(array, arrayIndex);

    /// <summary>Copies the entries in order.</summary>
    public void CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex)
    {
        foreach (var (key, value) in _entries)
            array[arrayIndex++] = new(key, value);
    }

    /// <summary>The entries in order.</summary>
    public IEnumerator<(TKey, TValue)> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator<KeyValuePair<TKey, TValue>> IEnumerable<KeyValuePair<TKey, TValue>>.GetEnumerator() =>
        _entries.Select(entry => new KeyValuePair<TKey, TValue>(entry.Item1, entry.Item2)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int PositionOf(TKey key) => _entries.FindIndex(entry => EqualityComparer<TKey>.Default.Equals(entry.Item1, key));
}

using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Utils;

namespace TorchSharp.Modules
{
    /// <summary>
    /// Modules by name, in the order in which they were added, registered when the dictionary itself is registered. What is
    /// added after that moment is not registered.
    /// </summary>
    public class ModuleDict<T> : torch.nn.Module, IDictionary<string, T>, IList<(string, T)>
        where T : torch.nn.Module
    {
        private readonly OrderedDict<string, T> _entries = new();
        private bool _registered;

        /// <summary>Creates an empty dictionary.</summary>
        public ModuleDict()
            : base(nameof(ModuleDict<T>))
        {
        }

        /// <summary>The number of modules.</summary>
        public int Count => _entries.Count;

        /// <summary>Always false.</summary>
        public bool IsReadOnly => false;

        /// <summary>The names in order.</summary>
        public ICollection<string> Keys => _entries.Keys;

        /// <summary>The modules in order.</summary>
        public ICollection<T> Values => _entries.Values;

        /// <summary>Name and module at a position.</summary>
        public (string, T) this[int index]
        {
            get => _entries[index];
            set => _entries[index] = value;
        }

        /// <summary>The module with a name; setting a new name appends it.</summary>
        public T this[string key]
        {
            get => _entries[key];
            set => _entries[key] = value;
        }

        /// <summary>Registers each module under its name, once.</summary>
        protected override void RegisterComponents()
        {
            if (_registered)
                return;
            foreach (var (key, value) in _entries)
                register_module(key, value);
            _registered = true;
        }

        /// <summary>Names and modules in order.</summary>
        public IEnumerator<(string, T)> items() => _entries.items();

        /// <summary>The names in order.</summary>
        public IEnumerable<string> keys() => _entries.keys();

        /// <summary>The modules in order.</summary>
        public IEnumerable<T> values() => _entries.values();

        /// <summary>Removes all modules.</summary>
        public void clear() => _entries.clear();

        /// <summary>Adds a module at the end.</summary>
        /// <exception cref="ArgumentException">The name is taken.</exception>
        public void Add((string, T) item) => _entries.Add(item);

        /// <summary>Adds a module at the end.</summary>
        /// <exception cref="ArgumentException">The name is taken.</exception>
        public void Add(string key, T value) => _entries.Add(key, value);

        /// <summary>Adds a module at the end.</summary>
        /// <exception cref="ArgumentException">The name is taken.</exception>
        public void Add(KeyValuePair<string, T> item) => _entries.Add(item);

        /// <summary>Adds a module at a position.</summary>
        /// <exception cref="ArgumentException">The name is taken.</exception>
        public void Insert(int index, (string, T) item) => _entries.Insert(index, item);

        /// <summary>Removes a name; false when it was not there.</summary>
        public bool Remove(string key) => _entries.Remove(key);

        /// <summary>Removes name and module; false when they are not there together.</summary>
        public bool Remove((string, T) item) => _entries.Remove(item);

        /// <summary>Removes name and module; false when they are not there together.</summary>
        public bool Remove(KeyValuePair<string, T> item) => _entries.Remove(item);

        /// <summary>Removes the module at a position.</summary>
        public void RemoveAt(int index) => _entries.RemoveAt(index);

        /// <summary>Removes all modules.</summary>
        public void Clear() => _entries.Clear();

        /// <summary>Whether the name is there.</summary>
        public bool ContainsKey(string key) => _entries.ContainsKey(key);

        /// <summary>Whether name and module are there together.</summary>
        public bool Contains((string, T) item) => _entries.Contains(item);

        /// <summary>Whether name and module are there together.</summary>
        public bool Contains(KeyValuePair<string, T> item) => _entries.Contains(item);

        /// <summary>The position of name and module, or -1.</summary>
        public int IndexOf((string, T) item) => _entries.IndexOf(item);

        /// <summary>The module with a name; false when it is not there.</summary>
        public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _entries.TryGetValue(key, out value);

        /// <summary>Copies names and modules in order.</summary>
        public void CopyTo((string, T)[] array, int arrayIndex) => _entries.CopyTo(array, arrayIndex);

        /// <summary>Copies names and modules in order.</summary>
        public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => _entries.CopyTo(array, arrayIndex);

        /// <summary>Names and modules in order.</summary>
        public IEnumerator<(string, T)> GetEnumerator() => _entries.GetEnumerator();

        IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() =>
            ((IEnumerable<KeyValuePair<string, T>>)_entries).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

namespace TorchSharp
{
    using TorchSharp.Modules;

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Modules of any kind by name.</summary>
            public static ModuleDict<Module> ModuleDict(params (string, Module)[] modules) => ModuleDict<Module>(modules);

            /// <summary>Modules of one kind by name.</summary>
            public static ModuleDict<T> ModuleDict<T>(params (string, T)[] modules)
                where T : Module
            {
                var result = new ModuleDict<T>();
                foreach (var entry in modules)
                    result.Add(entry);
                return result;
            }
        }
    }
}

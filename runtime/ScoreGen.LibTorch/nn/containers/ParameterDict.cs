using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Utils;

namespace TorchSharp.Modules
{
    /// <summary>
    /// Parameters by name, in the order in which they were added, registered when the dictionary itself is registered. What is
    /// added after that moment is not registered.
    /// </summary>
    public class ParameterDict : torch.nn.Module, IDictionary<string, Parameter>, IList<(string, Parameter)>
    {
        private readonly OrderedDict<string, Parameter> _entries = new();
        private bool _registered;

        /// <summary>Creates an empty dictionary.</summary>
        public ParameterDict()
            : base(nameof(ParameterDict))
        {
        }

        /// <summary>The number of parameters.</summary>
        public int Count => _entries.Count;

        /// <summary>Always false.</summary>
        public bool IsReadOnly => false;

        /// <summary>The names in order.</summary>
        public ICollection<string> Keys => _entries.Keys;

        /// <summary>The parameters in order.</summary>
        public ICollection<Parameter> Values => _entries.Values;

        /// <summary>Name and parameter at a position.</summary>
        public (string, Parameter) this[int index]
        {
            get => _entries[index];
            set => _entries[index] = value;
        }

        /// <summary>The parameter with a name; setting a new name appends it.</summary>
        public Parameter this[string key]
        {
            get => _entries[key];
            set => _entries[key] = value;
        }

        /// <summary>Registers each parameter under its name, once.</summary>
        protected override void RegisterComponents()
        {
            if (_registered)
                return;
            foreach (var (key, value) in _entries)
                register_parameter(key, value);
            _registered = true;
        }

        /// <inheritdoc/>
        public override IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse) => _entries;

        /// <inheritdoc/>
        public override bool has_parameter(string target) => _entries.ContainsKey(target);

        /// <inheritdoc/>
        public override Parameter get_parameter(string target) => _entries.TryGetValue(target, out var found) ? found : null!;

        /// <inheritdoc/>
#nullable disable annotations // TorchSharp's own signature says nothing about a null device.
        protected override void _toEpilog(torch.ScalarType? dtype, torch.Device device, bool non_blocking)
#nullable restore annotations
        {
            for (var i = 0; i < _entries.Count; i++)
            {
                var (key, parameter) = _entries[i];
                if (!ReplaceParameter(dtype, device, parameter, out var moved))
                    continue;
                parameter.Dispose();
                _entries[i] = (key, moved!);
                if (_registered)
                    ConditionallyRegisterParameter(key, moved);
            }
            if (device is not null)
                (_deviceType, _deviceIndex) = (device.type, device.index);
        }

        /// <summary>Names and parameters in order.</summary>
        public IEnumerator<(string, Parameter)> items() => _entries.items();

        /// <summary>The names in order.</summary>
        public IEnumerable<string> keys() => _entries.keys();

        /// <summary>The parameters in order.</summary>
        public IEnumerable<Parameter> values() => _entries.values();

        /// <summary>Removes all parameters.</summary>
        public void clear() => _entries.clear();

        /// <summary>Adds a parameter at the end.</summary>
        /// <exception cref="ArgumentException">The name is taken.</exception>
        public void Add((string, Parameter) item) => _entries.Add(item);

        /// <summary>Adds a parameter at the end.</summary>
        /// <exception cref="ArgumentException">The name is taken.</exception>
        public void Add(string key, Parameter value) => _entries.Add(key, value);

        /// <summary>Adds a parameter at the end.</summary>
        /// <exception cref="ArgumentException">The name is taken.</exception>
        public void Add(KeyValuePair<string, Parameter> item) => _entries.Add(item);

        /// <summary>Adds a parameter at a position.</summary>
        /// <exception cref="ArgumentException">The name is taken.</exception>
        public void Insert(int index, (string, Parameter) item) => _entries.Insert(index, item);

        /// <summary>Removes a name; false when it was not there.</summary>
        public bool Remove(string key) => _entries.Remove(key);

        /// <summary>Removes name and parameter; false when they are not there together.</summary>
        public bool Remove((string, Parameter) item) => _entries.Remove(item);

        /// <summary>Removes name and parameter; false when they are not there together.</summary>
        public bool Remove(KeyValuePair<string, Parameter> item) => _entries.Remove(item);

        /// <summary>Removes the parameter at a position.</summary>
        public void RemoveAt(int index) => _entries.RemoveAt(index);

        /// <summary>Removes all parameters.</summary>
        public void Clear() => _entries.Clear();

        /// <summary>Whether the name is there.</summary>
        public bool ContainsKey(string key) => _entries.ContainsKey(key);

        /// <summary>Whether name and parameter are there together.</summary>
        public bool Contains((string, Parameter) item) => _entries.Contains(item);

        /// <summary>Whether name and parameter are there together.</summary>
        public bool Contains(KeyValuePair<string, Parameter> item) => _entries.Contains(item);

        /// <summary>The position of name and parameter, or -1.</summary>
        public int IndexOf((string, Parameter) item) => _entries.IndexOf(item);

        /// <summary>The parameter with a name; false when it is not there.</summary>
        public bool TryGetValue(string key, [MaybeNullWhen(false)] out Parameter value) => _entries.TryGetValue(key, out value);

        /// <summary>Copies names and parameters in order.</summary>
        public void CopyTo((string, Parameter)[] array, int arrayIndex) => _entries.CopyTo(array, arrayIndex);

        /// <summary>Copies names and parameters in order.</summary>
        public void CopyTo(KeyValuePair<string, Parameter>[] array, int arrayIndex) => _entries.CopyTo(array, arrayIndex);

        /// <summary>Names and parameters in order.</summary>
        public IEnumerator<(string, Parameter)> GetEnumerator() => _entries.GetEnumerator();

        IEnumerator<KeyValuePair<string, Parameter>> IEnumerable<KeyValuePair<string, Parameter>>.GetEnumerator() =>
            ((IEnumerable<KeyValuePair<string, Parameter>>)_entries).GetEnumerator();

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
            /// <summary>Parameters by name.</summary>
            public static ParameterDict ParameterDict(params (string, Parameter)[] parameters)
            {
                var result = new ParameterDict();
                foreach (var entry in parameters)
                    result.Add(entry);
                return result;
            }
        }
    }
}

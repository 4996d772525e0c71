using System.Collections;

namespace TorchSharp.Modules
{
    /// <summary>
    /// A list of modules, registered under their positions when the list itself is registered. What is added after that moment is
    /// not registered.
    /// </summary>
    public class ModuleList<T> : torch.nn.Module, IList<T>
        where T : torch.nn.Module
    {
        private readonly List<T> _list = [];
        private bool _registered;

        /// <summary>Creates a list of the given modules.</summary>
        public ModuleList(params T[] modules)
            : base(nameof(ModuleList<T>)) => append(modules);

        /// <summary>The number of modules.</summary>
        public int Count => _list.Count;

        /// <summary>Always false.</summary>
        public bool IsReadOnly => false;

        /// <summary>The module at a position.</summary>
        public T this[int index]
        {
            get => _list[index];
            set => _list[index] = value;
        }

        /// <summary>Registers each module under its position, once.</summary>
        protected override void RegisterComponents()
        {
            if (_registered)
                return;
            for (var i = 0; i < _list.Count; i++)
                register_module($"{i}", _list[i]);
            _registered = true;
        }

        /// <summary>Adds a module at the end.</summary>
        public void Add(T item) => _list.Add(item);

        /// <summary>Adds modules at the end.</summary>
        public void append(params T[] parameters)
        {
            if (parameters is not null)
                _list.AddRange(parameters);
        }

        /// <summary>Adds modules at the end.</summary>
        public void extend(IEnumerable<T> modules) => _list.AddRange(modules);

        /// <summary>Adds a module at a position.</summary>
        public void Insert(int index, T item) => _list.Insert(index, item);

        /// <summary>Removes a module; false when it was not there.</summary>
        public bool Remove(T item) => _list.Remove(item);

        /// <summary>Removes the module at a position.</summary>
        public void RemoveAt(int index) => _list.RemoveAt(index);

        /// <summary>Removes all modules.</summary>
        public void Clear() => _list.Clear();

        /// <summary>Whether the module is there.</summary>
        public bool Contains(T item) => _list.Contains(item);

        /// <summary>The position of a module, or -1.</summary>
        public int IndexOf(T item) => _list.IndexOf(item);

        /// <summary>Copies the modules in order.</summary>
        public void CopyTo(T[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

        /// <summary>The modules in order.</summary>
        public IEnumerator<T> GetEnumerator() => _list.GetEnumerator();

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
            /// <summary>A list of modules of any kind.</summary>
            public static ModuleList<Module> ModuleList(params Module[] modules) => new(modules);

            /// <summary>A list of modules of one kind.</summary>
            public static ModuleList<T> ModuleList<T>(params T[] modules)
                where T : Module => new(modules);
        }
    }
}

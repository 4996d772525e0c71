using System.Collections;

namespace TorchSharp.Modules
{
    /// <summary>A list of parameters, named by their positions.</summary>
    public class ParameterList : torch.nn.Module, IList<Parameter>
    {
        private readonly List<Parameter> _list = [];
        private bool _registered;

        /// <summary>Creates a list of the given parameters.</summary>
        public ParameterList(params Parameter[] parameters)
            : base(nameof(ParameterList)) => append(parameters);

        /// <summary>The number of parameters.</summary>
        public int Count => _list.Count;

        /// <summary>Always false.</summary>
        public bool IsReadOnly => false;

        /// <summary>The parameter at a position.</summary>
        public Parameter this[int index]
        {
            get => _list[index];
            set => _list[index] = value;
        }

        /// <summary>Registers each parameter under its position, once.</summary>
        protected override void RegisterComponents()
        {
            if (_registered)
                return;
            for (var i = 0; i < _list.Count; i++)
                register_parameter($"{i}", _list[i]);
            _registered = true;
        }

        /// <inheritdoc/>
        public override IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) =>
            _list.Select((parameter, index) => ($"{index}", parameter));

        /// <inheritdoc/>
        public override bool has_parameter(string target) => get_parameter(target) is not null;

        /// <inheritdoc/>
        public override Parameter? get_parameter(string target) =>
            int.TryParse(target, out var index) && index >= 0 && index < _list.Count ? _list[index] : null;

        /// <inheritdoc/>
        protected override void _toEpilog(torch.ScalarType? dtype, torch.Device? device, bool non_blocking)
        {
            for (var i = 0; i < _list.Count; i++)
            {
                if (!ReplaceParameter(dtype, device, _list[i], out var moved))
                    continue;
                _list[i].Dispose();
                _list[i] = moved!;
                if (_registered)
                    ConditionallyRegisterParameter($"{i}", moved);
            }
            if (device is not null)
                (_deviceType, _deviceIndex) = (device.type, device.index);
        }

        /// <summary>Adds a parameter at the end.</summary>
        public void Add(Parameter item) => _list.Add(item);

        /// <summary>Adds parameters at the end.</summary>
        public void append(params Parameter[] parameters)
        {
            if (parameters is not null)
                _list.AddRange(parameters);
        }

        /// <summary>Adds parameters at the end.</summary>
        public void extend(IEnumerable<Parameter> parameters) => _list.AddRange(parameters);

        /// <summary>Adds a parameter at a position.</summary>
        public void Insert(int index, Parameter item) => _list.Insert(index, item);

        /// <summary>Removes a parameter; false when it was not there.</summary>
        public bool Remove(Parameter item) => _list.Remove(item);

        /// <summary>Removes the parameter at a position.</summary>
        public void RemoveAt(int index) => _list.RemoveAt(index);

        /// <summary>Removes all parameters.</summary>
        public void Clear() => _list.Clear();

        /// <summary>Whether the parameter is there.</summary>
        public bool Contains(Parameter item) => _list.Contains(item);

        /// <summary>The position of a parameter, or -1.</summary>
        public int IndexOf(Parameter item) => _list.IndexOf(item);

        /// <summary>Copies the parameters in order.</summary>
        public void CopyTo(Parameter[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

        /// <summary>The parameters in order.</summary>
        public IEnumerator<Parameter> GetEnumerator() => _list.GetEnumerator();

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
            /// <summary>A list of parameters.</summary>
            public static ParameterList ParameterList(params Parameter[] parameters) => new(parameters);
        }
    }
}

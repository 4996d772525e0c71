namespace TorchSharp.Modules
{
    /// <summary>
    /// Parameters by name, in the order in which they were added, registered when the dictionary itself is registered. What is
    /// added after that moment is not registered.
    /// </summary>
    public class ParameterDict : ComponentDict<Parameter>
    {
        /// <summary>Creates an empty dictionary.</summary>
        public ParameterDict()
            : base(nameof(ParameterDict))
        {
        }

        /// <inheritdoc/>
        public override IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse) => Entries;

        /// <inheritdoc/>
        public override bool has_parameter(string target) => Entries.ContainsKey(target);

        /// <inheritdoc/>
        public override Parameter get_parameter(string target) => Entries.TryGetValue(target, out var found) ? found : null!;

        /// <inheritdoc/>
#nullable disable annotations // TorchSharp's own signature says nothing about a null device.
        protected override void _toEpilog(torch.ScalarType? dtype, torch.Device device, bool non_blocking)
#nullable restore annotations
        {
            for (var i = 0; i < Entries.Count; i++)
            {
                var (key, parameter) = Entries[i];
                if (!ReplaceParameter(dtype, device, parameter, out var moved))
                    continue;
                parameter.Dispose();
                Entries[i] = (key, moved!);
                if (IsRegistered)
                    ConditionallyRegisterParameter(key, moved);
            }
            if (device is not null)
                (_deviceType, _deviceIndex) = (device.type, device.index);
        }

        private protected override void Register(string name, Parameter component) => register_parameter(name, component);
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

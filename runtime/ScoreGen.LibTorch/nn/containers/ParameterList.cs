namespace TorchSharp.Modules
{
    /// <summary>A list of parameters, named by their positions.</summary>
    public class ParameterList : ComponentList<Parameter>
    {
        /// <summary>Creates a list of the given parameters.</summary>
        public ParameterList(params Parameter[] parameters)
            : base(nameof(ParameterList)) => append(parameters);

        /// <inheritdoc/>
        public override IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) =>
            Items.Select((parameter, index) => ($"{index}", parameter));

        /// <inheritdoc/>
        public override bool has_parameter(string target) => get_parameter(target) is not null;

        /// <inheritdoc/>
        public override Parameter? get_parameter(string target) =>
            int.TryParse(target, out var index) && index >= 0 && index < Items.Count ? Items[index] : null;

        /// <inheritdoc/>
        protected override void _toEpilog(torch.ScalarType? dtype, torch.Device? device, bool non_blocking)
        {
            for (var i = 0; i < Items.Count; i++)
            {
                if (!ReplaceParameter(dtype, device, Items[i], out var moved))
                    continue;
                Items[i].Dispose();
                Items[i] = moved!;
                if (IsRegistered)
                    ConditionallyRegisterParameter($"{i}", moved);
            }
            if (device is not null)
                (_deviceType, _deviceIndex) = (device.type, device.index);
        }

        /// <summary>Adds parameters at the end.</summary>
        public void extend(IEnumerable<Parameter> parameters) => Items.AddRange(parameters);

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
            /// <summary>A list of parameters.</summary>
            public static ParameterList ParameterList(params Parameter[] parameters) => new(parameters);
        }
    }
}

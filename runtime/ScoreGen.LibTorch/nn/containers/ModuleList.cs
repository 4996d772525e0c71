namespace TorchSharp.Modules
{
    /// <summary>
    /// A list of modules, registered under their positions when the list itself is registered. What is added after that moment is
    /// not registered.
    /// </summary>
    public class ModuleList<T> : ComponentList<T>
        where T : torch.nn.Module
    {
        /// <summary>Creates a list of the given modules.</summary>
        public ModuleList(params T[] modules)
            : base(nameof(ModuleList<T>)) => append(modules);

        /// <summary>Adds modules at the end.</summary>
        public void extend(IEnumerable<T> modules) => Items.AddRange(modules);

        private protected override void Register(string name, T component) => register_module(name, component);
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

namespace TorchSharp.Modules
{
    /// <summary>
    /// Modules by name, in the order in which they were added, registered when the dictionary itself is registered. What is
    /// added after that moment is not registered.
    /// </summary>
    public class ModuleDict<T> : ComponentDict<T>
        where T : torch.nn.Module
    {
        /// <summary>Creates an empty dictionary.</summary>
        public ModuleDict()
            : base(nameof(ModuleDict<T>))
        {
        }

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

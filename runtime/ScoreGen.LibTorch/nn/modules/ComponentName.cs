using System.Reflection;
using TorchSharp.Utils;

namespace TorchSharp
{
    /// <summary>The name that a field's content is registered under.</summary>
    public static class FieldInfoExtensionMethods
    {
        /// <summary>The name in the field's <see cref="ComponentNameAttribute"/>, or else the field's own.</summary>
        public static string ComponentName(this FieldInfo field) => field.GetCustomAttribute<ComponentNameAttribute>()?.Name ?? field.Name;
    }
}

namespace TorchSharp.Utils
{
    /// <summary>Registers a field's module, parameter or buffer under another name than the field's.</summary>
    public class ComponentNameAttribute : Attribute
    {
        /// <summary>The name in state_dict keys.</summary>
        public string Name { get; set; } = null!;
    }
}

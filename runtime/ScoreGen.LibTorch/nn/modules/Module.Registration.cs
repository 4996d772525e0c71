using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            private const BindingFlags InstanceMembers = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

            private const string KeptFields = "Trimming keeps the fields that a constructor assigns, and the others hold nothing to register.";

            /// <summary>
            /// Registers what the instance fields hold, private and inherited ones included: modules as submodules, parameters as
            /// parameters, other tensors as buffers. Runs once; a second call changes nothing.
            /// </summary>
            protected virtual void RegisterComponents()
            {
                if (_componentsRegistered)
                    return;
                foreach (var field in FieldsOf(GetType()))
                {
                    var component = field.ComponentName();
                    if (!IsRegistered(component))
                        RegisterComponent(component, field.GetValue(this));
                }
                _componentsRegistered = true;
            }

            private bool IsRegistered(string component) =>
                _internal_submodules.ContainsKey(component) || _internal_params.ContainsKey(component) || _internal_buffers.ContainsKey(component);

            private void RegisterComponent(string component, object? value)
            {
                switch (value)
                {
                    case Module module:
                        register_module(component, module);
                        break;
                    case Parameter parameter:
                        register_parameter(component, parameter);
                        break;
                    case Tensor tensor:
                        register_buffer(component, tensor);
                        break;
                }
            }

            [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = KeptFields)]
            [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = KeptFields)]
            private static IEnumerable<FieldInfo> FieldsOf(Type type)
            {
                var seen = new HashSet<string>();
                for (var current = type; current is not null && current != typeof(object); current = current.BaseType)
                {
                    foreach (var field in current.GetFields(InstanceMembers))
                    {
                        if (seen.Add(field.Name))
                            yield return field;
                    }
                }
            }

            /// <summary>Adds a buffer: a tensor that moves with the module but is not trained.</summary>
            /// <param name="name">Its name in <see cref="named_buffers"/>.</param>
            /// <param name="tensor">The buffer.</param>
            /// <param name="persistent">Whether it is part of the state_dict.</param>
            /// <exception cref="ArgumentNullException">The tensor is null or disposed.</exception>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                if (tensor is null || tensor.IsInvalid)
                    throw new ArgumentNullException(nameof(tensor), $"Buffer '{name}' of {GetName()} is null or disposed; register a live tensor.");
                if (_internal_buffers.ContainsKey(name))
                    throw new InvalidOperationException($"Tensor {name} is already registered in {GetName()}; choose another name.");
                _internal_buffers.Add(name, (tensor, persistent));
            }

            /// <summary>Adds a parameter.</summary>
            /// <param name="name">Its name in <see cref="named_parameters"/>.</param>
            /// <param name="param">The parameter.</param>
            /// <exception cref="ArgumentNullException">The parameter is null or disposed.</exception>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_parameter(string name, Parameter param)
            {
                if (param is null || param.IsInvalid)
                    throw new ArgumentNullException(nameof(param), $"Parameter '{name}' of {GetName()} is null or disposed; register a live one.");
                if (_internal_params.ContainsKey(name))
                    throw new InvalidOperationException($"Parameter {name} is already registered in {GetName()}; choose another name.");
                _internal_params.Add(name, param);
            }

            /// <summary>The same as <see cref="register_module"/>.</summary>
            public void add_module(string name, Module module) => register_module(name, module);

            /// <summary>Adds a submodule, after registering its own components. A null or disposed one removes the name.</summary>
            /// <param name="name">Its name, without a dot.</param>
            /// <param name="submodule">The module.</param>
            /// <exception cref="ArgumentException">The name is empty or has a dot in it.</exception>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_module(string name, Module submodule)
            {
                if (submodule is null || submodule.IsDisposed)
                {
                    if (_internal_submodules.ContainsKey(name))
                        _internal_submodules.Remove(name);
                    return;
                }
                if (name.Contains('.', StringComparison.Ordinal))
                    throw new ArgumentException($"module name can't contain \".\", got: {name}", nameof(name));
                if (name.Length == 0)
                    throw new ArgumentException("module name can't be empty string \"\"", nameof(name));
                if (_internal_submodules.ContainsKey(name))
                    throw new InvalidOperationException($"Sub-module {name} is already registered in {GetName()}; choose another name.");
                submodule.RegisterComponents();
                _internal_submodules.Add(name, submodule);
            }

            /// <summary>Registers the tensor if it is a parameter; removes the name otherwise.</summary>
            protected void ConditionallyRegisterParameter(string name, Tensor value) => ConditionallyRegisterParameter(name, value as Parameter);

            /// <summary>Registers or replaces a parameter; null removes it.</summary>
            protected void ConditionallyRegisterParameter(string name, Parameter? value)
            {
                if (value is not null)
                    _internal_params[name] = value;
                else if (_internal_params.ContainsKey(name))
                    _internal_params.Remove(name);
            }

            /// <summary>Registers or replaces a buffer; null removes it.</summary>
            protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true)
            {
                if (value is not null)
                    _internal_buffers[name] = (value, persistent);
                else if (_internal_buffers.ContainsKey(name))
                    _internal_buffers.Remove(name);
            }

            private protected Parameter? OwnParameter(string name) => _internal_params.TryGetValue(name, out var parameter) ? parameter : null;

            /// <summary>Puts a parameter in the field behind a property: disposes the one before it, frees it from its scope, registers it.</summary>
            private protected void SetParameter(ref Parameter? field, Parameter? value, string component)
            {
                if (ReferenceEquals(field, value))
                    return;
                field?.Dispose();
                field = value;
                field?.DetachFromDisposeScope();
                ConditionallyRegisterParameter(component, field);
            }

            /// <summary>Puts a buffer in the field behind a property: disposes the one before it, frees it from its scope, registers it.</summary>
            private protected void SetBuffer(ref Tensor? field, Tensor? value, string component)
            {
                if (ReferenceEquals(field, value))
                    return;
                field?.Dispose();
                field = value;
                field?.DetachFromDisposeScope();
                ConditionallyRegisterBuffer(component, field);
            }

            /// <summary>Forgets all submodules, without disposing them.</summary>
            protected void ClearModules() => _internal_submodules.clear();
        }
    }
}

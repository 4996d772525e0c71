using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Moves and converts parameters and buffers; integer ones are moved only.</summary>
            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking)
            {
                RequireFloatingPoint(dtype);
                _toEpilog(Available(device), dtype, non_blocking);
                return this;
            }

            /// <summary>Moves parameters and buffers.</summary>
            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
            {
                var device = Available(new Device(deviceType, deviceIndex));
                _toEpilog(device.type, device.index, non_blocking);
                return this;
            }

            /// <summary>Converts floating-point parameters and buffers.</summary>
            protected internal virtual Module _to(ScalarType dtype, bool non_blocking)
            {
                RequireFloatingPoint(dtype);
                _toEpilog(dtype, non_blocking);
                return this;
            }

            /// <summary>Moves and converts parameters and buffers to where and what the tensor is.</summary>
            public Module _to(Tensor other, bool non_blocking)
            {
                _to(other.dtype, non_blocking);
                return _to(other.device_type, other.device_index, non_blocking);
            }

            private static void RequireFloatingPoint(ScalarType dtype)
            {
                if (!IsDifferentiable(dtype))
                    throw new ArgumentException($"nn.Module.to only accepts floating point or complex types, but got desired dtype={dtype}");
            }

            private static bool IsDifferentiable(ScalarType dtype) => dtype
                is ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64
                or ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;

            private static Device Available(Device device)
            {
                if (device.type != DeviceType.CUDA)
                    return new Device(device.type, -1);
                if (!cuda.is_available())
                    throw new InvalidOperationException("CUDA is not available.");
                return device;
            }

            /// <summary>Converts the children and this module's own tensors.</summary>
            protected void _toEpilog(ScalarType dtype, bool non_blocking) => _toEpilog(dtype, null, non_blocking);

            /// <summary>Moves and converts the children and this module's own tensors.</summary>
            protected void _toEpilog(Device device, ScalarType dtype, bool non_blocking) => _toEpilog(dtype, device, non_blocking);

            /// <summary>Moves the children and this module's own tensors.</summary>
            protected void _toEpilog(DeviceType deviceType, int deviceIndex, bool non_blocking) =>
                _toEpilog(null, new Device(deviceType, deviceIndex), non_blocking);

            /// <summary>Moves or converts the children, then replaces this module's own tensors where they are held.</summary>
            /// <exception cref="ArgumentNullException">Neither a type nor a device was given.</exception>
            protected virtual void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
            {
                if (dtype is null && device is null)
                    throw new ArgumentNullException(nameof(dtype), $"{nameof(dtype)} and {nameof(device)} are both null.");
                foreach (var (_, child) in named_children())
                    MoveChild(child, dtype, device, non_blocking);

                var holders = new ComponentHolders(GetType());
                foreach (var (key, parameter) in named_parameters(false).ToList())
                {
                    if (ReplaceParameter(dtype, device, parameter, out var moved))
                        ReplaceOwn(holders, key, parameter, moved!);
                }
                foreach (var (key, buffer) in named_buffers(false).ToList())
                {
                    if (ReplaceBuffer(dtype, device, buffer, out var moved))
                        ReplaceOwn(holders, key, moved!);
                }
                if (device is not null)
                    (_deviceType, _deviceIndex) = (device.type, device.index);
            }

            private static void MoveChild(Module child, ScalarType? dtype, Device? device, bool non_blocking)
            {
                if (device is null)
                    child._to(dtype!.Value, non_blocking);
                else if (dtype is null)
                    child._to(device.type, device.index, non_blocking);
                else
                    child._to(device, dtype.Value, non_blocking);
            }

            private void ReplaceOwn(ComponentHolders holders, string key, Parameter old, Parameter moved)
            {
                if (holders.SetProperty(this, key, moved))
                    return;
                old.Dispose();
                ConditionallyRegisterParameter(key, moved);
                holders.SetField(this, key, moved);
            }

            private void ReplaceOwn(ComponentHolders holders, string key, Tensor moved)
            {
                if (holders.SetProperty(this, key, moved))
                    return;
                ConditionallyRegisterBuffer(key, moved, _internal_buffers[key].Item2);
                holders.SetField(this, key, moved);
            }

            /// <summary>The parameter moved and converted with its gradient, outside any scope; false when there is nothing to do.</summary>
            protected static bool ReplaceParameter(ScalarType? dtype, Device? device, Parameter param, out Parameter? p)
            {
                using var grad = param.grad;
                if (!NeedsCopy(param, dtype, device) && (grad is null || !NeedsCopy(grad, dtype, device)))
                {
                    p = null;
                    return false;
                }
                using var guard = no_grad();
                p = new Parameter(Converted(param, dtype, device), param.requires_grad);
                p.DetachFromDisposeScope();
                if (grad is not null)
                {
                    using var movedGrad = Converted(grad, dtype, device);
                    p.grad = movedGrad.with_requires_grad(grad.requires_grad);
                }
                return true;
            }

            /// <summary>The buffer moved and converted, outside any scope; the old one is disposed. False when there is nothing to do.</summary>
            protected static bool ReplaceBuffer(ScalarType? dtype, Device? device, Tensor buffer, out Tensor? result)
            {
                if (!NeedsCopy(buffer, dtype, device))
                {
                    result = null;
                    return false;
                }
                using var guard = no_grad();
                result = Converted(buffer, dtype, device).DetachFromDisposeScope();
                buffer.Dispose();
                return true;
            }

            private static bool NeedsCopy(Tensor tensor, ScalarType? dtype, Device? device)
            {
                if (dtype is not null && tensor.dtype != dtype && IsDifferentiable(tensor.dtype))
                    return true;
                return device is not null && (tensor.device_type != device.type || (device.index >= 0 && tensor.device_index != device.index));
            }

            private static Tensor Converted(Tensor tensor, ScalarType? dtype, Device? device) =>
                tensor.to(dtype is not null && IsDifferentiable(tensor.dtype) ? dtype.Value : tensor.dtype, device ?? tensor.device);

            /// <summary>Where a module type keeps its registered tensors: settable public properties and fields, by component name.</summary>
            private sealed class ComponentHolders(Type type)
            {
                private readonly ILookup<string, PropertyInfo> properties =
                    type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).ToLookup(property => property.Name);

                private readonly ILookup<string, FieldInfo> fields = FieldsOf(type).ToLookup(field => field.ComponentName());

                public bool SetProperty(Module module, string component, Tensor value)
                {
                    var property = properties[component].FirstOrDefault(candidate => candidate.PropertyType.IsInstanceOfType(value));
                    property?.SetValue(module, value);
                    return property is not null;
                }

                public void SetField(Module module, string component, Tensor value)
                {
                    foreach (var field in fields[component].Where(candidate => candidate.FieldType.IsInstanceOfType(value)))
                        field.SetValue(module, value);
                }
            }
        }
    }
}

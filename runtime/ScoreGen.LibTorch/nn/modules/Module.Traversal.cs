using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Parameters with their dotted names, each tensor once.</summary>
            /// <param name="recurse">Whether to descend into submodules.</param>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<IntPtr>();
                foreach (var (key, parameter) in _internal_params)
                {
                    if (!parameter.IsInvalid && seen.Add(parameter.Handle))
                        yield return (key, parameter);
                }
                if (!recurse)
                    yield break;
                foreach (var (prefix, child) in _internal_submodules)
                {
                    foreach (var (key, parameter) in child.named_parameters(true))
                    {
                        if (seen.Add(parameter.Handle))
                            yield return ($"{prefix}.{key}", parameter);
                    }
                }
            }

            /// <summary>Parameters, each tensor once.</summary>
            /// <param name="recurse">Whether to descend into submodules.</param>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) => named_parameters(recurse).Select(entry => entry.parameter);

            /// <summary>The parameters as an array.</summary>
            /// <param name="recurse">Whether to descend into submodules.</param>
            protected virtual Parameter[] _parameters(bool recurse = true) => parameters(recurse).ToArray();

            /// <summary>Buffers that are part of the saved state with their dotted names, each tensor once. TorchSharp lists no others.</summary>
            /// <param name="recurse">Whether to descend into submodules.</param>
            /// <param name="include_nonpersistent">Handed on to submodules, which do not ask it either.</param>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                var seen = new HashSet<IntPtr>();
                foreach (var (key, (buffer, persistent)) in _internal_buffers)
                {
                    if (persistent && !buffer.IsInvalid && seen.Add(buffer.Handle))
                        yield return (key, buffer);
                }
                if (!recurse)
                    yield break;
                foreach (var (prefix, child) in _internal_submodules)
                {
                    foreach (var (key, buffer) in child.named_buffers(true, include_nonpersistent))
                    {
                        if (seen.Add(buffer.Handle))
                            yield return ($"{prefix}.{key}", buffer);
                    }
                }
            }

            /// <summary>Buffers, each tensor once.</summary>
            /// <param name="recurse">Whether to descend into submodules.</param>
            /// <param name="include_nonpersistent">Whether to list buffers that are not part of the saved state.</param>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(entry => entry.buffer);

            /// <summary>The direct submodules with their names.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children() => _internal_submodules;

            /// <summary>The direct submodules.</summary>
            public virtual IEnumerable<Module> children() => named_children().Select(entry => entry.module);

            /// <summary>All submodules with their dotted names, this module itself excepted; a module reached twice is listed twice.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var child in named_children())
                    yield return child;
                foreach (var (prefix, child) in named_children())
                {
                    foreach (var (key, module) in child.named_modules())
                        yield return ($"{prefix}.{key}", module);
                }
            }

            /// <summary>All submodules, this module itself excepted.</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(entry => entry.module);

            /// <summary>Whether a parameter has this dotted name.</summary>
            public virtual bool has_parameter(string target) =>
                _internal_params.ContainsKey(target) || ChildrenOn(target).Any(step => step.child.has_parameter(step.rest));

            /// <summary>Whether a buffer has this dotted name.</summary>
            public virtual bool has_buffer(string target) =>
                _internal_buffers.ContainsKey(target) || ChildrenOn(target).Any(step => step.child.has_buffer(step.rest));

            /// <summary>The parameter with this dotted name, or null.</summary>
            public virtual Parameter? get_parameter(string target) =>
                _internal_params.TryGetValue(target, out var parameter)
                    ? parameter
                    : ChildrenOn(target).Select(step => step.child.get_parameter(step.rest)).FirstOrDefault(found => found is not null);

            /// <summary>The buffer with this dotted name, or null.</summary>
            public virtual Tensor? get_buffer(string target) =>
                _internal_buffers.TryGetValue(target, out var entry)
                    ? entry.Item1
                    : ChildrenOn(target).Select(step => step.child.get_buffer(step.rest)).FirstOrDefault(found => found is not null);

            private IEnumerable<(Module child, string rest)> ChildrenOn(string target)
            {
                var dot = target.IndexOf('.', StringComparison.Ordinal);
                return dot < 0
                    ? []
                    : named_children().Where(entry => entry.name == target[..dot]).Select(entry => (entry.module, target[(dot + 1)..]));
            }

            /// <summary>This module's own parameters with their names.</summary>
            protected virtual (string name, Parameter parameter)[] _named_parameters() => named_parameters(false).ToArray();

            /// <summary>This module's own buffers with their names.</summary>
            protected virtual (string name, Tensor buffer)[] _named_buffers() => named_buffers(false).ToArray();
        }
    }
}

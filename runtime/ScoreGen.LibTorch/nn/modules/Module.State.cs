using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>
            /// The parameters and persistent buffers by dotted name: the module's own tensors, not copies. A tensor that is reached by
            /// two names has both.
            /// </summary>
            /// <param name="destination">A dictionary to add to; null makes a new one.</param>
            /// <param name="prefix">Put before every name, with a dot.</param>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                foreach (var (key, parameter) in named_parameters())
                    destination.TryAdd(Prefixed(prefix, key), parameter);
                foreach (var (key, buffer) in named_buffers(include_nonpersistent: false))
                    destination.TryAdd(Prefixed(prefix, key), buffer);
                foreach (var (key, child) in _internal_submodules)
                    child.state_dict(destination, Prefixed(prefix, key));
                return destination;
            }

            private static string Prefixed(string? prefix, string key) => string.IsNullOrEmpty(prefix) ? key : $"{prefix}.{key}";

            /// <summary>Copies tensors by name into this module's parameters and buffers. Unless all of them fit, nothing is changed.</summary>
            /// <param name="source">Tensors by dotted name.</param>
            /// <param name="strict">Whether the names must be exactly those of this module's state_dict.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <returns>Names that this module has and the source has not, and the reverse.</returns>
            /// <exception cref="InvalidOperationException">Strict, and the names differ.</exception>
            /// <exception cref="ExternalException">A tensor does not fit the one of its name.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                skip ??= [];
                var target = state_dict();
                var unexpected = source.Keys.Where(key => !skip.Contains(key) && !target.ContainsKey(key)).ToList();
                var missing = target.Keys.Where(key => !skip.Contains(key) && !source.ContainsKey(key)).ToList();
                if (strict && (missing.Count > 0 || unexpected.Count > 0))
                    throw new InvalidOperationException(Mismatch(missing, unexpected));

                // copy_ into a leaf that requires a gradient is refused while gradients are recorded.
                using var guard = no_grad();
                using var scope = NewDisposeScope();
                var wanted = source.Where(entry => !skip.Contains(entry.Key) && target.ContainsKey(entry.Key));
                var fitted = wanted.Select(entry => (Own: target[entry.Key], Value: Fitted(entry.Key, entry.Value, target[entry.Key]))).ToList();
                foreach (var (own, value) in fitted)
                    own.copy_(value);
                return (missing, unexpected);
            }

            /// <summary>The tensor in another's place, type and shape; the same memory where that is possible.</summary>
            private static Tensor Fitted(string key, Tensor value, Tensor own)
            {
                try
                {
                    return value.to(own.dtype, own.device).expand(own.shape);
                }
                catch (ExternalException error)
                {
                    throw new ExternalException($"The state_dict's '{key}' does not fit the module's: {error.Message}", error);
                }
            }

            private static string Mismatch(List<string> missing, List<string> unexpected) =>
                $"The loaded state_dict is not identical to the target dictionary. Missing: {Listed(missing)}. Unexpected: {Listed(unexpected)}. "
                + "Pass strict: false to load the names that both have.";

            private static string Listed(List<string> keys) => keys.Count == 0 ? "none" : string.Join(", ", keys.Select(key => $"'{key}'"));
        }
    }
}

using ScoreGen.LibTorch;

#nullable disable

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>What a custom function's forward leaves for its backward.</summary>
        public class AutogradContext : IDisposable
        {
            private readonly Dictionary<string, object> data = [];

            internal AutogradContext()
            {
            }

            /// <summary>Whether backward sees zeros for outputs that no gradient reaches; otherwise it sees invalid tensors.</summary>
            public bool MaterializeGrads { get; private set; } = true;

            internal List<Tensor> ToSave { get; private set; } = [];

            internal List<Tensor> Dirty { get; private set; } = [];

            internal List<Tensor> NonDifferentiable { get; private set; } = [];

            /// <summary>The native node, while backward runs.</summary>
            internal nint Node { get; set; }

            /// <summary>Saves inputs or outputs of forward for backward. Call it once, within forward; nulls are allowed.</summary>
            public void save_for_backward(List<Tensor> tensors) => ToSave = tensors;

            /// <summary>Saves anything but tensors of the graph for backward.</summary>
            public void save_data(string key, object value) => data[key] = value;

            /// <summary>Says which inputs forward has changed in place.</summary>
            public void mark_dirty(List<Tensor> tensors) => Dirty = [.. tensors];

            /// <summary>Says which outputs have no gradient.</summary>
            public void mark_non_differentiable(List<Tensor> tensors) => NonDifferentiable = [.. tensors];

            /// <summary>Sets <see cref="MaterializeGrads"/>.</summary>
            public void set_materialize_grads(bool value) => MaterializeGrads = value;

            /// <summary>The tensors that forward saved, each as a new object that the caller disposes.</summary>
            /// <exception cref="InvalidOperationException">Backward is not running.</exception>
            /// <exception cref="System.Runtime.InteropServices.ExternalException">
            /// A saved tensor was changed in place since, or the graph has already been released.
            /// </exception>
            public unsafe List<Tensor> get_saved_variables()
            {
                if (Node == 0)
                    throw new InvalidOperationException("Saved tensors can be read within backward only.");
                var handles = new nint[ToSaveCount];
                fixed (nint* found = handles)
                    NativeError.Check(NativeMethods.sg_function_saved(Node, found, handles.Length));
                return [.. handles.Select(handle => handle == 0 ? null : new Tensor(handle))];
            }

            /// <summary>What was saved under a key, or null.</summary>
            public object get_data(string key) => data.GetValueOrDefault(key);

            /// <summary>Drops what was saved by key.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                if (disposing)
                    data.Clear();
            }

            /// <summary>Lets go of forward's own objects once libtorch holds what is to be saved.</summary>
            internal void Saved()
            {
                ToSaveCount = ToSave.Count;
                ToSave = Dirty = NonDifferentiable = [];
            }

            private int ToSaveCount { get; set; }
        }
    }
}

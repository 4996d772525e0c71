using ScoreGen.LibTorch;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether nothing that is recorded made this tensor.</summary>
        public bool is_leaf
        {
            get
            {
                var leaf = NativeError.Check(NativeMethods.sg_tensor_is_leaf(Handle)) != 0;
                GC.KeepAlive(this);
                return leaf;
            }
        }

        /// <summary>Whether gradients reach this tensor.</summary>
        public bool requires_grad
        {
            get
            {
                var required = NativeError.Check(NativeMethods.sg_tensor_requires_grad(Handle)) != 0;
                GC.KeepAlive(this);
                return required;
            }
            set => Ops.requires_grad_.Run(this, value);
        }

        /// <summary>The gradient that backward has gathered here, or null. Each read makes an object of its own.</summary>
        public unsafe Tensor? grad
        {
            get
            {
                nint found;
                NativeError.Check(NativeMethods.sg_tensor_grad(Handle, &found));
                GC.KeepAlive(this);
                return found == 0 ? null : new Tensor(found);
            }
            set
            {
                NativeError.Check(NativeMethods.sg_tensor_set_grad(Handle, value is null ? 0 : value.Handle));
                GC.KeepAlive(value);
                GC.KeepAlive(this);
            }
        }

        /// <summary>Sets <see cref="requires_grad"/>.</summary>
        /// <returns>This tensor.</returns>
        public Tensor requires_grad_(bool requires_grad = true) => Ops.requires_grad_.Update(this, requires_grad);

        /// <inheritdoc cref="requires_grad_"/>
        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>Lets backward keep the gradient of this tensor although it is no leaf.</summary>
        public void retain_grad() => Ops.retain_grad.Run(this);

        /// <summary>Adds the gradients of this scalar to the <see cref="grad"/> of the leaves it depends on.</summary>
        public unsafe void backward()
        {
            var self = Handle;
            NativeError.Check(NativeMethods.sg_backward(&self, 1, null, 0, 0, 0, null, 0));
            GC.KeepAlive(this);
        }

        /// <inheritdoc cref="autograd.backward(IList{Tensor}, IList{Tensor}, bool?, bool, IList{Tensor})"/>
        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward([this], grad_tensors, retain_graph, create_graph, inputs);

        /// <summary>The same data without history.</summary>
        public Tensor detach() => Ops.detach.Unary(this);

        /// <summary>Cuts this tensor off from its history.</summary>
        public Tensor detach_() => Ops.detach_.Update(this);
    }
}

using System.Diagnostics.CodeAnalysis;
using ScoreGen.LibTorch;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// A tensor: a reference to one of libtorch's, released by <see cref="Dispose()"/>, by the <see cref="DisposeScope"/> it
    /// was made in, or at last by the garbage collector. Operators forward to the ATen operator of the same name; libtorch's
    /// errors come as <see cref="System.Runtime.InteropServices.ExternalException"/> with its message, and any use of a
    /// disposed tensor is an <see cref="InvalidOperationException"/>.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        private TensorReference? reference;

        /// <summary>Takes over an owned handle, or stands for an undefined tensor.</summary>
        internal Tensor(nint handle)
            : this(handle, handle == 0 ? 0 : NativeMethods.sg_tensor_own_bytes(handle))
        {
        }

        /// <summary>Takes over an operator's result.</summary>
        internal Tensor(in NativeValue result)
            : this(result.Pointer, result.Size)
        {
        }

        /// <summary>Takes over another object's tensor, which no scope and no statistics of the thread count anew.</summary>
        internal Tensor(TensorReference reference) => this.reference = reference;

        private Tensor(nint handle, long ownBytes)
        {
            if (handle == 0)
                return;
            reference = TensorReference.To(handle, ownBytes);
            DisposeScopeManager.ThreadSingleton.Register(this);
        }

        /// <summary>How many tensors live in this process.</summary>
        public static long TotalCount => TensorReference.TotalCount;

        /// <summary>The most tensors that lived at once.</summary>
        public static long PeakCount => TensorReference.PeakCount;

        /// <summary>A name for whatever purpose its owner has; libtorch does not see it.</summary>
        public string? name { get; set; }

        /// <summary>Whether the tensor is disposed, or undefined.</summary>
        public bool IsInvalid => reference is null;

        /// <summary>The native tensor, borrowed: valid while this object is alive and not disposed.</summary>
        /// <exception cref="InvalidOperationException">The tensor is disposed.</exception>
        public nint Handle
        {
            get
            {
                if (reference is not { } known)
                    return ThrowEmpty();
                return known.Tensor;
            }
        }

        internal DisposeScope? OwningDisposeScope { get; set; }

        /// <summary>The neighbours in the list of <see cref="OwningDisposeScope"/>.</summary>
        internal Tensor? PreviousInScope { get; set; }

        /// <inheritdoc cref="PreviousInScope"/>
        internal Tensor? NextInScope { get; set; }

        /// <summary>Wraps a handle that <see cref="DecoupleFromNativeHandle"/> gave, taking it over.</summary>
        public static Tensor UnsafeCreateTensor(nint handle) => new(handle);

        /// <summary>Releases the tensor's memory, unless the autograd graph or an alias still needs it.</summary>
        public void Dispose() => Dispose(true);

        /// <summary>Releases the native tensor once.</summary>
        protected virtual void Dispose(bool disposing)
        {
            if (Interlocked.Exchange(ref reference, null) is not { } owned)
                return;
            DisposeScopeManager.ThreadSingleton.Disposing(this);
            owned.Dispose();
        }

        /// <summary>Gives the native tensor away: the caller now owns the handle, and this object is empty.</summary>
        public nint DecoupleFromNativeHandle() => MoveReference().Take();

        /// <summary>Takes the reference for a tensor that replaces this one and is counted in its stead.</summary>
        internal TensorReference MoveReference() => Interlocked.Exchange(ref reference, null) ?? throw Empty();

        /// <summary>Moves the tensor from its scope to the one around that, or out of all scopes.</summary>
        /// <returns>This tensor.</returns>
        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Takes the tensor out of all scopes.</summary>
        /// <returns>This tensor.</returns>
        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        /// <inheritdoc cref="DetachFromDisposeScope"/>
        [Obsolete("The method name misspells 'Detach.' Use 'DetachFromDisposeScope' instead.", false)]
        public Tensor DetatchFromDisposeScope() => DetachFromDisposeScope();

        /// <summary>Moves the tensor to the scope that <paramref name="other"/> is in.</summary>
        /// <returns>This tensor.</returns>
        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.OwningDisposeScope);

        /// <summary>Moves the tensor to a scope, or out of all scopes where that is null.</summary>
        /// <returns>This tensor.</returns>
        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (OwningDisposeScope is { } scope)
                scope.MoveToOther(other, this);
            else
                other?.Attach(this);
            return this;
        }

        /// <summary>Another object for the same tensor; each is disposed for itself.</summary>
        public Tensor alias()
        {
            NativeMethods.sg_tensor_retain(Handle);
            return new Tensor(Handle);
        }

        /// <inheritdoc/>
        public override bool Equals(object? obj) => obj is Tensor other && Equals(other);

        /// <summary>Whether both tensors have the same shape and equal elements.</summary>
        public bool Equals(Tensor target) => target is not null && Ops.equal.CallBool(this, target);

        /// <inheritdoc/>
        public override int GetHashCode() => base.GetHashCode();

        [DoesNotReturn]
        private static nint ThrowEmpty() => throw Empty();

        private static InvalidOperationException Empty() => new("Tensor invalid -- empty handle.");
    }
}

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
        /// <summary>From this size on the garbage collector is told of a tensor's memory, which it cannot see.</summary>
        private const long LargeBytes = 1 << 10;

        private static long totalCount;
        private static long peakCount;

        private nint handle;
        private long pressure;

        /// <summary>Takes over an owned handle, or stands for an undefined tensor. Without <paramref name="register"/> no scope and no statistics see it.</summary>
        internal Tensor(nint handle, bool register = true)
        {
            this.handle = handle;
            if (handle == 0)
            {
                GC.SuppressFinalize(this);
                return;
            }
            var count = Interlocked.Increment(ref totalCount);
            if (count > peakCount)
                peakCount = count;
            if (register)
                OwningDisposeScope = DisposeScopeManager.ThreadSingleton.Register(this);
            var bytes = NativeMethods.sg_tensor_own_bytes(handle);
            if (bytes >= LargeBytes)
                GC.AddMemoryPressure(pressure = bytes);
        }

        /// <summary>Releases the tensor where nobody disposed it.</summary>
        ~Tensor() => Dispose(false);

        /// <summary>How many tensors live in this process.</summary>
        public static long TotalCount => totalCount;

        /// <summary>The most tensors that lived at once.</summary>
        public static long PeakCount => peakCount;

        /// <summary>A name for whatever purpose its owner has; libtorch does not see it.</summary>
        public string? name { get; set; }

        /// <summary>Whether the tensor is disposed, or undefined.</summary>
        public bool IsInvalid => handle == 0;

        /// <summary>The native tensor, borrowed: valid while this object is alive and not disposed.</summary>
        /// <exception cref="InvalidOperationException">The tensor is disposed.</exception>
        public nint Handle
        {
            get
            {
                if (handle == 0)
                    ThrowEmpty();
                return handle;
            }
        }

        internal DisposeScope? OwningDisposeScope { get; set; }

        /// <summary>Wraps a handle that <see cref="DecoupleFromNativeHandle"/> gave, taking it over.</summary>
        public static Tensor UnsafeCreateTensor(nint handle) => new(handle);

        /// <summary>Releases the tensor's memory, unless the autograd graph or an alias still needs it.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Releases the native tensor once.</summary>
        protected virtual void Dispose(bool disposing)
        {
            if (handle == 0)
                return;
            DisposeScopeManager.ThreadSingleton.Disposing(this);
            Interlocked.Decrement(ref totalCount);
            NativeMethods.sg_tensor_release(handle);
            handle = 0;
            RelievePressure();
        }

        /// <summary>Gives the native tensor away: the caller now owns the handle, and this object is empty.</summary>
        public nint DecoupleFromNativeHandle()
        {
            GC.SuppressFinalize(this);
            var given = Handle;
            Interlocked.Decrement(ref totalCount);
            handle = 0;
            RelievePressure();
            return given;
        }

        /// <summary>Takes the handle for a tensor that replaces this one and is counted in its stead.</summary>
        internal nint MoveHandle()
        {
            var moved = Handle;
            handle = 0;
            RelievePressure();
            return moved;
        }

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
            return new Tensor(handle);
        }

        /// <inheritdoc/>
        public override bool Equals(object? obj) => obj is Tensor other && Equals(other);

        /// <summary>Whether both tensors have the same shape and equal elements.</summary>
        public bool Equals(Tensor target) => target is not null && Ops.equal.CallBool(this, target);

        /// <inheritdoc/>
        public override int GetHashCode() => base.GetHashCode();

        private void RelievePressure()
        {
            if (pressure == 0)
                return;
            GC.RemoveMemoryPressure(pressure);
            pressure = 0;
        }

        [DoesNotReturn]
        private static void ThrowEmpty() => throw new InvalidOperationException("Tensor invalid -- empty handle.");
    }
}

using ScoreGen.LibTorch;

namespace TorchSharp;

public static partial class torch
{
    // New tensors of the type and device of another.
    public partial class Tensor
    {
        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Like(Ops.rand_like, dtype, device, requires_grad);

        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Like(Ops.randn_like, dtype, device, requires_grad);

        public Tensor randint_like(long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Grad(Ops.randint_like_low_dtype.Call(this, low, high, dtype, Arg.None, device), requires_grad);

        public Tensor new_ones(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Grad(Ops.new_ones.Call(this, (long[])[size], dtype, Arg.None, device), requires_grad);

        public Tensor new_ones(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Grad(Ops.new_ones.Call(this, (long[])[rows, columns], dtype, Arg.None, device), requires_grad);

        public Tensor new_ones(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Grad(Ops.new_ones.Call(this, (long[])[dim0, dim1, dim2], dtype, Arg.None, device), requires_grad);

        public Tensor new_ones(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Grad(Ops.new_ones.Call(this, (long[])[dim0, dim1, dim2, dim3], dtype, Arg.None, device), requires_grad);

        public Tensor new_zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Grad(Ops.new_zeros.Call(this, size, dtype, Arg.None, device), requires_grad);

        public Tensor new_zeros(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Grad(Ops.new_zeros.Call(this, size, dtype, Arg.None, device), requires_grad);

        public Tensor new_zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Grad(Ops.new_zeros.Call(this, (long[])[size], dtype, Arg.None, device), requires_grad);

        public Tensor new_zeros(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Grad(Ops.new_zeros.Call(this, (long[])[rows, columns], dtype, Arg.None, device), requires_grad);

        public Tensor new_zeros(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Grad(Ops.new_zeros.Call(this, (long[])[dim0, dim1, dim2], dtype, Arg.None, device), requires_grad);

        public Tensor new_zeros(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Grad(Ops.new_zeros.Call(this, (long[])[dim0, dim1, dim2, dim3], dtype, Arg.None, device), requires_grad);

        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Like(Ops.zeros_like, dtype, device, requires_grad);

        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Like(Ops.ones_like, dtype, device, requires_grad);

        public Tensor new_empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Grad(Ops.new_empty.Call(this, size, dtype, Arg.None, device), requires_grad);

        public Tensor new_empty(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Grad(Ops.new_empty.Call(this, size, dtype, Arg.None, device), requires_grad);

        public Tensor new_empty(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Grad(Ops.new_empty.Call(this, (long[])[size], dtype, Arg.None, device), requires_grad);

        public Tensor new_empty(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Grad(Ops.new_empty.Call(this, (long[])[rows, columns], dtype, Arg.None, device), requires_grad);

        public Tensor new_empty(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Grad(Ops.new_empty.Call(this, (long[])[dim0, dim1, dim2], dtype, Arg.None, device), requires_grad);

        public Tensor new_empty(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Grad(Ops.new_empty.Call(this, (long[])[dim0, dim1, dim2, dim3], dtype, Arg.None, device), requires_grad);

        public Tensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Like(Ops.empty_like, dtype, device, requires_grad);

        public Tensor new_full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Grad(Ops.new_full.Call(this, size, value, dtype, Arg.None, device), requires_grad);

        public Tensor new_full(ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Grad(Ops.new_full.Call(this, size, value, dtype, Arg.None, device), requires_grad);

        public Tensor new_full(long size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Grad(Ops.new_full.Call(this, (long[])[size], value, dtype, Arg.None, device), requires_grad);

        public Tensor new_full(long rows, long columns, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Grad(Ops.new_full.Call(this, (long[])[rows, columns], value, dtype, Arg.None, device), requires_grad);

        public Tensor new_full(long dim0, long dim1, long dim2, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Grad(Ops.new_full.Call(this, (long[])[dim0, dim1, dim2], value, dtype, Arg.None, device), requires_grad);

        public Tensor new_full(long dim0, long dim1, long dim2, long dim3, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Grad(Ops.new_full.Call(this, (long[])[dim0, dim1, dim2, dim3], value, dtype, Arg.None, device), requires_grad);

        public Tensor full_like(Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Grad(Ops.full_like.Call(this, value, dtype, Arg.None, device), requires_grad);

        private Tensor Like(Operator op, ScalarType? dtype, Device? device, bool requires_grad) =>
            Grad(op.Call(this, dtype, Arg.None, device), requires_grad);
    }
}

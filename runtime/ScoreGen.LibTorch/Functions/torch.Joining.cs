using ScoreGen.LibTorch;

namespace TorchSharp;

// Functions of several tensors, and splits.
public static partial class torch
{
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Ops.cat.Call(All(tensors), dim);

    public static Tensor cat(Tensor[] tensors, long dim = 0) => Ops.cat.Call(tensors, dim);

    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Ops.cat.Call(tensors.ToArray(), dim);

    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    public static Tensor concat(Tensor[] tensors, long dim = 0) => cat(tensors, dim);

    public static Tensor concat(ReadOnlySpan<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    public static Tensor concatenate(IList<Tensor> tensors, long axis = 0) => cat(tensors, axis);

    public static Tensor concatenate(Tensor[] tensors, long axis = 0) => cat(tensors, axis);

    public static Tensor concatenate(ReadOnlySpan<Tensor> tensors, long axis = 0) => cat(tensors, axis);

    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Ops.stack.Call(All(tensors), dim);

    public static Tensor hstack(IList<Tensor> tensors) => Ops.hstack.Call(All(tensors));

    public static Tensor hstack(params Tensor[] tensors) => Ops.hstack.Call(All(tensors));

    public static Tensor hstack(IEnumerable<Tensor> tensors) => Ops.hstack.Call(All(tensors));

    public static Tensor hstack(ReadOnlySpan<Tensor> tensors) => Ops.hstack.Call(tensors.ToArray());

    public static Tensor vstack(IList<Tensor> tensors) => Ops.vstack.Call(All(tensors));

    public static Tensor vstack(Tensor[] tensors) => Ops.vstack.Call(All(tensors));

    public static Tensor vstack(ReadOnlySpan<Tensor> tensors) => Ops.vstack.Call(tensors.ToArray());

    public static Tensor dstack(IList<Tensor> tensors) => Ops.dstack.Call(All(tensors));

    public static Tensor dstack(params Tensor[] tensors) => Ops.dstack.Call(All(tensors));

    public static Tensor dstack(IEnumerable<Tensor> tensors) => Ops.dstack.Call(All(tensors));

    public static Tensor dstack(ReadOnlySpan<Tensor> tensors) => Ops.dstack.Call(tensors.ToArray());

    public static Tensor column_stack(IList<Tensor> tensors) => Ops.column_stack.Call(All(tensors));

    public static Tensor column_stack(params Tensor[] tensors) => Ops.column_stack.Call(All(tensors));

    public static Tensor column_stack(ReadOnlySpan<Tensor> tensors) => Ops.column_stack.Call(tensors.ToArray());

    /// <summary>Products summed as an equation says, such as "bij,bjk->bik".</summary>
    public static Tensor einsum(string equation, params Tensor[] tensors) => Ops.einsum.Call(equation, tensors);

    public static Tensor where(Tensor condition, Tensor x, Tensor y) => x.where(condition, y);

    /// <summary>The places where a tensor is true, one tensor a dimension.</summary>
    public static Tensor[] where(Tensor condition) => Ops.where.CallList(condition.OfType(ScalarType.Bool, nameof(condition)));

    /// <summary>Coordinates of a grid.</summary>
    /// <param name="tensors">One tensor of coordinates a dimension.</param>
    /// <param name="indexing">"ij", or "xy" to exchange the first two dimensions.</param>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij") => Ops.meshgrid_indexing.CallList(All(tensors), indexing);

    public static Tensor block_diag(params Tensor[] tensors) => Ops.block_diag.Call(All(tensors));

    public static Tensor cartesian_prod(params Tensor[] tensors) => Ops.cartesian_prod.Call(All(tensors));

    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors) => Ops.broadcast_tensors.CallList(All(tensors));

    public static Tensor softmax(Tensor input, int dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

    public static Tensor norm(Tensor input) => input.norm();

    public static Tensor movedim(Tensor input, long source, long destination) => Ops.movedim_int.Call(input, source, destination);

    public static Tensor moveaxis(Tensor input, long source, long destination) => movedim(input, source, destination);

    public static Tensor real(Tensor input) => input.real;

    public static Tensor imag(Tensor input) => input.imag;

    public static long numel(Tensor input) => input.numel();

    public static bool is_tensor(object obj) => obj is Tensor;

    public static bool is_complex(Tensor input) => input.is_complex();

    public static bool is_floating_point(Tensor input) => input.is_floating_point();

    /// <summary>The rows and columns of the lower triangle.</summary>
    public static Tensor tril_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        Ops.tril_indices.Call(row, col, offset, dtype.Integral(nameof(dtype)), Arg.None, InitializeDevice(device));

    /// <summary>The rows and columns of the upper triangle.</summary>
    public static Tensor triu_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        Ops.triu_indices.Call(row, col, offset, dtype.Integral(nameof(dtype)), Arg.None, InitializeDevice(device));

    private static Tensor[] All(IEnumerable<Tensor> tensors) => tensors as Tensor[] ?? [.. tensors];
}

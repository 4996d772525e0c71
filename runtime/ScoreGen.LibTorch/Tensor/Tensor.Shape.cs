using ScoreGen.LibTorch;

namespace TorchSharp;

public static partial class torch
{
    // Views, joins and parts.
    public partial class Tensor
    {
        public Tensor view(params long[] shape) => Ops.view.Call(this, shape);

        public Tensor view_as(Tensor other) => Ops.view_as.Binary(this, other);

        public Tensor reshape(params long[] shape) => Ops.reshape.Call(this, shape);

        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Ops.flatten_using_ints.Call(this, start_dim, end_dim);

        public Tensor unflatten(long dim, params long[] sizes)
        {
            if (dim < 0 || dim >= ndim)
                throw new ArgumentException($"Invalid 'dim' argument: {dim}. The tensor has dimensions 0 to {ndim - 1}.", nameof(dim));
            return sizes.Length > 0
                ? Ops.unflatten_int.Call(this, dim, sizes)
                : throw new ArgumentException("The number of output sizes is zero.", nameof(sizes));
        }

        public Tensor unflatten(long dim, Size sizes) => unflatten(dim, sizes.Shape);

        public Tensor transpose(long dim0, long dim1) => Ops.transpose_int.Call(this, dim0, dim1);

        public Tensor transpose_(long dim0, long dim1) => Ops.transpose_.Update(this, dim0, dim1);

        public Tensor swapdims(long dim0, long dim1) => transpose(dim0, dim1);

        public Tensor swapaxes(long dim0, long dim1) => transpose(dim0, dim1);

        public Tensor t() => Ops.t.Unary(this);

        public Tensor permute(params long[] permutation) => Ops.permute.Call(this, permutation);

        public Tensor permute(IEnumerable<long> permutation) => Ops.permute.Call(this, permutation.ToArray());

        public Tensor contiguous() => Ops.contiguous.Unary(this);

        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => Ops.expand.Call(this, sizes, isImplicit);

        public Tensor expand(Size sizes, bool isImplicit = false) => Ops.expand.Call(this, sizes.Shape, isImplicit);

        public Tensor expand(long[] sizes, bool isImplicit = false) => Ops.expand.Call(this, sizes, isImplicit);

        public Tensor expand(params long[] sizes) => Ops.expand.Call(this, sizes);

        public Tensor expand_as(Tensor other) => Ops.expand_as.Binary(this, other);

        public Tensor broadcast_to(params long[] shape) => Ops.broadcast_to.Call(this, shape);

        public Tensor repeat(params long[] sizes) => Ops.repeat.Call(this, sizes);

        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) =>
            Ops.repeat_interleave_self_Tensor.Call(this, repeats, dim, output_size);

        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) =>
            Ops.repeat_interleave_self_int.Call(this, repeats, dim, output_size);

        public Tensor tile(long[] reps) => Ops.tile.Call(this, reps);

        public Tensor unsqueeze(long dim) => Ops.unsqueeze.Call(this, dim);

        public Tensor unsqueeze_(long dim) => Ops.unsqueeze_.Update(this, dim);

        public Tensor squeeze(long? dim = null) => dim is { } d ? Ops.squeeze_dim.Call(this, d) : Ops.squeeze.Call(this);

        public Tensor squeeze_(long? dim = null) => dim is { } d ? Ops.squeeze__dim.Update(this, d) : Ops.squeeze_.Update(this);

        public Tensor narrow(long dim, long start, long length) => Ops.narrow.Call(this, dim, start, length);

        public Tensor slice(long dim, long start, long finish, long step) => Ops.slice_Tensor.Call(this, dim, start, finish, step);

        public Tensor select(long dim, long index) => Ops.select_int.Call(this, dim, index);

        public Tensor[] split(long size, int dim = 0) => Ops.split_Tensor.CallList(this, size, dim);

        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) => Ops.split_with_sizes.CallList(this, sizes, dim);

        public Tensor[] split(long[] sizes, long dim = 0) => Ops.split_with_sizes.CallList(this, sizes, dim);

        public Tensor[] split(params long[] sizes) => Ops.split_with_sizes.CallList(this, sizes);

        public Tensor[] tensor_split(long size, long dim = 0) => Ops.tensor_split_sections.CallList(this, size, dim);

        public Tensor[] tensor_split(long[] sizes, long dim = 0) => Ops.tensor_split_indices.CallList(this, sizes, dim);

        public Tensor[] tensor_split(Tensor indices, long dim = 0) =>
            Ops.tensor_split_tensor_indices_or_sections.CallList(this, indices.OfType(ScalarType.Int64, nameof(indices)), dim);

        public Tensor[] chunk(long chunks, long dim = 0) => Ops.chunk.CallList(this, chunks, dim);

        public Tensor[] unbind(long dimension = 0) => Ops.unbind_int.CallList(this, dimension);

        public Tensor unfold(long dimension, long size, long step) => Ops.unfold.Call(this, dimension, size, step);

        public Tensor flip(params long[] dims) => Ops.flip.Call(this, dims);

        public Tensor fliplr() => Ops.fliplr.Unary(this);

        public Tensor flipud() => Ops.flipud.Unary(this);

        public Tensor roll(long shifts, long? dims = null) =>
            Ops.roll.Call(this, (long[])[shifts], dims is { } d ? (long[])[d] : Array.Empty<long>());

        public Tensor roll((long, long) shifts, (long, long) dims) =>
            Ops.roll.Call(this, (long[])[shifts.Item1, shifts.Item2], (long[])[dims.Item1, dims.Item2]);

        public Tensor roll(long[] shifts, long[] dims) => Ops.roll.Call(this, shifts, dims);

        /// <summary>Rolls the first dimension; without an array, <see cref="roll(long, long?)"/> rolls the flattened tensor.</summary>
        public Tensor roll(long[] shifts) => Ops.roll.Call(this, shifts, (long[])[0]);

        public Tensor roll((long, long, long) shifts, (long, long, long) dims) =>
            Ops.roll.Call(this, (long[])[shifts.Item1, shifts.Item2, shifts.Item3], (long[])[dims.Item1, dims.Item2, dims.Item3]);

        public Tensor roll(ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default(System.ReadOnlySpan<long>)) =>
            Ops.roll.Call(this, shifts, dims);

        public Tensor rot90(long k = 1, (long, long)? dims = null) =>
            Ops.rot90.Call(this, k, dims is { } d ? (long[])[d.Item1, d.Item2] : (long[])[0, 1]);

        public Tensor movedim(long[] source, long[] destination) => Ops.movedim_intlist.Call(this, source, destination);

        public Tensor moveaxis(long[] source, long[] destination) => movedim(source, destination);

        public Tensor ravel() => Ops.ravel.Unary(this);

        public Tensor diag(long diagonal = 0) => Ops.diag.Call(this, diagonal);

        public Tensor diag_embed(long offset = 0, long dim1 = -2, long dim2 = -1) => Ops.diag_embed.Call(this, offset, dim1, dim2);

        public Tensor diagflat(long offset = 0) => Ops.diagflat.Call(this, offset);

        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1) => dim1 != dim2
            ? Ops.diagonal.Call(this, offset, dim1, dim2)
            : throw new ArgumentException($"Diagonal dimensions cannot be identical {dim1}, {dim2}", nameof(dim2));

        public Tensor tril(long diagonal = 0) => Ops.tril.Call(this, diagonal);

        /// <summary>Zeroes what is above the diagonal, in place; what is returned is another object for this tensor.</summary>
        public Tensor tril_(long diagonal = 0) => Ops.tril_.Call(this, diagonal);

        public Tensor triu(long diagonal = 0) => Ops.triu.Call(this, diagonal);

        /// <summary>Zeroes what is below the diagonal, in place; what is returned is another object for this tensor.</summary>
        public Tensor triu_(long diagonal = 0) => Ops.triu_.Call(this, diagonal);

        public Tensor atleast_1d() => Ops.atleast_1d.Unary(this);

        public Tensor atleast_2d() => Ops.atleast_2d.Unary(this);

        public Tensor atleast_3d() => Ops.atleast_3d.Unary(this);

        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0) => Ops.as_strided.Call(this, size, strides, storageOffset);

        public Tensor view_as_real() => Ops.view_as_real.Unary(this);

        public Tensor view_as_complex() => Ops.view_as_complex.Unary(this);

        public Tensor adjoint() => Ops.adjoint.Unary(this);
    }
}

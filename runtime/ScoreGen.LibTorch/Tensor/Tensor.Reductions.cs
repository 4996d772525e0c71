using ScoreGen.LibTorch;

namespace TorchSharp;

public static partial class torch
{
    // Sums, means, extremes and orders.
    public partial class Tensor
    {
        public Tensor sum(ScalarType? type = null) => Ops.sum.Call(this, type);

        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => Ops.sum_dim_IntList.Call(this, dim, keepdim, type);

        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
            Ops.sum_dim_IntList.Call(this, dim, keepdim, type);

        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) =>
            Ops.sum_dim_IntList.Call(this, (long[])[dim], keepdim, type);

        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) =>
            Ops.sum_dim_IntList.Call(this, (long[])[dim0, dim1], keepdim, type);

        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            Ops.sum_dim_IntList.Call(this, (long[])[dim0, dim1, dim2], keepdim, type);

        public Tensor prod(ScalarType? type = null) => Ops.prod.Call(this, type);

        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) => Ops.prod_dim_int.Call(this, dim, keepdim, type);

        public Tensor mean() => Ops.mean.Unary(this);

        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            Ops.mean_dim.Call(this, dimensions, keepdim, type);

        public Tensor var(bool unbiased = true) => Ops.var.Call(this, unbiased);

        public Tensor var(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spread(Ops.var_dim, dimensions.ToArray(), unbiased, keepdim);

        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spread(Ops.var_dim, dimensions, unbiased, keepdim);

        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spread(Ops.var_dim, [dim], unbiased, keepdim);

        public Tensor var((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spread(Ops.var_dim, [dim.Item1, dim.Item2], unbiased, keepdim);

        public Tensor var((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spread(Ops.var_dim, [dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim);

        public Tensor std(bool unbiased = true) => Ops.std.Call(this, unbiased);

        public Tensor std(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spread(Ops.std_dim, dimensions.ToArray(), unbiased, keepdim);

        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spread(Ops.std_dim, dimensions, unbiased, keepdim);

        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spread(Ops.std_dim, [dim], unbiased, keepdim);

        public Tensor std((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spread(Ops.std_dim, [dim.Item1, dim.Item2], unbiased, keepdim);

        public Tensor std((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Spread(Ops.std_dim, [dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim);

        public (Tensor var, Tensor mean) var_mean(bool unbiased = true) => Ops.var_mean.CallPair(this, unbiased);

        public (Tensor std, Tensor mean) var_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            SpreadAndMean(Ops.var_mean_dim, dimensions, unbiased, keepdim);

        public (Tensor std, Tensor mean) var_mean(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            SpreadAndMean(Ops.var_mean_dim, dimensions.ToArray(), unbiased, keepdim);

        public (Tensor var, Tensor mean) var_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            SpreadAndMean(Ops.var_mean_dim, [dim], unbiased, keepdim);

        public (Tensor var, Tensor mean) var_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            SpreadAndMean(Ops.var_mean_dim, [dim.Item1, dim.Item2], unbiased, keepdim);

        public (Tensor var, Tensor mean) var_mean((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            SpreadAndMean(Ops.var_mean_dim, [dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim);

        public (Tensor std, Tensor mean) std_mean(bool unbiased = true) => Ops.std_mean.CallPair(this, unbiased);

        public (Tensor std, Tensor mean) std_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            SpreadAndMean(Ops.std_mean_dim, dimensions, unbiased, keepdim);

        public (Tensor std, Tensor mean) std_mean(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            SpreadAndMean(Ops.std_mean_dim, dimensions.ToArray(), unbiased, keepdim);

        public (Tensor std, Tensor mean) std_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            SpreadAndMean(Ops.std_mean_dim, [dim], unbiased, keepdim);

        public (Tensor std, Tensor mean) std_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            SpreadAndMean(Ops.std_mean_dim, [dim.Item1, dim.Item2], unbiased, keepdim);

        public (Tensor std, Tensor mean) std_mean((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            SpreadAndMean(Ops.std_mean_dim, [dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim);

        public Tensor max() => Ops.max.Unary(this);

        public Tensor max(Tensor other) => Ops.max_other.Binary(this, other);

        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Ops.max_dim.CallPair(this, dim, keepdim);

        public Tensor min() => Ops.min.Unary(this);

        public Tensor min(Tensor other) => Ops.min_other.Binary(this, other);

        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => Ops.min_dim.CallPair(this, dim, keepdim);

        public Tensor amax(params long[] dims) => Ops.amax.Call(this, dims);

        public Tensor amin(params long[] dims) => Ops.amin.Call(this, dims);

        public (Tensor min, Tensor max) aminmax(long? dim = null, bool keepdim = false) => Ops.aminmax.CallPair(this, dim, keepdim);

        public Tensor argmax() => Ops.argmax.Unary(this);

        public Tensor argmax(long dim, bool keepdim = false) => Ops.argmax.Call(this, dim, keepdim);

        public Tensor argmin() => Ops.argmin.Unary(this);

        public Tensor argmin(long dim, bool keepdim = false) => Ops.argmin.Call(this, dim, keepdim);

        public Tensor argsort(long dim = -1, bool descending = false) => Ops.argsort.Call(this, dim, descending);

        public Tensor all() => Ops.all.Unary(this);

        public Tensor all(long dim, bool keepdim = false) => Ops.all_dim.Call(this, dim, keepdim);

        public Tensor any() => Ops.any.Unary(this);

        public Tensor any(long dim, bool keepdim = false) => Ops.any_dim.Call(this, dim, keepdim);

        public Tensor norm(float p = 2) => Ops.norm_Scalar.Call(this, p);

        public Tensor norm(int dim, bool keepdim = false, float p = 2) => Ops.norm_ScalarOpt_dim.Call(this, p, (long[])[dim], keepdim);

        public Tensor dist(Tensor other, float p = 2) => Ops.dist.Call(this, other, p);

        public Tensor logsumexp(long dim, bool keepdim = false) => Ops.logsumexp.Call(this, (long[])[dim], keepdim);

        public Tensor cumsum(long dim, ScalarType? type = null) => Ops.cumsum.Call(this, dim, type);

        public Tensor cumprod(long dim, ScalarType? type = null) => Ops.cumprod.Call(this, dim, type);

        public (Tensor values, Tensor indexes) cummax(long dim) => Ops.cummax.CallPair(this, dim);

        public (Tensor values, Tensor indexes) cummin(long dim) => Ops.cummin.CallPair(this, dim);

        public Tensor logcumsumexp(long dim) => Ops.logcumsumexp.Call(this, dim);

        public Tensor median() => Ops.median.Unary(this);

        public Tensor nanmedian() => Ops.nanmedian.Unary(this);

        public Tensor nansum() => Ops.nansum.Unary(this);

        public Tensor nanmean(int? dim = null, bool keepdim = false, ScalarType? dtype = null) =>
            Ops.nanmean.Call(this, dim is { } d ? (long[])[d] : Arg.None, keepdim, dtype);

        public (Tensor values, Tensor indices) mode(long dim = -1, bool keepdim = false) => Ops.mode.CallPair(this, dim, keepdim);

        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) => Ops.quantile.Call(this, q, dim, keepdim);

        public Tensor nanquantile(Tensor q, long dim = -1, bool keepdim = false) => Ops.nanquantile.Call(this, q, dim, keepdim);

        public (Tensor values, Tensor indices) kthvalue(long k, long? dim, bool keepdim = false) =>
            Ops.kthvalue.CallPair(this, k, dim ?? -1, keepdim);

        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            Ops.topk.CallPair(this, k, dim, largest, sorted);

        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            Ops.sort_stable.CallPair(this, stable, dim, descending);

        public Tensor msort() => Ops.msort.Unary(this);

        public Tensor count_nonzero(long[]? dims = null) =>
            dims is null ? Ops.count_nonzero.Call(this) : Ops.count_nonzero_dim_IntList.Call(this, dims);

        public Tensor trace() => Ops.trace.Unary(this.OfDimensions(2, "this"));

        public Tensor diff(long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) =>
            Ops.diff.Call(this, n, dim, prepend, append);

        public Tensor histc(long bins = 100, long min = 0, long max = 0) => Ops.histc.Call(this, bins, min, max);

        public Tensor bincount(Tensor? weights, long minlength = 0) => Ops.bincount.Call(this, weights, minlength);

        public Tensor cov(long correction = 1, Tensor? fweights = null, Tensor? aweights = null) =>
            Ops.cov.Call(this, correction, fweights, aweights);

        public Tensor corrcoef() => Ops.corrcoef.Unary(this);
    }
}

using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests.Tensors;

/// <summary>Several ways to write one thing: lists, arrays and spans of tensors; dimensions as spans, tuples and single numbers.</summary>
public class FormTests
{
    public static TheoryData<string> Joins => new("cat", "hstack", "vstack", "dstack", "column_stack");

    private static Tensor[] All(string name, Tensor[] a)
    {
        IList<Tensor> list = [.. a];
        IEnumerable<Tensor> lazy = a.Select(tensor => tensor);
        ReadOnlySpan<Tensor> span = a;
        return name switch
        {
            "cat" => [cat(a), cat(list), cat(span), concat(a), concat(list), concat(span), concatenate(a), concatenate(list), concatenate(span)],
            "hstack" => [hstack(a), hstack(list), hstack(lazy), hstack(span)],
            "vstack" => [vstack(a), vstack(list), vstack(span)],
            "dstack" => [dstack(a), dstack(list), dstack(lazy), dstack(span)],
            _ => [column_stack(a), column_stack(list), column_stack(span)],
        };
    }

    [Theory]
    [MemberData(nameof(Joins))]
    public void Lists_arrays_and_spans_are_joined_alike(string name)
    {
        using var scope = NewDisposeScope();
        (long[] Shape, long[] Elements) expected = name switch
        {
            "cat" => ([4], [0, 1, 5, 6]),
            "hstack" => ([4], [0, 1, 5, 6]),
            "vstack" => ([2, 2], [0, 1, 5, 6]),
            "dstack" => ([1, 2, 2], [0, 5, 1, 6]),
            _ => ([2, 2], [0, 5, 1, 6]),
        };
        Assert.All(All(name, [arange(2), arange(5, 7)]), joined =>
        {
            Assert.Equal(expected.Shape, joined.shape);
            Assert.Equal(expected.Elements, joined.data<long>().ToArray());
        });
    }

    [Fact]
    public void Hundreds_of_tensors_are_joined()
    {
        using var scope = NewDisposeScope();
        var many = Enumerable.Range(0, 500).Select(i => tensor(new[] { i })).ToArray();
        Assert.Equal(Enumerable.Range(0, 500), cat(many).data<int>().ToArray());
    }

    [Fact]
    public void Shapes_and_parts_take_spans_sizes_and_tuples()
    {
        using var scope = NewDisposeScope();
        var x = arange(8).view(2, 2, 2);
        ReadOnlySpan<long> one = [1, 1], dims = [1, 2];
        var row = arange(2).view(1, 2);
        Assert.Equal([3, 2], row.expand((ReadOnlySpan<long>)[3, 2]).shape);
        Assert.Equal([3, 2], row.expand(new long[] { 3, 2 }, isImplicit: true).shape);
        Assert.Equal([2, 2, 2], x.permute(new List<long> { 2, 0, 1 }).shape);
        Assert.Equal([0, 2, 4, 6, 1, 3, 5, 7], x.permute(new List<long> { 2, 0, 1 }).flatten().data<long>().ToArray());
        Assert.All([x.roll(one, dims), roll(x, one, dims), x.roll((1, 1), (1, 2))],
            rolled => Assert.Equal([3, 2, 1, 0, 7, 6, 5, 4], rolled.flatten().data<long>().ToArray()));
        Assert.All([x.roll((1, 1, 1), (0, 1, 2)), roll(x, (1, 1, 1), (0, 1, 2))],
            rolled => Assert.Equal([7, 6, 5, 4, 3, 2, 1, 0], rolled.flatten().data<long>().ToArray()));
        Assert.All([x.unflatten(0, 1, 2), unflatten(x, 0, 1, 2)], unflattened => Assert.Equal([1, 2, 2, 2], unflattened.shape));
        Assert.Equal([4, 2], reshape(x, 4, 2).shape);
    }

    [Fact]
    public void Splits_take_spans_and_arrays()
    {
        using var scope = NewDisposeScope();
        var x = arange(6);
        Tensor[][] splits = [x.split((ReadOnlySpan<long>)[1, 2, 3]), x.split(new long[] { 1, 2, 3 }, 0), x.split(1, 2, 3), split(x, [1, 2, 3])];
        Assert.All(splits, parts => Assert.Equal([[0], [1, 2], [3, 4, 5]], parts.Select(part => part.data<long>().ToArray())));
    }

    [Fact]
    public void Sums_and_spreads_take_dimensions_in_every_form()
    {
        using var scope = NewDisposeScope();
        var x = arange(8, ScalarType.Float64).view(2, 2, 2).square();
        ReadOnlySpan<long> last = [1, 2];
        Tensor[] sums = [x.sum(last), torch.sum(x, last), x.sum(1, 2), x.sum([1, 2])];
        Assert.All(sums, sum => Assert.Equal([14.0, 126], sum.data<double>().ToArray()));
        Assert.Equal(140, x.sum(0, 1, 2).item<double>());
        var variance = x.var([1L, 2]).data<double>().ToArray();
        Tensor[] variances = [x.var(last), torch.var(x, (1, 2)), x.var((1, 2)), x.std(last).square(), torch.std(x, (1, 2)).square(), x.std((1, 2)).square()];
        Assert.All(variances, v => Assert.All(variance.Zip(v.data<double>().ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-9)));
        var whole = x.var().item<double>();
        Assert.All([x.var((0, 1, 2)), torch.var(x, (0, 1, 2)), x.std((0, 1, 2)).square(), torch.std(x, (0, 1, 2)).square()],
            v => Assert.Equal(whole, v.item<double>(), 1e-9));
    }

    [Fact]
    public void Spreads_come_with_the_mean()
    {
        using var scope = NewDisposeScope();
        var x = arange(8, ScalarType.Float64).view(2, 2, 2).square();
        ReadOnlySpan<long> last = [1, 2];
        var (variance, mean) = (x.var([1L, 2]), x.mean([1L, 2]));
        Assert.All([x.var_mean(last), torch.var_mean(x, last), x.var_mean([1L, 2]), x.var_mean((1, 2))],
            pair => Assert.True(pair.Item1.allclose(variance) && pair.Item2.allclose(mean)));
        Assert.All([x.std_mean(last), torch.std_mean(x, last), x.std_mean((1, 2))],
            pair => Assert.True(pair.Item1.square().allclose(variance) && pair.Item2.allclose(mean)));
        Assert.All([x.var_mean((0, 1, 2)).Item2, torch.var_mean(x, (0, 1, 2)).Item2, x.std_mean((0, 1, 2)).Item2, torch.std_mean(x, (0, 1, 2)).Item2],
            m => Assert.Equal(17.5, m.item<double>()));
    }

    [Fact]
    public void Products_of_matrices_as_functions_and_as_methods_agree()
    {
        using var scope = NewDisposeScope();
        var m = tensor(new[,] { { 2.0, 1 }, { 1, 3 } });
        var (v, w, stacked) = (tensor(new[] { 1.0, 2 }), tensor(new[] { 5.0, 7 }), m.unsqueeze(0));
        var factor = tensor(new[,] { { 2.0, 0 }, { 1, 1 } });
        (Tensor Function, Tensor Method, double[] Expected)[] both =
        [
            (mv(m, v), m.mv(v), [4, 7]),
            (addmv(w, m, v, 1, 1), w.addmv(m, v, 1, 1), [9, 14]),
            (addr(m, v, w), m.addr(v, w), [7, 8, 11, 17]),
            (addbmm(m, stacked, stacked), m.addbmm(stacked, stacked), [7, 6, 6, 13]),
            (tensordot(m, m, [(1L, 0L)]), m.tensordot(m, [(1L, 0L)]), [5, 5, 5, 10]),
            (cholesky_inverse(factor), factor.cholesky_inverse(), [0.5, -0.5, -0.5, 1]),
        ];
        foreach (var (function, method, expected) in both)
        {
            Assert.All(expected.Zip(function.data<double>().ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
            Assert.Equal(function.data<double>().ToArray(), method.data<double>().ToArray());
        }
        Assert.Equal([7, 6, 6, 13], addbmm_(m.clone(), stacked, stacked).data<double>().ToArray());
        Assert.Equal([9, 14], addmv_(w.clone(), m, v, 1, 1).data<double>().ToArray());
        Assert.Equal([7, 8, 11, 17], addr_(m.clone(), v, w).data<double>().ToArray());
    }

    [Fact]
    public void Parts_of_complex_numbers_and_single_dimensions_have_functions()
    {
        using var scope = NewDisposeScope();
        var z = tensor(new[] { (3f, 4f) });
        Assert.Equal(3, real(z).ToSingle());
        Assert.Equal(4, imag(z).ToSingle());
        Assert.Equal((3f, 4f), view_as_complex(tensor(new[] { 3f, 4 })).item<(float, float)>());
        Assert.Equal(5, norm(tensor(new[] { 3f, 4 })).ToSingle());
        Assert.Equal([3, 1, 2], moveaxis(zeros(1, 2, 3), 2, 0).shape);
        Assert.True(is_tensor(z));
        Assert.False(is_tensor("z"));
    }

    [Fact]
    public void Samples_of_weights_are_drawn()
    {
        using var scope = NewDisposeScope();
        var drawn = multinomial(tensor(new[] { 0f, 1, 1 }), 20, replacement: true);
        Assert.Equal([1, 2], drawn.data<long>().ToArray().Distinct().Order());
    }
}

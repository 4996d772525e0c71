using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests;

/// <summary>What goes wrong comes back as TorchSharp's exception, with libtorch's message.</summary>
public class ErrorTests
{
    [Fact]
    public void A_libtorch_error_is_an_ExternalException_with_its_message()
    {
        using var scope = NewDisposeScope();
        var failure = Assert.Throws<ExternalException>(() => ones(2, 3).mm(ones(2, 3)));
        Assert.Contains("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shapes_that_do_not_broadcast_are_named()
    {
        using var scope = NewDisposeScope();
        var failure = Assert.Throws<ExternalException>(() => ones(2, 3) + ones(4));
        Assert.Contains("The size of tensor a (3) must match the size of tensor b (4)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_the_wrong_type_is_refused()
    {
        using var one = ones(1);
        Assert.Throws<ArgumentException>(() => one.item<double>());
        Assert.Throws<ArgumentException>(() => one.data<int>());
        using var two = ones(2);
        Assert.Throws<ArgumentException>(() => two.item<float>());
        Assert.Throws<ExternalException>(() => two.ToSingle());
    }

    [Fact]
    public void A_double_weight_of_lerp_is_refused_as_in_TorchSharp()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<ExternalException>(() => ones(2).lerp(zeros(2), 0.25));
        Assert.Equal([0.75f, 0.75f], ones(2).lerp(zeros(2), 0.25f).data<float>().ToArray());
    }

    [Fact]
    public void A_tensor_that_is_too_small_for_its_shape_is_refused() =>
        Assert.Throws<ArgumentException>(() => tensor(new float[3], new long[] { 2, 2 }));

    [Fact]
    public void A_dimension_out_of_range_is_refused()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<ExternalException>(() => ones(2).sum(3));
        Assert.Throws<ExternalException>(() => ones(2).size(3));
    }

#if LIBTORCH
    [Fact]
    public void Messages_have_no_stack_of_native_frames()
    {
        using var scope = NewDisposeScope();
        var failure = Assert.Throws<ExternalException>(() => ones(2, 3).mm(ones(2, 3)));
        Assert.DoesNotContain("frame #", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".cpp", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Named_dimensions_are_refused_by_name()
    {
        var failure = Assert.Throws<NotSupportedException>(() => zeros(2, names: ["a"]));
        Assert.Contains("'names'", failure.Message, StringComparison.Ordinal);
    }
#endif
}

#if LIBTORCH
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests;

/// <summary>What an operator leaves to the garbage collector: the tensor object, and nothing else.</summary>
public class AllocationTests
{
    private const int Calls = 10_000;

    /// <summary>Header, type and fields of a Tensor; anything more would be an array, a closure or a handle for each call.</summary>
    private const long TensorBytes = 64;

    /// <summary>TorchSharp's number is an object as well.</summary>
    private const long ScalarBytes = 32;

    [Theory]
    [InlineData("add", TensorBytes)]
    [InlineData("mul by a number", TensorBytes + ScalarBytes)]
    [InlineData("matmul", TensorBytes)]
    [InlineData("linear", TensorBytes)]
    [InlineData("exp", TensorBytes)]
    public void An_operator_allocates_its_result_alone(string name, long most)
    {
        using var off = no_grad();
        using var scope = NewDisposeScope();
        var (a, b) = (ones(2, 2), ones(2, 2));
        Func<Tensor> call = name switch
        {
            "add" => () => a.add(b),
            "mul by a number" => () => a.mul(0.5),
            "matmul" => () => a.matmul(b),
            "linear" => () => nn.functional.linear(a, b),
            _ => () => a.exp(),
        };
        Repeat(call);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Repeat(call);
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
        Assert.InRange(each, 1, most);
    }

    [Fact]
    public void In_place_operators_allocate_nothing()
    {
        using var off = no_grad();
        using var scope = NewDisposeScope();
        var (a, b) = (ones(2, 2), ones(2, 2));
        for (var i = 0; i < Calls; i++)
            a.add_(b);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Calls; i++)
            a.add_(b);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Calls, 0, 0);
    }

    private static void Repeat(Func<Tensor> call)
    {
        for (var i = 0; i < Calls; i++)
            call().Dispose();
    }
}
#endif

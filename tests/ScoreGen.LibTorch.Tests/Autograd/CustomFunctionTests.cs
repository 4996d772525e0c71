using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace ScoreGen.LibTorch.Tests.Autograd;

/// <summary>Functions whose backward is managed code.</summary>
public class CustomFunctionTests
{
    [Fact]
    public void Backward_is_what_the_function_says()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1.0, 2, 3 }, requires_grad: true);
        var y = Cube.apply(x, "not a tensor");
        Assert.True(y.requires_grad);
        Assert.False(y.is_leaf);
        y.sum().backward();
        Assert.Equal([3.0, 12, 27], x.grad!.data<double>().ToArray());
    }

    [Fact]
    public void Without_gradients_there_is_no_node()
    {
        using var scope = NewDisposeScope();
        using var x = ones(2);
        Assert.False(Cube.apply(x, "").requires_grad);
        using var w = ones(2, requires_grad: true);
        using (no_grad())
            Assert.False(Cube.apply(w, "").requires_grad);
    }

    [Fact]
    public void Several_outputs_have_gradients_of_their_own()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 2.0 }, requires_grad: true);
        var y = tensor(new[] { 5.0 }, requires_grad: true);
        var outputs = SumAndProduct.apply(x, y);
        (outputs[0] * 10 + outputs[1]).backward();
        Assert.Equal(15, x.grad!.item<double>());
        Assert.Equal(12, y.grad!.item<double>());
    }

    [Fact]
    public void An_output_that_no_gradient_reaches_has_zeros()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 2.0 }, requires_grad: true);
        var y = tensor(new[] { 5.0 }, requires_grad: true);
        SumAndProduct.apply(x, y)[1].backward();
        Assert.Equal(5, x.grad!.item<double>());
        Assert.Equal(2, y.grad!.item<double>());
    }

    [Fact]
    public void A_returned_input_keeps_its_own_history()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 2.0 }, requires_grad: true);
        var same = Same.apply(x);
        Assert.True(x.is_leaf);
        (same * 3 + x).backward();
        Assert.Equal(31, x.grad!.item<double>());
    }

    [Fact]
    public void A_checkpoint_recomputes_within_backward()
    {
        using var scope = NewDisposeScope();
        var w = tensor(new[] { 0.5 }, requires_grad: true);
        var x = tensor(new[] { 2.0 }, requires_grad: true);
        Checkpoint.apply(x, w, (Func<Tensor, Tensor>)(h => (h * w).tanh())).backward();
        var (gx, gw) = (x.grad!.item<double>(), w.grad!.item<double>());
        x.grad = null;
        w.grad = null;
        (x * w).tanh().backward();
        Assert.Equal(x.grad!.item<double>(), gx, 1e-15);
        Assert.Equal(w.grad!.item<double>(), gw, 1e-15);
    }

#if LIBTORCH
    [Fact]
    public void A_second_backward_is_refused_by_libtorch()
    {
        using var scope = NewDisposeScope();
        var x = ones(1, requires_grad: true);
        var y = Cube.apply(x, "");
        y.backward();
        var failure = Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => y.backward());
        Assert.Contains("second time", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_saved_tensor_that_was_changed_since_is_refused()
    {
        using var scope = NewDisposeScope();
        var x = ones(1, requires_grad: true);
        var doubled = x * 2;
        var y = Cube.apply(doubled, "");
        doubled.add_(1);
        var failure = Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => y.backward());
        Assert.Contains("modified by an inplace operation", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_in_backward_arrives_in_the_caller()
    {
        using var scope = NewDisposeScope();
        for (var i = 0; i < 3; i++)
        {
            var x = ones(1, requires_grad: true);
            var y = Failing.apply(x).exp();
            var failure = Assert.Throws<InvalidTimeZoneException>(() => y.backward());
            Assert.Equal("from backward", failure.Message);
            Assert.Contains(nameof(Failing), failure.StackTrace, StringComparison.Ordinal);
            Assert.Throws<InvalidTimeZoneException>(() => grad([Failing.apply(x)], [x]));
            Assert.True(is_grad_enabled());
        }
    }

    [Fact]
    public void An_exception_passes_through_a_backward_within_a_backward()
    {
        using var scope = NewDisposeScope();
        var x = ones(1, requires_grad: true);
        var y = Checkpoint.apply(x, x, (Func<Tensor, Tensor>)(h => Failing.apply(h)));
        Assert.Throws<InvalidTimeZoneException>(() => y.backward());
    }

    [Fact]
    public void A_wrong_number_of_gradients_is_refused_by_name()
    {
        using var scope = NewDisposeScope();
        var x = ones(1, requires_grad: true);
        var failure = Assert.Throws<InvalidOperationException>(() => TooFew.apply(x, x).backward());
        Assert.Equal("Function TooFew returned an incorrect number of gradients (expected 2, got 1).", failure.Message);
    }
#endif

    public sealed class Cube : SingleTensorFunction<Cube>
    {
        public override string Name => nameof(Cube);

        public override Tensor forward(AutogradContext ctx, params object[] vars)
        {
            Assert.False(is_grad_enabled());
            var x = (Tensor)vars[0];
            ctx.save_for_backward([x]);
            ctx.save_data("factor", 3.0);
            return x.pow(3);
        }

        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output)
        {
            using var x = ctx.get_saved_variables()[0];
            return [grad_output * (double)ctx.get_data("factor") * x * x, null!];
        }
    }

    public sealed class SumAndProduct : MultiTensorFunction<SumAndProduct>
    {
        public override string Name => nameof(SumAndProduct);

        public override List<Tensor> forward(AutogradContext ctx, params object[] vars)
        {
            var (x, y) = ((Tensor)vars[0], (Tensor)vars[1]);
            ctx.save_for_backward([x, y]);
            return [x + y, x * y];
        }

        public override List<Tensor> backward(AutogradContext ctx, List<Tensor> grad_outputs)
        {
            var saved = ctx.get_saved_variables();
            return [grad_outputs[0] + grad_outputs[1] * saved[1], grad_outputs[0] + grad_outputs[1] * saved[0]];
        }
    }

    public sealed class Same : SingleTensorFunction<Same>
    {
        public override string Name => nameof(Same);

        public override Tensor forward(AutogradContext ctx, params object[] vars) => (Tensor)vars[0];

        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) => [grad_output * 10];
    }

    public sealed class Failing : SingleTensorFunction<Failing>
    {
        public override string Name => nameof(Failing);

        public override Tensor forward(AutogradContext ctx, params object[] vars) => ((Tensor)vars[0]).clone();

        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) => throw new InvalidTimeZoneException("from backward");
    }

    public sealed class TooFew : SingleTensorFunction<TooFew>
    {
        public override string Name => nameof(TooFew);

        public override Tensor forward(AutogradContext ctx, params object[] vars) => ((Tensor)vars[0]).clone();

        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) => [grad_output];
    }

    public sealed class Checkpoint : SingleTensorFunction<Checkpoint>
    {
        public override string Name => nameof(Checkpoint);

        public override Tensor forward(AutogradContext ctx, params object[] vars)
        {
            ctx.save_for_backward([(Tensor)vars[0]]);
            ctx.save_data("block", vars[2]);
            return ((Func<Tensor, Tensor>)vars[2])((Tensor)vars[0]);
        }

        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output)
        {
            using var saved = ctx.get_saved_variables()[0];
            using var mode = enable_grad();
            using var h = saved.detach().requires_grad_();
            using var y = ((Func<Tensor, Tensor>)ctx.get_data("block"))(h);
            Run(y, grad_output);
            return [h.grad!, null!, null!];
        }

        private static void Run(Tensor y, Tensor gradient) => autograd.backward([y], [gradient]);
    }
}

using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace ScoreGen.LibTorch.Tests.Autograd;

/// <summary>The ways to run backward, its modes, and what a custom function may say of its tensors.</summary>
public class GradientFormTests
{
    [Fact]
    public void Backward_takes_one_gradient_several_or_none()
    {
        using var scope = NewDisposeScope();
        var weights = tensor(new[] { 1f, 10 });
        Action<Tensor>[] ways =
        [
            y => y.backward([weights]), y => autograd.backward(y, weights), y => autograd.backward(y, new List<Tensor> { weights }),
            y => autograd.backward([y], [weights]), y => autograd.backward((y * weights).sum()),
        ];
        foreach (var way in ways)
        {
            var x = ones(2, requires_grad: true);
            way(x * 3);
            Assert.Equal([3f, 30], x.grad!.data<float>().ToArray());
        }
    }

    [Fact]
    public void Only_the_inputs_that_are_named_get_gradients()
    {
        using var scope = NewDisposeScope();
        var (x, w) = (ones(1, requires_grad: true), ones(1, requires_grad: true));
        (x * w).backward(inputs: [w]);
        Assert.Null(x.grad);
        Assert.Equal(1, w.grad!.ToSingle());
    }

    [Fact]
    public void Gradients_are_switched_until_disposal()
    {
        using (set_grad_enabled(false))
        {
            Assert.False(is_grad_enabled());
            using (set_grad_enabled())
                Assert.True(is_grad_enabled());
            Assert.False(is_grad_enabled());
        }
        Assert.True(is_grad_enabled());
    }

    [Fact]
    public void Anomalies_are_looked_for_until_disposal()
    {
        using (set_detect_anomaly(true))
        using (set_detect_anomaly(false))
        {
            using var scope = NewDisposeScope();
            var x = zeros(1, requires_grad: true);
            (x * float.NaN).backward();
            Assert.True(float.IsNaN(x.grad!.ToSingle()));
        }
    }

    public sealed class AddOne : SingleTensorFunction<AddOne>
    {
        public override string Name => nameof(AddOne);

        public override Tensor forward(AutogradContext ctx, params object[] vars)
        {
            var x = (Tensor)vars[0];
            x.add_(1);
            ctx.mark_dirty([x]);
            return x;
        }

        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) => [grad_output * 5];
    }

    [Fact]
    public void A_function_may_change_its_input()
    {
        using var scope = NewDisposeScope();
        var x = ones(1, requires_grad: true);
        var changed = x * 2;
        var result = AddOne.apply(changed);
        result.backward();
        Assert.Equal(3, changed.ToSingle());
        Assert.Equal(10, x.grad!.ToSingle());
    }

    public sealed class WithPlace : MultiTensorFunction<WithPlace>
    {
        public override string Name => nameof(WithPlace);

        public override List<Tensor> forward(AutogradContext ctx, params object[] vars)
        {
            var x = (Tensor)vars[0];
            var place = x.argmax();
            ctx.mark_non_differentiable([place]);
            return [x * 2, place];
        }

        public override List<Tensor> backward(AutogradContext ctx, List<Tensor> grad_outputs) => [grad_outputs[0] * 2];
    }

    [Fact]
    public void An_output_may_have_no_gradient()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1f, 3 }, requires_grad: true);
        var outputs = WithPlace.apply(x);
        Assert.Equal((true, false), (outputs[0].requires_grad, outputs[1].requires_grad));
        outputs[0].sum().backward();
        Assert.Equal([2f, 2], x.grad!.data<float>().ToArray());
    }

#if LIBTORCH
    public sealed class ForNumbers : SingleTensorFunction<ForNumbers>
    {
        public override string Name => nameof(ForNumbers);

        public override Tensor forward(AutogradContext ctx, params object[] vars)
        {
            Assert.Throws<InvalidOperationException>(() => ctx.get_saved_variables());
            return ((Tensor)vars[0]).clone();
        }

        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) => [grad_output, grad_output];
    }

    [Fact]
    public void A_gradient_for_what_is_no_tensor_is_refused()
    {
        using var scope = NewDisposeScope();
        var x = ones(1, requires_grad: true);
        var failure = Assert.Throws<InvalidOperationException>(() => ForNumbers.apply(x, "text").backward());
        Assert.Contains("position 2", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Inference_mode_ends_once_and_on_its_own_thread()
    {
        var mode = inference_mode();
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(mode.Dispose));
        thread.Start();
        thread.Join();
        Assert.IsType<InvalidOperationException>(failure);
        mode.Dispose();
        mode.Dispose();
        Assert.False(is_inference_mode_enabled());
    }
#endif
}

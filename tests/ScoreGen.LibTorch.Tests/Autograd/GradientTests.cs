using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests.Autograd;

/// <summary>Gradients, the modes that govern them, and what is refused.</summary>
public class GradientTests
{
    [Fact]
    public void Backward_gathers_in_the_leaves()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1f, 2f }, requires_grad: true);
        Assert.True(x.is_leaf);
        Assert.Null(x.grad);
        x.pow(2).sum().backward();
        x.pow(2).sum().backward();
        Assert.Equal([4f, 8f], x.grad!.data<float>().ToArray());
        x.grad = null;
        Assert.Null(x.grad);
    }

    [Fact]
    public void Second_derivatives_come_from_a_recorded_pass()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 3.0 }, requires_grad: true);
        var first = autograd.grad([x.pow(3)], [x], create_graph: true)[0];
        Assert.Equal(27, first.item<double>());
        Assert.Equal(18, autograd.grad([first], [x])[0].item<double>());
    }

    [Fact]
    public void An_unused_input_is_refused_or_invalid()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (ones(1, requires_grad: true), ones(1, requires_grad: true));
#if LIBTORCH
        var failure = Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => autograd.grad([x * 2], [y]));
        Assert.Contains("not have been used in the graph", failure.Message, StringComparison.Ordinal);
#endif
        Assert.True(autograd.grad([x * 2], [y], allow_unused: true)[0].IsInvalid);
    }

    [Fact]
    public void Modes_are_restored()
    {
        Assert.True(is_grad_enabled());
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            using (enable_grad())
                Assert.True(is_grad_enabled());
            Assert.False(is_grad_enabled());
        }
        Assert.True(is_grad_enabled());
        using (inference_mode())
        {
            Assert.True(is_inference_mode_enabled());
            Assert.False(is_grad_enabled());
        }
        Assert.False(is_inference_mode_enabled());
        Assert.True(is_grad_enabled());
    }

    [Fact]
    public void Inference_tensors_stay_out_of_graphs()
    {
        using var scope = NewDisposeScope();
        Tensor made;
        using (inference_mode())
            made = ones(2);
        var w = ones(2, requires_grad: true);
        var failure = Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => w * made);
        Assert.Contains("Inference tensors cannot be saved for backward", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Retained_gradients_reach_inner_tensors()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 2.0 }, requires_grad: true);
        var inner = x * 3;
        inner.retain_grad();
        (inner * inner).backward();
        Assert.Equal(12, inner.grad!.item<double>());
        Assert.False(inner.detach().requires_grad);
    }

    [Fact]
    public void Only_leaves_change_their_mind()
    {
        using var scope = NewDisposeScope();
        var x = ones(1, requires_grad: true);
        Assert.Same(x, x.requires_grad_(false));
        Assert.False(x.requires_grad);
        x.requires_grad = true;
        Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => x.add_(1));
    }

    [Fact]
    public void Anomaly_mode_is_restored()
    {
        Assert.False(AnomalyMode.IsEnabled);
        using (autograd.detect_anomaly())
        {
            Assert.True(AnomalyMode.IsEnabled);
            Assert.True(AnomalyMode.ShouldCheckNaN);
        }
        Assert.False(AnomalyMode.IsEnabled);
    }

    [Fact]
    public void Disposing_what_the_graph_needs_loses_nothing()
    {
        using var x = tensor(new[] { 2.0 }, requires_grad: true);
        Tensor y;
        using (var square = x * x)
            y = square * x;
        y.backward();
        y.Dispose();
        using var gradient = x.grad!;
        Assert.Equal(12, gradient.item<double>());
    }
}

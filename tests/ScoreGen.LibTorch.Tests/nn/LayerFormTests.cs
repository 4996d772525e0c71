using System.Runtime.InteropServices;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.LibTorch.Tests;

/// <summary>What layers are made of and from, and the inputs they refuse.</summary>
public class LayerFormTests
{
    [Fact]
    public void Layers_refuse_inputs_of_other_dimensions()
    {
        using var scope = NewDisposeScope();
        (Module<Tensor, Tensor> Layer, Tensor Input)[] wrong =
        [
            (BatchNorm1d(2), zeros(2)), (InstanceNorm1d(2), zeros(2)), (InstanceNorm2d(2), zeros(2, 2)), (GroupNorm(1, 2), zeros(2)),
            (Conv1d(2, 1, 1), zeros(1, 3, 4)), (Conv2d(2, 1, 1), zeros(1, 3, 4, 4)),
        ];
        Assert.All(wrong, pair => Assert.Throws<ArgumentException>(() => pair.Layer.call(pair.Input)));
    }

    [Fact]
    public void The_same_padding_needs_steps_of_one()
    {
        Assert.Throws<ArgumentException>(() => Conv1d(1, 1, 3, Padding.Same, stride: 2));
        using var conv = Conv1d(1, 1, 3, Padding.Same);
        using var y = conv.call(ones(1, 1, 5));
        Assert.Equal([1, 1, 5], y.shape);
    }

    [Fact]
    public void Kernels_may_be_square_or_not()
    {
        using var square = Conv2d(1, 2, 3, Padding.Same);
        using var flat = Conv2d(1, 2, (1, 3), Padding.Valid);
        Assert.Equal([2, 1, 3, 3], square.weight.shape);
        Assert.Equal([2, 1, 1, 3], flat.weight.shape);
        using var y = square.call(ones(1, 1, 4, 4));
        Assert.Equal([1, 2, 4, 4], y.shape);
        using var z = flat.call(ones(1, 1, 4, 4));
        Assert.Equal([1, 2, 4, 2], z.shape);
    }

    [Fact]
    public void Weights_are_there_to_be_read_and_replaced()
    {
        using var embedding = Embedding(3, 2);
        using var norm = LayerNorm(2);
        using var cell = GRUCell(2, 3);
        Assert.Equal([3, 2], embedding.weight!.shape);
        Parameter?[] all = [norm.weight, norm.bias, cell.weight_ih, cell.weight_hh, cell.bias_ih, cell.bias_hh];
        Assert.Equal([[2], [2], [9, 2], [9, 3], [9], [9]], all.Select(parameter => parameter!.shape));
        embedding.weight = Parameter(zeros(3, 2));
        Assert.Equal(new float[6], embedding.get_parameter("weight")!.detach().data<float>().ToArray());
        using var linear = Linear(1, 1);
        var old = linear.weight;
        linear.weight = Parameter(zeros(1, 1));
        Assert.True(old.IsInvalid);
        Assert.Same(linear.weight, linear.get_parameter("weight"));
    }

    [Fact]
    public void A_table_is_looked_up_by_row()
    {
        using var scope = NewDisposeScope();
        var table = arange(6, ScalarType.Float32).view(3, 2);
        using var embedding = Embedding_from_pretrained(table);
        Assert.Equal([4f, 5, 0, 1], embedding.call(tensor(new long[] { 2, 0 })).data<float>().ToArray());
        using var padded = Embedding(3, 2, padding_idx: -1);
        Assert.Equal([0f, 0], padded.call(tensor(new long[] { 2 })).data<float>().ToArray());
        Assert.Throws<ExternalException>(() => Embedding(3, 2, padding_idx: 3));
    }

    [Fact]
    public void Activations_can_be_asked_to_work_in_place()
    {
        (Module<Tensor, Tensor> Layer, Func<Tensor, Tensor> Function)[] pairs =
        [
            (Sigmoid(true), x => functional.sigmoid(x)), (Tanh(true), x => functional.tanh(x)), (SiLU(true), x => functional.silu(x)),
            (Mish(true), x => functional.mish(x)), (GELU(true), x => functional.gelu(x, false)), (Softsign(true), x => functional.softsign(x)),
        ];
        foreach (var (layer, function) in pairs)
        {
            using var scope = NewDisposeScope();
            var x = tensor(new[] { -1f, 0.5f, 2 });
            var expected = function(x.clone());
            var result = layer.call(x);
            Assert.True(expected.allclose(result, 1e-6, 1e-7));
        }
    }

    [Fact]
    public void Weights_are_filled_under_either_name()
    {
        using var scope = NewDisposeScope();
        (Func<Tensor, Tensor>, Func<Tensor, Tensor>)[] names =
        [
            (x => init.glorot_uniform_(x), x => init.xavier_uniform_(x)), (x => init.glorot_normal_(x), x => init.xavier_normal_(x)),
            (x => init.constant_(x, 0), x => init.zeros_(x)), (x => init.constant_(x, 1), x => init.ones_(x)),
        ];
        foreach (var (one, other) in names)
        {
            var (x, y) = (empty(3, 4), empty(3, 4));
            manual_seed(2);
            one(x);
            manual_seed(2);
            other(y);
            Assert.Equal(y.data<float>().ToArray(), x.data<float>().ToArray());
        }
        Assert.Equal([1, 1, 5.0 / 3, Math.Sqrt(2), Math.Sqrt(1.6)], new[]
        {
            init.calculate_gain(init.NonlinearityType.Sigmoid), init.calculate_gain(init.NonlinearityType.Linear), init.calculate_gain(init.NonlinearityType.Tanh),
            init.calculate_gain(init.NonlinearityType.ReLU), init.calculate_gain(init.NonlinearityType.LeakyReLU, 0.5),
        });
    }

    private sealed class Probe : nn.Module
    {
        private readonly Linear inner = Linear(1, 1);

        public Probe()
            : base(nameof(Probe)) => RegisterComponents();

        public Linear Inner => inner;

        public string[] Seen =>
            [.. named_parameters(false).Select(entry => entry.name), .. named_buffers(false).Select(entry => entry.name), $"{parameters().Count()}"];

        public void Change()
        {
            ConditionallyRegisterParameter("p", (Tensor)Parameter(zeros(1)));
            ConditionallyRegisterBuffer("b", zeros(1));
        }

        public void Drop()
        {
            ConditionallyRegisterParameter("p", (Tensor)null!);
            ConditionallyRegisterBuffer("b", null);
        }

        public void Forget() => ClearModules();

        public static (Device, ScalarType) Defaults() => GetDefaultDeviceAndType();
    }

    [Fact]
    public void A_module_of_ones_own_adds_and_drops_components()
    {
        using var probe = new Probe();
        Assert.Equal(["2"], probe.Seen);
        probe.Change();
        Assert.Equal(["p", "b", "3"], probe.Seen);
        probe.Drop();
        Assert.Equal(["2"], probe.Seen);
        probe.register_module("inner", null!);
        Assert.Equal(["0"], probe.Seen);
        probe.register_module("again", probe.Inner);
        probe.Forget();
        Assert.Empty(probe.children());
        Assert.Equal((CPU, ScalarType.Float32), Probe.Defaults());
    }

    [Fact]
    public void Modules_are_visited_children_first_and_follow_a_tensor()
    {
        using var outer = Sequential(("a", Sequential(("b", Linear(1, 1)))));
        var seen = new List<string>();
        outer.apply(module => seen.Add(module.GetType().Name));
        Assert.Equal(["Linear", "Sequential", "Sequential"], seen);
        using var probe = new Probe();
        using var like = zeros(1, ScalarType.Float64);
        probe.to(like);
        Assert.Equal(ScalarType.Float64, probe.Inner.weight.dtype);
        seen.Clear();
        probe.apply(module => seen.Add(module.GetType().Name));
        Assert.Equal(["Linear", "Probe"], seen);
        Assert.Throws<ArgumentException>(() => probe.to(ScalarType.Int64));
    }

    [Fact]
    public void Gradients_are_dropped_or_zeroed_where_there_are_any()
    {
        using var linear = Linear(1, 1);
        linear.weight.grad = ones(1, 1);
        linear.zero_grad(set_to_none: false);
        Assert.Equal(0, linear.weight.grad!.ToSingle());
        Assert.Null(linear.bias!.grad);
        linear.zero_grad();
        Assert.Null(linear.weight.grad);
    }
}

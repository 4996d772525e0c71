using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests;

/// <summary>Conversions replace a module's tensors wherever it keeps them.</summary>
public class MoveTests
{
    private sealed class Net : nn.Module<Tensor, Tensor>
    {
        private readonly Parameter scale = nn.Parameter(ones(2));
        [ComponentName(Name = "running")]
        private readonly Tensor mean = zeros(2);
        private readonly Tensor count = tensor(3L);
        private readonly Linear linear = nn.Linear(2, 2);
        private readonly ParameterList list = new(nn.Parameter(ones(1)));
        private readonly ParameterDict dict = nn.ParameterDict(("a", nn.Parameter(ones(1))));
        private readonly BatchNorm1d norm = nn.BatchNorm1d(2);

        public Net()
            : base(nameof(Net))
        {
            RegisterComponents();
            register_buffer("scratch", ones(1), persistent: false);
        }

        public override Tensor forward(Tensor input)
        {
            using var inner = norm.call(linear.call(input * scale + mean));
            return inner + list[0] + dict["a"] + get_buffer("scratch")! + count;
        }
    }

    [Fact]
    public void Every_floating_point_tensor_that_is_listed_is_converted_and_forward_uses_it()
    {
        using var net = new Net();
        Assert.Same(net, net.to(ScalarType.Float64));
        Assert.All(net.parameters(), parameter => Assert.Equal(ScalarType.Float64, parameter.dtype));
        Assert.Equal(12, net.state_dict().Count);
        Assert.Equal(ScalarType.Int64, net.get_buffer("count")!.dtype);
        Assert.Equal(ScalarType.Float64, net.get_buffer("running")!.dtype);
        Assert.Equal(ScalarType.Float32, net.get_buffer("scratch")!.dtype);
        using var output = net.call(ones(3, 2, ScalarType.Float64));
        Assert.Equal(ScalarType.Float64, output.dtype);
        output.sum().backward();
        Assert.All(net.parameters(), parameter => Assert.NotNull(parameter.grad));
    }

    [Fact]
    public void Gradients_and_flags_move_along_and_old_tensors_are_freed()
    {
        using var linear = nn.Linear(2, 1);
        linear.bias!.requires_grad_(false);
        linear.call(ones(1, 2)).sum().backward();
        var old = linear.weight;
        linear.to(ScalarType.Float64);
        Assert.True(old.IsInvalid);
        Assert.NotSame(old, linear.weight);
        Assert.Same(linear.weight, linear.get_parameter("weight"));
        Assert.Equal(ScalarType.Float64, linear.weight.grad!.dtype);
        Assert.False(linear.bias!.requires_grad);
        Assert.True(linear.weight.is_leaf);
    }

    [Fact]
    public void Nothing_is_replaced_where_nothing_changes()
    {
        using var linear = nn.Linear(2, 1);
        var weight = linear.weight;
        linear.to(ScalarType.Float32).to(CPU).cpu();
        Assert.Same(weight, linear.weight);
    }

    [Fact]
    public void Short_forms_convert_too()
    {
        using var net = nn.Sequential(nn.Linear(2, 2), nn.ReLU());
        Assert.Equal(ScalarType.BFloat16, net.bfloat16().parameters().First().dtype);
        Assert.Equal(ScalarType.Float16, net.half().parameters().First().dtype);
        Assert.Equal(ScalarType.Float64, net.@double().parameters().First().dtype);
        Assert.Equal(ScalarType.Float32, net.@float().parameters().First().dtype);
        Assert.Equal(ScalarType.Float64, net.to(CPU, ScalarType.Float64).parameters().First().dtype);
        Assert.Equal(ScalarType.Float32, net.to(zeros(1)).parameters().First().dtype);
        Assert.Equal(ScalarType.Float32, net.to("cpu").to(DeviceType.CPU).parameters().First().dtype);
    }

    [Fact]
    public void Integers_and_missing_devices_are_refused()
    {
        using var net = new Net();
        using var linear = nn.Linear(2, 1);
        Assert.Throws<ArgumentException>(() => net.to(ScalarType.Int32));
#if LIBTORCH
        Assert.Throws<ArgumentException>(() => linear.to(ScalarType.Int32));
#endif
        if (cuda.is_available())
            return;
        Assert.Throws<InvalidOperationException>(() => net.cuda());
        Assert.Throws<InvalidOperationException>(() => linear.cuda());
    }

    [Fact]
    public void Layers_are_made_in_the_type_asked_for()
    {
        using var model = nn.Sequential(
            nn.Linear(2, 2, dtype: ScalarType.Float64), nn.LayerNorm(2, dtype: ScalarType.Float64), nn.Embedding(2, 2, dtype: ScalarType.Float64),
            nn.Conv1d(2, 2, 1, dtype: ScalarType.Float64), nn.GroupNorm(1, 2, dtype: ScalarType.Float64), nn.PReLU(1, dtype: ScalarType.Float64));
        Assert.All(model.parameters(), parameter => Assert.Equal(ScalarType.Float64, parameter.dtype));
        using var cell = nn.GRUCell(2, 2, dtype: ScalarType.Float64);
        Assert.All(cell.parameters(), parameter => Assert.Equal(ScalarType.Float64, parameter.dtype));
    }
}

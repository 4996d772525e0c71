using System.Text.Json;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Depth.Tests.Peers;

/// <summary>The network of make_torchdiffeq_data.py: <c>tanh(h·up' + bias + sin(3t)·clock)·down'</c>.</summary>
public abstract class PeerNetwork : Module<Tensor, Tensor>
{
    private readonly Parameter up = Parameter(zeros(5, 3, dtype: ScalarType.Float64));
    private readonly Parameter bias = Parameter(zeros(5, dtype: ScalarType.Float64));
    private readonly Parameter clock = Parameter(zeros(5, dtype: ScalarType.Float64));
    private readonly Parameter down = Parameter(zeros(3, 5, dtype: ScalarType.Float64));

    protected PeerNetwork() : base(nameof(PeerNetwork)) => RegisterComponents();

    [ScoreBlock]
    protected Tensor Block(Tensor h, [ScoreTime] double time)
        => functional.linear(h, up, bias + (Math.Sin(3 * time) * clock)).tanh().matmul(down.t());

    internal void Load(JsonElement weights)
    {
        using var frozen = no_grad();
        foreach (var (name, parameter) in named_parameters())
        {
            parameter.copy_(JsonTensor.Of(weights.GetProperty(name)));
        }
    }
}

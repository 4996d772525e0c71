using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests;

/// <summary>Groups, closures, states and files of the optimizers.</summary>
public sealed class OptimizerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("scoregen-").FullName;

    private string Path => System.IO.Path.Combine(folder, "optimizer.dat");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<string> Kinds => new("SGD", "Adam", "AdamW");

    private static OptimizerHelper Make(string kind, IEnumerable<Parameter> parameters) => kind switch
    {
        "SGD" => optim.SGD(parameters, 0.1, momentum: 0.9),
        "Adam" => optim.Adam(parameters, 0.01, amsgrad: true),
        _ => optim.AdamW(parameters, 0.01, weight_decay: 0.1),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_run_that_is_saved_and_taken_up_goes_on_as_if_never_stopped(string kind)
    {
        using var straight = nn.Linear(3, 2);
        using var resumed = nn.Linear(3, 2);
        resumed.load_state_dict(straight.state_dict());
        using var whole = Make(kind, straight.parameters());
        Train(straight, whole, 0, 6);

        using (var first = Make(kind, resumed.parameters()))
        {
            Train(resumed, first, 0, 3);
            first.save_state_dict(Path);
        }
        using var second = Make(kind, resumed.parameters());
        second.load_state_dict(Path);
        Train(resumed, second, 3, 6);
        Assert.True(straight.weight.allclose(resumed.weight, 0, 0));
        Assert.All(whole.state_dict().State.Zip(second.state_dict().State), pair => Assert.True(pair.First.ApproximatelyEquals(pair.Second)));
        Assert.Equal(["optimizer.dat"], Directory.GetFiles(folder).Select(System.IO.Path.GetFileName));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_state_dictionary_is_copied(string kind)
    {
        using var a = nn.Linear(3, 2);
        using var b = nn.Linear(3, 2);
        using var from = Make(kind, a.parameters());
        using var to = Make(kind, b.parameters());
        Train(a, from, 0, 3);
        foreach (var group in from.ParamGroups)
            group.LearningRate = 0.5;
        to.load_state_dict(from.state_dict());
        Assert.Equal(0.5, to.ParamGroups.Single().LearningRate);
        Assert.All(from.state_dict().State.Zip(to.state_dict().State), pair => Assert.True(pair.First.ApproximatelyEquals(pair.Second)));
        Train(a, from, 3, 4);
        Assert.All(from.state_dict().State.Zip(to.state_dict().State), pair => Assert.False(pair.First.ApproximatelyEquals(pair.Second)));
        Assert.Equal([[0, 1]], from.state_dict().StateIndexRef);
        to.to(CPU);
        Train(b, to, 0, 1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void States_of_other_optimizers_are_refused(string kind)
    {
        using var linear = nn.Linear(3, 2);
        using var optimizer = Make(kind, linear.parameters());
        Train(linear, optimizer, 0, 2);
        optimizer.save_state_dict(Path);
        using var other = kind == "SGD" ? Make("Adam", linear.parameters()) : Make("SGD", linear.parameters());
        Assert.Throws<InvalidDataException>(() => other.load_state_dict(Path));
        using var larger = Make(kind, linear.parameters().Append(nn.Parameter(zeros(1))));
        Assert.Throws<ArgumentException>(() => larger.load_state_dict(Path));
        Assert.Throws<ArgumentException>(() => larger.load_state_dict(optimizer.state_dict()));
    }

#if LIBTORCH
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Files_that_are_not_this_optimizers_are_refused_by_name(string kind)
    {
        using var linear = nn.Linear(3, 2);
        using var optimizer = Make(kind, linear.parameters());
        Train(linear, optimizer, 0, 2);
        optimizer.save_state_dict(Path);
        var whole = File.ReadAllBytes(Path);
        foreach (var length in new[] { 0, 1, kind.Length, whole.Length / 2, whole.Length - 1 })
        {
            File.WriteAllBytes(Path, whole[..length]);
            Assert.Contains("optimizer.dat", Assert.Throws<InvalidDataException>(() => optimizer.load_state_dict(Path)).Message);
        }
        File.WriteAllBytes(Path, [.. whole, 0]);
        Assert.Contains("1 bytes too many", Assert.Throws<InvalidDataException>(() => optimizer.load_state_dict(Path)).Message);

        File.WriteAllBytes(Path, whole);
        using var other = kind == "SGD" ? Make("Adam", linear.parameters()) : Make("SGD", linear.parameters());
        Assert.Contains($"'{kind}'", Assert.Throws<InvalidDataException>(() => other.load_state_dict(Path)).Message);
    }
#endif

    [Fact]
    public void An_SGD_file_is_laid_out_as_TorchSharps()
    {
        using var parameter = nn.Parameter(zeros(1));
        using var optimizer = optim.SGD([parameter], 0.5, momentum: 0.25);
        parameter.grad = ones(1);
        optimizer.step();
        optimizer.save_state_dict(Path);
        using var expected = new MemoryStream();
        using var writer = new BinaryWriter(expected);
        writer.Write("SGD");
        writer.Write((byte)1); // groups
        writer.Write((byte)1); // states
        foreach (var number in new[] { 0.5, 0.5, 0.25, 0, 0 }) // initial rate, rate, momentum, dampening, decay
            writer.Write(number);
        writer.Write(false); // nesterov
        writer.Write(false); // maximize
        writer.Write(true); // a buffer: Float32, one dimension of 1, 1.0
        writer.Write([6, 1, 1, 0x00, 0x00, 0x80, 0x3F]);
        Assert.Equal(expected.ToArray(), File.ReadAllBytes(Path));
    }

    [Theory]
    [InlineData("Adam")]
    [InlineData("AdamW")]
    public void An_Adam_file_is_laid_out_as_TorchSharps(string kind)
    {
        using var parameter = nn.Parameter(zeros(1));
        using OptimizerHelper optimizer = kind == "Adam"
            ? optim.Adam([parameter], 0.5, 0.5, 0.75, 0.125, 0, amsgrad: true)
            : optim.AdamW([parameter], 0.5, 0.5, 0.75, 0.125, 0, amsgrad: true);
        parameter.grad = ones(1);
        optimizer.step();
        optimizer.save_state_dict(Path);
        using var expected = new MemoryStream();
        using var writer = new BinaryWriter(expected);
        writer.Write(kind);
        writer.Write((byte)1); // groups
        writer.Write((byte)1); // states
        foreach (var number in new[] { 0.5, 0.5, 0.5, 0.75, 0.125, 0 }) // initial rate, rate, beta1, beta2, epsilon, decay
            writer.Write(number);
        writer.Write(true); // amsgrad
        writer.Write(false); // maximize
        writer.Write(1L); // steps
        writer.Write([6, 1, 1, 0x00, 0x00, 0x00, 0x3F]); // the mean: Float32, one dimension of 1, 0.5
        writer.Write([6, 1, 1, 0x00, 0x00, 0x80, 0x3E]); // the mean square, 0.25
        writer.Write(true); // a greatest mean square
        writer.Write([6, 1, 1, 0x00, 0x00, 0x80, 0x3E]);
        Assert.Equal(expected.ToArray(), File.ReadAllBytes(Path));
    }

    [Fact]
    public void The_closure_runs_with_gradients_and_its_loss_is_returned()
    {
        using var parameter = nn.Parameter(ones(1));
        using var optimizer = optim.SGD([parameter], 0.1);
        using var loss = optimizer.step(() =>
        {
            Assert.True(is_grad_enabled());
            optimizer.zero_grad();
            var square = parameter.square().sum();
            square.backward();
            return square;
        });
        Assert.Equal(1, loss.ToSingle());
        Assert.Equal(0.8f, parameter.ToSingle(), 1e-6f);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Steps_leave_nothing_behind(string kind)
    {
        using var linear = nn.Linear(3, 2);
        using var optimizer = Make(kind, linear.parameters());
        Train(linear, optimizer, 0, 1);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Train(linear, optimizer, 1, 4);
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void States_outlive_the_scope_of_their_step_and_die_with_the_optimizer(string kind)
    {
        using var linear = nn.Linear(3, 2);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        OptimizerHelper optimizer;
        using (NewDisposeScope())
        {
            optimizer = Make(kind, linear.parameters());
            Train(linear, optimizer, 0, 1);
        }
        Train(linear, optimizer, 1, 2);
        optimizer.Dispose();
        linear.zero_grad();
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        optimizer.Dispose();
    }

    [Fact]
    public void Zero_grad_fills_with_zeros()
    {
        using var parameter = nn.Parameter(ones(2));
        using var optimizer = optim.Adam([parameter, nn.Parameter(ones(1))]);
        parameter.grad = ones(2);
        optimizer.zero_grad();
        Assert.Equal(0, parameter.grad!.sum().ToSingle());
        Assert.Equal(2, optimizer.parameters().Count());
    }

    [Fact]
    public void Options_that_groups_leave_open_are_the_optimizers()
    {
        using var a = nn.Parameter(ones(1));
        using var b = nn.Parameter(ones(1));
        using var optimizer = optim.AdamW([new AdamW.ParamGroup([a], new AdamW.Options { beta1 = 0.5 })], lr: 0.3, beta2: 0.7);
        optimizer.add_param_group(new AdamW.ParamGroup([b], lr: 0.4));
        var groups = optimizer.ParamGroups.Cast<AdamW.ParamGroup>().ToArray();
        Assert.Equal((0.5, 0.7), groups[0].Betas);
        Assert.Equal(0.3, groups[0].InitialLearningRate);
        Assert.Equal(0.4, groups[1].LearningRate);
        Assert.Equal((0.9, 0.7), optimizer.Betas);
        using var sgd = optim.SGD([new SGD.ParamGroup([a])], 0.1, momentum: 0.6);
        Assert.Equal(0.6, sgd.Momentum);
        Assert.Equal(0, ((SGD.ParamGroup)sgd.ParamGroups.Single()).Momentum);
    }

#if LIBTORCH
    [Fact]
    public void A_parameter_that_was_replaced_is_reported()
    {
        using var linear = nn.Linear(1, 1);
        using var optimizer = optim.SGD(linear.parameters(), 0.1);
        linear.to(ScalarType.Float64);
        Assert.Contains("create the optimizer afterwards", Assert.Throws<InvalidOperationException>(() => optimizer.step()).Message);
    }
#endif

    [Fact]
    public void Impossible_options_are_refused()
    {
        var none = Array.Empty<Parameter>();
        Assert.Throws<ArgumentException>(() => optim.SGD(none, -1));
        Assert.Throws<ArgumentException>(() => optim.SGD(none, 1, momentum: -1));
        Assert.Throws<ArgumentException>(() => optim.SGD(none, 1, weight_decay: -1));
        Assert.Throws<ArgumentException>(() => optim.SGD(none, 1, nesterov: true));
        Assert.Throws<ArgumentException>(() => optim.Adam(none, lr: -1));
        Assert.Throws<ArgumentException>(() => optim.Adam(none, beta1: 1));
        Assert.Throws<ArgumentException>(() => optim.AdamW(none, beta2: -0.1));
        Assert.Throws<ArgumentException>(() => optim.AdamW(none, eps: -1));
        Assert.Throws<ArgumentException>(() => optim.AdamW(none, weight_decay: -1));
    }

    [Fact]
    public void Named_parameters_are_taken_too()
    {
        using var linear = nn.Linear(2, 2);
        using var sgd = optim.SGD(linear.named_parameters(), 0.1);
        using var adam = optim.Adam(linear.named_parameters());
        using var adamw = optim.AdamW(linear.named_parameters());
        Assert.Equal([2, 2, 2], new optim.Optimizer[] { sgd, adam, adamw }.Select(optimizer => optimizer.parameters().Count()));
    }

    private static void Train(Linear linear, optim.Optimizer optimizer, int from, int to)
    {
        for (var step = from; step < to; step++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var input = arange(6, ScalarType.Float32).mul(0.3 * (step + 1)).sin().reshape(2, 3);
            linear.call(input).square().mean().backward();
            optimizer.step();
        }
    }
}

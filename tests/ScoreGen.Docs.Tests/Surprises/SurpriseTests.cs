using System.Text.RegularExpressions;
using ScoreGen.Docs.Tests.Pages;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Docs.Tests.Surprises;

/// <summary>What the page says of TorchSharp holds for the TorchSharp that these tests run on: a row that no longer does must go.</summary>
public partial class SurpriseTests
{
    private static readonly Dictionary<string, Func<bool>> Checks = new()
    {
        ["`GroupNorm(…)`"] = () => GroupNormIsNotInitialised(),
        ["`MultiheadAttention`, `TransformerEncoderLayer` with a mask of booleans"] = () => ABooleanMaskHidesNothing() && ABooleanMaskHidesNothingFromALayer(),
        ["`Sequential` with a module that never called `RegisterComponents()`"] = () => !Sequential(new Unregistered()).parameters().Any(),
        ["`init.xavier_normal_`"] = () => Largest(weight => init.xavier_normal_(weight)) < Math.Sqrt(6.0 / 400) + 1e-6,
        ["`init.trunc_normal_`"] = () => Largest(weight => init.trunc_normal_(weight, mean: 0, std: 1).sub_(1)) == 0,
        ["`init.…(generator:)`"] = () => Initialised(seed: 1).equal(Initialised(seed: 1)).all().ToBoolean() is false,
        ["`functional.hardtanh`, `Hardtanh`"] = () => functional.hardtanh(tensor(3f)).ToSingle() == 3 && Hardtanh().call(tensor(3f)).ToSingle() == 3,
        ["`functional.elu(x, inplace: true)`"] = () => EluLeavesItsInput(),
        ["`a.baddbmm(b, c)`"] = () => ones(1, 2, 2).baddbmm(2 * ones(1, 2, 2), 3 * ones(1, 2, 2)).mean().ToSingle() == 3 + (2 * 1 * 2),
        ["`Conv2d` with `Padding.Same` and `PaddingModes.Reflect`"] = () => !Conv2d(1, 1, (3, 5), padding: Padding.Same, padding_mode: PaddingModes.Reflect).call(randn(1, 1, 8, 9)).shape.SequenceEqual([1, 1, 8, 9]),
        ["`functional.dropout2d` on three dimensions"] = () => WholeSamplesAreDropped(),
        ["`named_buffers()`"] = () => new Buffered().named_buffers().Select(pair => pair.name).SequenceEqual(["kept"]),
        ["`torch.div(a, b, rounding_mode)`"] = () => div(tensor(7f), tensor(2f), RoundingMode.floor).ToSingle() == 3.5 && tensor(7f).div(tensor(2f), RoundingMode.floor).ToSingle() == 3,
        ["`torch.erfinv(x)`"] = () => Near(erfinv(tensor(0.5f)), tensor(0.5f).erf()) && Near(tensor(0.5f).erfinv().erf(), tensor(0.5f)),
        ["`torch.var_mean(x)`"] = () => Near(var_mean(tensor(new[] { 1f, 2f, 3f, 7f })).Item1, tensor(new[] { 1f, 2f, 3f, 7f }).std()),
        ["`x.sum(0)`"] = () => ones(2, 3).sum(0) is { dtype: ScalarType.Byte, shape: [] } && ones(2, 3).sum(dim: 0).shape.SequenceEqual([3]),
        ["`functional.pad(x, n)` with one number"] = () => functional.pad(ones(1, 1), 1).shape.SequenceEqual([3, 3]),
    };

    private static IEnumerable<string> Names => Row().Matches(Page.Of("runtime/docs/torchsharp.md").Text).Select(match => match.Groups["name"].Value);

    public static TheoryData<string> Rows => [.. Names];

    [Theory]
    [MemberData(nameof(Rows))]
    public void TheRowHolds(string name)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        Assert.True(Checks[name]());
    }

    [Fact]
    public void EveryCheckHasItsRow() => Assert.Equal(Checks.Keys, Names);

    // What it reads is what an earlier tensor of that size left.
    private static bool GroupNormIsNotInitialised()
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            full(8, 7.5f).Dispose();
            var norm = GroupNorm(2, 8);
            if (!norm.weight!.equal(ones(8)).all().ToBoolean() || !norm.bias!.equal(zeros(8)).all().ToBoolean())
            {
                return true;
            }
        }

        return false;
    }

    private static Tensor FirstSeesItselfOnly => tensor(new[] { false, true, false, false }).reshape(2, 2);

    private static bool ABooleanMaskHidesNothing()
    {
        var attention = MultiheadAttention(4, 1);
        var x = randn(2, 1, 4);
        var weights = attention.call(x, x, x, null, true, FirstSeesItselfOnly).Item2;
        return weights[0, 0, 1].ToSingle() > 0.01;
    }

    private static bool ABooleanMaskHidesNothingFromALayer()
    {
        var layer = TransformerEncoderLayer(4, 1, 8, dropout: 0);
        var x = randn(2, 1, 4);
        var other = x.clone();
        other[1] = randn(1, 4);
        return !Near(layer.call(x, FirstSeesItselfOnly, null!)[0], layer.call(other, FirstSeesItselfOnly, null!)[0]);
    }

    private static bool WholeSamplesAreDropped()
    {
        var left = functional.dropout2d(ones(200, 3, 2)).view(200, 6);
        return left.equal(left[.., ..1]).all().ToBoolean() && left.min().ToSingle() == 0;
    }

    private static bool EluLeavesItsInput()
    {
        var x = tensor(-1f);
        functional.elu(x, 1, inplace: true);
        return x.ToSingle() == -1;
    }

    private static double Largest(Func<Tensor, Tensor> fill) => fill(empty(200, 200)).abs().max().ToDouble();

    private static Tensor Initialised(ulong seed)
    {
        using var generator = new torch.Generator(seed);
        return init.normal_(empty(20), generator: generator);
    }

    private static bool Near(Tensor left, Tensor right) => (left - right).abs().max().ToDouble() < 1e-5;

    [GeneratedRegex(@"^\| (?<name>`[^|]+?) \| [^|\n]+ \| [^|\n]+ \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    private sealed class Unregistered : Module<Tensor, Tensor>
    {
        private readonly Module<Tensor, Tensor> layer = Linear(2, 2);

        public Unregistered()
            : base(nameof(Unregistered))
        {
        }

        public override Tensor forward(Tensor input) => layer.call(input);
    }

    private sealed class Buffered : Module<Tensor, Tensor>
    {
        public Buffered()
            : base(nameof(Buffered))
        {
            register_buffer("kept", ones(1));
            register_buffer("passing", ones(1), persistent: false);
        }

        public override Tensor forward(Tensor input) => input;
    }
}

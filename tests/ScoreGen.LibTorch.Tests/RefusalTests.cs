using System.Runtime.InteropServices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.LibTorch.Tests;

/// <summary>Wrong arguments get the exception that TorchSharp throws for them: its own where it looks first, libtorch's elsewhere.</summary>
public class RefusalTests
{
    private static readonly Dictionary<string, Action> Arguments = new()
    {
        ["diagonal of one dimension"] = () => ones(2, 2).diagonal(0, 1, 1),
        ["index_add by numbers"] = () => ones(2).index_add(0, zeros(1), ones(1), 1),
        ["index_add_ by numbers"] = () => ones(2).index_add_(0, zeros(1), ones(1), 1),
        ["index_copy by numbers"] = () => ones(2).index_copy(0, zeros(1), ones(1)),
        ["index_copy_ by numbers"] = () => ones(2).index_copy_(0, zeros(1), ones(1)),
        ["index_fill by numbers"] = () => ones(2).index_fill(0, zeros(1), 1),
        ["index_fill_ by numbers"] = () => ones(2).index_fill_(0, zeros(1), 1),
        ["lcm of numbers"] = () => ones(2).lcm(ones(2)),
        ["logdet of no square"] = () => ones(2, 3).logdet(),
        ["masked_select by numbers"] = () => ones(2).masked_select(ones(2)),
        ["one_hot of numbers"] = () => functional.one_hot(ones(2)),
        ["positive of truth"] = () => ones(2, ScalarType.Bool).positive(),
        ["attention with two masks"] = () => functional.scaled_dot_product_attention(ones(1, 2, 2), ones(1, 2, 2), ones(1, 2, 2), ones(2, 2), is_casual: true),
        ["tensor_split at numbers"] = () => ones(4).tensor_split(ones(1), 0),
        ["trace of a vector"] = () => ones(2).trace(),
        ["tril_indices in numbers"] = () => tril_indices(2, 2, dtype: ScalarType.Float32),
        ["triu_indices in numbers"] = () => triu_indices(2, 2, dtype: ScalarType.Float32),
        ["unflatten of no dimension"] = () => ones(4).unflatten(1, 2, 2),
        ["unflatten to nothing"] = () => ones(4).unflatten(0),
        ["where by numbers"] = () => ones(2).where(ones(2), ones(2)),
        ["where of numbers"] = () => where(ones(2)),
        ["fans of a vector"] = () => init.CalculateFanInAndFanOut(ones(2)),
    };

    private static readonly Dictionary<string, Action> Libtorchs = new()
    {
        ["kaiming_normal_ of a vector"] = () => init.kaiming_normal_(ones(2)),
        ["kaiming_uniform_ of a vector"] = () => init.kaiming_uniform_(ones(2)),
        ["xavier_normal_ of a vector"] = () => init.xavier_normal_(ones(2)),
        ["xavier_uniform_ of a vector"] = () => init.xavier_uniform_(ones(2)),
        ["orthogonal_ of a vector"] = () => init.orthogonal_(ones(2)),
        ["Embedding with padding outside"] = () => Embedding(2, 2, padding_idx: 2),
        ["index_add of another shape"] = () => ones(2).index_add(0, zeros(1, ScalarType.Int64), ones(3, 3), 1),
        ["where of shapes that do not broadcast"] = () => ones(2).where(ones(3, ScalarType.Bool), ones(2)),
    };

    public static TheoryData<string> OfArguments => new(Arguments.Keys);

    public static TheoryData<string> ByLibtorch => new(Libtorchs.Keys);

    [Theory]
    [MemberData(nameof(OfArguments))]
    public void What_TorchSharp_looks_at_is_an_ArgumentException(string name)
    {
        using var scope = NewDisposeScope();
        Assert.Throws<ArgumentException>(Arguments[name]);
    }

    [Theory]
    [MemberData(nameof(ByLibtorch))]
    public void What_it_leaves_to_libtorch_is_an_ExternalException(string name)
    {
        using var scope = NewDisposeScope();
        Assert.Throws<ExternalException>(Libtorchs[name]);
    }

    [Fact]
    public void Vectors_of_other_lengths_are_an_InvalidOperationException()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<InvalidOperationException>(() => ones(2).dot(ones(3)));
        Assert.Throws<InvalidOperationException>(() => ones(2).vdot(ones(2, 1)));
    }
}

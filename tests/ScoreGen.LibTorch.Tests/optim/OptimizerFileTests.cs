#if LIBTORCH
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests;

/// <summary>A state that cannot be loaded whole is not loaded at all: the optimizer stays what it was, to the last bit.</summary>
public sealed class OptimizerFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("scoregen-").FullName;

    private string Path => System.IO.Path.Combine(folder, "optimizer.dat");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<string> Kinds => new("SGD", "Adam", "AdamW");

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_file_that_is_cut_off_anywhere_changes_nothing(string kind)
    {
        using var scope = NewDisposeScope();
        var whole = Bytes(Trained(kind, 0.5, 3));
        var optimizer = Trained(kind, 0.1, 1);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(Path, whole[..length]);
            var refusal = AssertKept<InvalidDataException>(optimizer, () => optimizer.load_state_dict(Path));
            Assert.Contains("optimizer.dat", refusal.Message, StringComparison.Ordinal);
            AssertKept<EndOfStreamException>(optimizer, () => optimizer.load_state_dict(Reader(whole[..length])));
        }
        optimizer.load_state_dict(Reader(whole));
        Assert.Equal(whole, Bytes(optimizer));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_file_that_goes_on_changes_nothing(string kind)
    {
        using var scope = NewDisposeScope();
        File.WriteAllBytes(Path, [.. Bytes(Trained(kind, 0.5, 3)), 0]);
        var optimizer = Trained(kind, 0.1, 1);
        var refusal = AssertKept<InvalidDataException>(optimizer, () => optimizer.load_state_dict(Path));
        Assert.Contains("1 bytes too many", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_file_of_parameters_of_other_shapes_changes_nothing(string kind)
    {
        using var scope = NewDisposeScope();
        File.WriteAllBytes(Path, Bytes(Trained(kind, 0.5, 3, 2, 4)));
        foreach (var steps in new[] { 0, 1 })
        {
            var optimizer = Trained(kind, 0.1, steps, 2, 3);
            var refusal = AssertKept<ArgumentException>(optimizer, () => optimizer.load_state_dict(Path));
            Assert.Contains("optimizer.dat", refusal.Message, StringComparison.Ordinal);
            Assert.Contains("[4]", refusal.Message, StringComparison.Ordinal);
            Assert.Contains("[3]", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_dictionary_of_another_optimizer_changes_nothing(string kind)
    {
        using var scope = NewDisposeScope();
        var optimizer = Trained(kind, 0.1, 1);
        var foreign = Trained(kind == "Adam" ? "AdamW" : "Adam", 0.5, 1).state_dict();
        var refusal = AssertKept<ArgumentException>(optimizer, () => optimizer.load_state_dict(foreign));
        Assert.Contains(kind == "Adam" ? "AdamW" : "Adam", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        using var scope = NewDisposeScope();
        var optimizer = Trained("SGD", 0.1, 1);
        Assert.Contains("optimizer.dat", AssertKept<FileNotFoundException>(optimizer, () => optimizer.load_state_dict(Path)).Message, StringComparison.Ordinal);
    }

    /// <summary>An optimizer of two parameters, the last of them with a length for each kind of file.</summary>
    private static OptimizerHelper Trained(string kind, double rate, int steps, params long[] lengths)
    {
        Parameter[] parameters = [.. (lengths is [] ? [2, 3] : lengths).Select(length => nn.Parameter(ones(length)))];
        OptimizerHelper optimizer = kind switch
        {
            "SGD" => optim.SGD(parameters, rate, momentum: 0.9),
            "Adam" => optim.Adam(parameters, rate, amsgrad: true),
            _ => optim.AdamW(parameters, rate, amsgrad: true),
        };
        for (var step = 0; step < steps; step++)
        {
            foreach (var parameter in parameters)
                parameter.grad = arange(parameter.numel(), ScalarType.Float32).add(step + rate);
            optimizer.step();
        }
        return optimizer;
    }

    private static TError AssertKept<TError>(OptimizerHelper optimizer, Action load)
        where TError : Exception
    {
        var (before, alive) = (Bytes(optimizer), DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        var refusal = Assert.Throws<TError>(load);
        Assert.Equal(alive, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        Assert.Equal(before, Bytes(optimizer));
        return refusal;
    }

    private static BinaryReader Reader(byte[] content) => new(new MemoryStream(content));

    private static byte[] Bytes(OptimizerHelper optimizer)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        optimizer.save_state_dict(writer);
        return stream.ToArray();
    }
}
#endif

using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests;

/// <summary>Modules in TorchSharp's byte format, both ways, and files that are none.</summary>
public sealed class StateFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("scoregen-").FullName;

    private string Path => System.IO.Path.Combine(folder, "model.dat");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>What TorchSharp writes for a Linear(2, 1) of weight (1.5, -2) and bias 0.25, byte by byte.</summary>
    private static readonly byte[] LinearByHand =
    [
        2, // tensors
        6, (byte)'w', (byte)'e', (byte)'i', (byte)'g', (byte)'h', (byte)'t',
        6, // Float32
        2, 1, 2, // two dimensions: 1 and 2
        0x00, 0x00, 0xC0, 0x3F, 0x00, 0x00, 0x00, 0xC0,
        4, (byte)'b', (byte)'i', (byte)'a', (byte)'s',
        6, 1, 1,
        0x00, 0x00, 0x80, 0x3E,
    ];

    [Fact]
    public void A_file_laid_out_by_hand_is_read()
    {
        File.WriteAllBytes(Path, LinearByHand);
        using var linear = nn.Linear(2, 1);
        Assert.Same(linear, linear.load(Path));
        Assert.Equal([1.5f, -2f], linear.weight.data<float>().ToArray());
        Assert.Equal([0.25f], linear.bias!.data<float>().ToArray());
        Assert.True(linear.weight.requires_grad);
    }

    [Fact]
    public void A_file_is_written_as_laid_out_by_hand()
    {
        using var linear = nn.Linear(2, 1);
        using (no_grad())
        {
            linear.weight.copy_(tensor(new[] { 1.5f, -2f }).reshape(1, 2));
            linear.bias!.fill_(0.25);
        }
        linear.save(Path);
        Assert.Equal(LinearByHand, File.ReadAllBytes(Path));
        Assert.Equal(["model.dat"], Directory.GetFiles(folder).Select(System.IO.Path.GetFileName));
    }

    [Fact]
    public void Sizes_of_more_than_7_bits_take_several_bytes()
    {
        using var embedding = nn.Embedding(300, 1);
        embedding.save(Path);
        Assert.Equal([1, 6], File.ReadAllBytes(Path).Take(2).Select(part => (int)part));
        Assert.Equal([6, 2, 0xAC, 0x02, 1], File.ReadAllBytes(Path).Skip(8).Take(5).Select(part => (int)part));
        Assert.Equal(13 + 1200, new FileInfo(Path).Length);
    }

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.BFloat16)]
    public void What_was_saved_is_loaded(ScalarType type)
    {
        using var saved = Model().to(type);
        using var loaded = Model().to(type);
        saved.save(Path);
        loaded.load(Path);
        AssertEqual(saved, loaded);
        using var memory = new MemoryStream();
        saved.save(memory);
        using var other = Model().to(type);
        other.load(new MemoryStream(memory.ToArray()));
        AssertEqual(saved, other);
    }

    [Fact]
    public void Skipped_names_are_not_written_and_not_touched()
    {
        using var model = Model();
        model.save(Path, skip: ["0.weight"]);
        var loaded = new Dictionary<string, bool>();
        using var other = Model();
        using var before = other.state_dict()["0.weight"].clone();
        other.load(Path, strict: false, skip: ["2.bias"], loadedParameters: loaded);
        Assert.DoesNotContain("0.weight", loaded.Keys);
        Assert.All(loaded.Values, Assert.True);
        Assert.True(before.allclose(other.state_dict()["0.weight"]));
        Assert.True(model.state_dict()["0.bias"].allclose(other.state_dict()["0.bias"]));
        Assert.False(model.state_dict()["2.bias"].allclose(other.state_dict()["2.bias"]));
    }

    [Fact]
    public void Unknown_names_are_passed_over_when_not_strict()
    {
        using var saved = nn.Sequential(("a", nn.Linear(2, 2)), ("b", nn.Linear(2, 2)));
        using var target = nn.Sequential(("b", nn.Linear(2, 2)));
        saved.save(Path);
        var loaded = new Dictionary<string, bool>();
        target.load(Path, strict: false, loadedParameters: loaded);
        Assert.True(saved.state_dict()["b.weight"].allclose(target.state_dict()["b.weight"]));
        Assert.False(loaded["a.weight"]);
        Assert.True(loaded["b.bias"]);
    }

    [Fact]
    public void Files_of_other_modules_are_refused_by_name()
    {
        using var saved = nn.Linear(2, 3);
        saved.save(Path);
        Refuses<ArgumentException>(nn.Linear(2, 3, hasBias: false), "expected 1, but found 2");
        Refuses<ArgumentException>(nn.Linear(3, 2), "Mismatched tensor shape");
        Refuses<ArgumentException>(nn.Linear(2, 3).to(ScalarType.Float64), "Mismatched tensor data types");
        Refuses<ArgumentException>(nn.Sequential(nn.Linear(2, 3)), "named 'weight'");
#if LIBTORCH
        Refuses<ArgumentException>(nn.Linear(2, 3, hasBias: false), "model.dat");
        Refuses<ArgumentException>(nn.Linear(3, 2), "'weight'", "[2, 3]", "[3, 2]");
        Refuses<ArgumentException>(nn.Linear(2, 3).to(ScalarType.Float64), "'weight'", "Float64", "Float32");
#endif
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("model.dat", Assert.Throws<FileNotFoundException>(() => nn.Linear(1, 1).load(Path)).Message);

    [Fact]
    public void Loading_a_state_dict_copies_and_reports()
    {
        using var source = nn.Linear(2, 2);
        using var target = nn.Linear(2, 2);
        var weight = target.weight;
        var (missing, unexpected) = target.load_state_dict(source.state_dict());
        Assert.Empty(missing);
        Assert.Empty(unexpected);
        Assert.Same(weight, target.weight);
        AssertEqual(source, target);

        using var extra = ones(1);
        var partial = new Dictionary<string, Tensor> { ["weight"] = source.weight, ["other"] = extra };
        var error = Assert.Throws<InvalidOperationException>(() => target.load_state_dict(partial));
        Assert.Contains("not identical", error.Message);
#if LIBTORCH
        Assert.Contains("'bias'", error.Message);
        Assert.Contains("'other'", error.Message);
#endif
        (missing, unexpected) = target.load_state_dict(partial, strict: false);
        Assert.Equal(["bias"], missing);
        Assert.Equal(["other"], unexpected);
        target.load_state_dict(partial, skip: ["bias", "other"]);
    }

    [Fact]
    public void Create_makes_and_loads()
    {
        new Saved().save(Path);
        using var loaded = nn.Module.Create<Saved>(Path);
        Assert.Equal(3, loaded.get_buffer("table")!.sum().ToSingle());
    }

    private sealed class Saved : nn.Module
    {
        public Saved()
            : base(nameof(Saved)) => register_buffer("table", ones(3));
    }

#if LIBTORCH
    [Fact]
    public void Strided_tensors_are_saved_in_the_order_of_their_dimensions()
    {
        using var linear = nn.Linear(nn.Parameter(arange(6, ScalarType.Float32).reshape(3, 2).t()));
        Assert.False(linear.weight.is_contiguous());
        linear.save(Path);
        using var other = nn.Linear(3, 2, hasBias: false);
        other.load(Path);
        Assert.Equal([0, 2, 4, 1, 3, 5], other.weight.data<float>().ToArray());
        linear.load(Path);
        Assert.True(linear.weight.allclose(other.weight));
    }

    [Fact]
    public void Truncated_files_are_refused_wherever_they_end_and_change_nothing()
    {
        using var saved = nn.Linear(2, 1);
        saved.save(Path);
        var whole = File.ReadAllBytes(Path);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(Path, whole[..length]);
            Refuses<InvalidDataException>(nn.Linear(2, 1), "model.dat");
        }
    }

    [Fact]
    public void Files_that_go_on_are_refused()
    {
        File.WriteAllBytes(Path, [.. LinearByHand, 0]);
        Refuses<InvalidDataException>(nn.Linear(2, 1), "model.dat", "1 bytes after");
    }

    [Fact]
    public void Foreign_files_are_refused_without_making_room_for_what_they_announce()
    {
        byte[] name = [2, 6, .. "weight"u8];
        byte[] vast = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f];
        foreach (var foreign in new byte[][]
        {
            [.. name, 6, 1, .. vast], // elements that are not there
            [.. name, 6, 2, .. vast, .. vast], // more elements than can be counted
            [.. name, 6, 100], // a hundred dimensions
            [.. name, 99, 1, 1], // no element type
            [.. name, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], // no number
            [2, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], // no name
        })
        {
            File.WriteAllBytes(Path, foreign);
            Refuses<InvalidDataException>(nn.Linear(2, 1), "model.dat");
        }
    }

    [Fact]
    public void A_name_that_comes_twice_is_refused()
    {
        File.WriteAllBytes(Path, [2, .. LinearByHand[1..20], .. LinearByHand[1..20]]);
        Refuses<InvalidDataException>(nn.Linear(2, 1), "'weight' twice");
    }

    [Fact]
    public void A_save_that_fails_leaves_the_old_file()
    {
        File.WriteAllBytes(Path, LinearByHand);
        Assert.Throws<InvalidOperationException>(() => new Failing().save(Path));
        Assert.Equal(LinearByHand, File.ReadAllBytes(Path));
        Assert.Single(Directory.GetFiles(folder));
    }

    private sealed class Failing : nn.Module
    {
        public Failing()
            : base(nameof(Failing))
        {
        }

        public override Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
        {
            var gone = zeros(1);
            gone.Dispose();
            return new() { ["fine"] = ones(1000), ["gone"] = gone };
        }
    }
#endif

    private void Refuses<TError>(nn.Module module, params string[] parts)
        where TError : Exception
    {
        using (module)
        {
            var before = module.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.clone());
            var error = Assert.Throws<TError>(() => module.load(Path));
            Assert.All(parts, part => Assert.Contains(part, error.Message));
            Assert.All(before, entry => Assert.True(entry.Value.allclose(module.state_dict()[entry.Key])));
        }
    }

    private static nn.Module<Tensor, Tensor> Model() => nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Linear(4, 2));

    private static void AssertEqual(nn.Module expected, nn.Module actual)
    {
        Assert.Equal(expected.state_dict().Keys, actual.state_dict().Keys);
        Assert.All(expected.state_dict(), entry => Assert.True(entry.Value.allclose(actual.state_dict()[entry.Key], 0, 0)));
    }
}

using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests.Files;

/// <summary>Tensors in TorchSharp's own format and in libtorch's.</summary>
public sealed class TensorFileTests : IDisposable
{
    /// <summary>A float32 tensor of shape [2, 3] as the format's description lays it out: type, dimensions, lengths, elements.</summary>
    private static readonly byte[] laidOut =
    [
        6, 2, 2, 3,
        0, 0, 0x80, 0x3F, 0, 0, 0, 0x40, 0, 0, 0x40, 0x40,
        0, 0, 0x80, 0x40, 0, 0, 0xA0, 0x40, 0, 0, 0xC0, 0x40,
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_file_laid_out_by_hand_is_read_and_written()
    {
        using var read = Tensor.Load(new MemoryStream(laidOut));
        Assert.Equal([2, 3], read.shape);
        Assert.Equal([1, 2, 3, 4, 5, 6], read.data<float>().ToArray());
        using var stream = new MemoryStream();
        read.Save(stream);
        Assert.Equal(laidOut, stream.ToArray());
    }

    [Fact]
    public void Long_dimensions_take_several_bytes()
    {
        using var scope = NewDisposeScope();
        using var stream = new MemoryStream();
        zeros(300, ScalarType.Int8).Save(stream);
        Assert.Equal([1, 1, 0xAC, 0x02], stream.ToArray()[..4]);
        Assert.Equal(304, stream.ToArray().Length);
    }

    [Theory]
    [InlineData(ScalarType.Bool)]
    [InlineData(ScalarType.Int64)]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.ComplexFloat64)]
    public void Every_type_comes_back(ScalarType type)
    {
        using var scope = NewDisposeScope();
        var saved = arange(6, ScalarType.Float32).view(2, 3).to(type);
        var path = Path.Combine(folder.FullName, "t.dat");
        saved.Save(path);
        var loaded = Tensor.Load(path);
        Assert.Equal(type, loaded.dtype);
        Assert.True(loaded.Equals(saved));
    }

    [Fact]
    public void Libtorchs_archive_comes_back()
    {
        using var scope = NewDisposeScope();
        var path = Path.Combine(folder.FullName, "t.pt");
        var saved = randn(3, 4);
        save(saved, path);
        Assert.True(load(path).Equals(saved));
    }

    [Fact]
    public void A_tensor_of_another_type_or_shape_is_refused()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<ArgumentException>(() => zeros(2, 3, ScalarType.Float64).Load(new BinaryReader(new MemoryStream(laidOut))));
        Assert.Throws<ArgumentException>(() => zeros(3, 2).Load(new BinaryReader(new MemoryStream(laidOut))));
    }

    [Fact]
    public void A_truncated_file_is_refused()
    {
        using var scope = NewDisposeScope();
        for (var length = 0; length < laidOut.Length; length++)
            Assert.Throws<EndOfStreamException>(() => Tensor.Load(new MemoryStream(laidOut[..length])));
    }

#if LIBTORCH
    [Fact]
    public void A_foreign_file_is_refused_by_name()
    {
        var foreign = Assert.Throws<InvalidDataException>(() => Tensor.Load(new MemoryStream("PK\u0003\u0004 is a zip"u8.ToArray())));
        Assert.Contains("element type 80", foreign.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => Tensor.Load(new MemoryStream([6, 0xFF, 0xFF, 0x7F, 1, 1])));
        Assert.Throws<InvalidDataException>(() => Tensor.Load(new MemoryStream([.. Enumerable.Repeat((byte)0xFF, 20)])));
    }

    [Fact]
    public void An_oversized_file_is_refused_before_anything_is_allocated()
    {
        byte[] claim = [6, 2, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 0x80, 0x02];
        var failure = Assert.Throws<EndOfStreamException>(() => Tensor.Load(new MemoryStream(claim)));
        Assert.Contains("bytes are needed, 0 are left", failure.Message, StringComparison.Ordinal);
        byte[] overflow = [7, 2, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 9];
        Assert.Throws<InvalidDataException>(() => Tensor.Load(new MemoryStream(overflow)));
    }

    [Fact]
    public void A_save_that_fails_leaves_the_old_file()
    {
        var path = Path.Combine(folder.FullName, "t.dat");
        File.WriteAllText(path, "old");
        var gone = ones(2);
        gone.Dispose();
        Assert.Throws<InvalidOperationException>(() => gone.Save(path));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(folder.GetFiles());
    }
#endif
}

#if LIBTORCH
using System.IO.Compression;
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests;

/// <summary>A state that cannot be loaded whole leaves the module what it was, to the last bit.</summary>
public class WholeStateTests
{
    [Fact]
    public void A_stream_that_can_be_read_only_once_is_loaded_whole_or_not_at_all()
    {
        using var saved = Model();
        using var memory = new MemoryStream();
        saved.save(new BinaryWriter(memory));
        var whole = memory.ToArray();
        using var target = Model();
        var before = Bytes(target);
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => target.load(Once(whole[..length])));
            Assert.Equal(before, Bytes(target));
        }
        target.load(Once(whole));
        Assert.Equal(whole, Bytes(target));
    }

    [Fact]
    public void A_state_dict_is_loaded_whole_or_not_at_all()
    {
        using var scope = NewDisposeScope();
        using var target = Model();
        var before = Bytes(target);
        foreach (var unfit in new[] { ones(7), ones(2, device: META) })
        {
            var source = Model().state_dict();
            source["2.bias"] = unfit;
            var error = Assert.Throws<ExternalException>(() => target.load_state_dict(source));
            Assert.Contains("'2.bias'", error.Message, StringComparison.Ordinal);
            Assert.Equal(before, Bytes(target));
        }
        target.load_state_dict(target.state_dict().ToDictionary(entry => entry.Key, entry => zeros([], entry.Value.dtype)));
        Assert.All(target.state_dict().Values, tensor => Assert.Equal(0, tensor.abs().sum().ToDouble()));
    }

    private static GZipStream Once(byte[] content)
    {
        var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.NoCompression, leaveOpen: true))
            packing.Write(content);
        packed.Position = 0;
        return new GZipStream(packed, CompressionMode.Decompress);
    }

    private static byte[] Bytes(nn.Module module)
    {
        using var stream = new MemoryStream();
        module.save(stream);
        return stream.ToArray();
    }

    private static nn.Module<Tensor, Tensor> Model() => nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Linear(4, 2));
}
#endif

using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests.Faults;

/// <summary>What libtorch cannot do is an exception with its message; nothing is left behind, and the next call works.</summary>
public class RefusalByLibTorchTests
{
    private static readonly Dictionary<string, (Func<Tensor> Call, string Message)> Cases = new()
    {
        ["more memory than there is"] = (() => zeros(1L << 47), "can't allocate memory"),
        ["a shape that overflows"] = (() => zeros(1L << 40, 1L << 40), "overflow"),
        ["a result that does not fit"] = (() => ones(1, 1).expand(1L << 20, 1L << 27).contiguous(), "can't allocate memory"),
        ["a sum of two devices"] = (() => ones(2).add(ones(2, device: META)), "device"),
        ["a sum of two devices in place"] = (() => ones(2).add_(ones(2, device: META)), "device"),
        ["a copy of what is nowhere"] = (() => ones(2, device: META).cpu(), "meta"),
    };

    public static TheoryData<string> Names => new(Cases.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_an_exception_and_nothing_is_left(string name)
    {
        var (call, message) = Cases[name];
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        for (var time = 0; time < 3; time++)
        {
            using var scope = NewDisposeScope();
            Assert.Contains(message, Assert.Throws<ExternalException>(call).Message, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(2, ones(2).sum().ToSingle());
        }
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        Assert.True(is_grad_enabled());
    }
}

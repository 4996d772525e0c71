#if LIBTORCH
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ScoreGen.LibTorch.Tests.Processes;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests;

/// <summary>Where the memory of tensors comes from, and what becomes of it when they are gone.</summary>
public class MemoryTests
{
    /// <summary>Around each size at which another list of blocks begins, the smallest, and the first that has none.</summary>
    private static readonly int[] Lengths =
        [0, 1, .. from bytes in new[] { 64, 128, 192, 256, 320, 512, 640, 1024, 4096, 57_344, 65_536, 69_632 } from more in new[] { -1, 0, 1 } select bytes + more, 300_000];

    [Fact]
    public void Tensors_of_every_size_hold_what_they_were_given()
    {
        var random = new System.Random(3);
        var held = new List<(Tensor Tensor, byte Value)>();
        for (var turn = 0; turn < 20_000; turn++)
        {
            if (held.Count > 200 || (held.Count > 0 && random.Next(2) == 0))
            {
                var at = random.Next(held.Count);
                Check(held[at].Tensor, held[at].Value);
                held[at].Tensor.Dispose();
                held.RemoveAt(at);
                continue;
            }
            var value = (byte)random.Next(256);
            var made = full(Lengths[random.Next(Lengths.Length)], value, ScalarType.Byte);
            Assert.Equal(0, AddressOf(made) % 64);
            held.Add((made, value));
        }
        held.ForEach(each => Check(each.Tensor, each.Value));
        held.ForEach(each => each.Tensor.Dispose());
    }

    [Fact]
    public void A_small_block_serves_the_next_tensor_of_its_size()
    {
        var (first, second, third) = (zeros(16), zeros(16), zeros(16));
        var (a, b, c) = (AddressOf(first), AddressOf(second), AddressOf(third));
        first.Dispose();
        third.Dispose();
        second.Dispose();
        using Tensor next = zeros(16), afterNext = zeros(15), last = zeros(13);
        Assert.Equal((b, c, a), (AddressOf(next), AddressOf(afterNext), AddressOf(last)));
    }

    [Fact]
    public void Tensors_may_end_on_another_thread_than_they_began()
    {
        var made = new System.Collections.Concurrent.BlockingCollection<Tensor>(100);
        var maker = new Thread(() =>
        {
            for (var i = 0; i < 20_000; i++)
                made.Add(full(Lengths[i % Lengths.Length], (byte)i, ScalarType.Byte));
            made.CompleteAdding();
        });
        maker.Start();
        var index = 0;
        foreach (var tensor in made.GetConsumingEnumerable())
        {
            Check(tensor, (byte)index++);
            tensor.Dispose();
        }
        maker.Join();
        Assert.Equal(20_000, index);
    }

    [Fact]
    public void A_thread_that_ends_gives_its_blocks_back()
    {
        var (code, output, errors) = Child.Run(AppContext.BaseDirectory, ["end threads"]);
        Assert.True(code == 0, errors);
        Assert.InRange(long.Parse(output, System.Globalization.CultureInfo.InvariantCulture), 0, 100 << 20);
    }

    [Theory]
    [InlineData("MALLOC_ARENA_TEST", "8", 0, 500)]
    [InlineData("MALLOC_TRIM_THRESHOLD_", "131072", 1000, int.MaxValue)]
    public void A_training_step_keeps_its_pages_unless_the_user_says_otherwise(string variable, string value, int least, int most)
    {
        var (code, output, errors) = Child.Run(AppContext.BaseDirectory, ["count page faults"], (variable, value));
        Assert.True(code == 0, errors);
        Assert.InRange(int.Parse(output, System.Globalization.CultureInfo.InvariantCulture), least, most);
    }

    private static void Check(Tensor tensor, byte value) => Assert.False(tensor.bytes.ContainsAnyExcept(value));

    private static unsafe nint AddressOf(Tensor tensor) => (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(tensor.bytes));
}
#endif

using NanoGpt.Data;
using static TorchSharp.torch;

namespace NanoGpt.Tests.Data;

public sealed class BatchTests
{
    [Fact]
    public void What_is_to_be_said_is_the_character_after()
    {
        using var text = arange(100);

        var batch = TextBatch.Cut(text, tensor(new long[] { 7, 40 }), context: 3);

        Assert.Equal([7, 8, 9, 40, 41, 42], Numbers(batch.Characters));
        Assert.Equal([8, 9, 10, 41, 42, 43], Numbers(batch.Next));
    }

    [Fact]
    public void Every_piece_of_the_text_may_come()
    {
        using var text = arange(6);
        using var random = new Generator(0);
        var batches = new Batches(text, size: 50, context: 3, random);

        Assert.Equal([0, 1, 2], Numbers(batches.Next().Characters.select(1, 0)).Distinct().Order());
    }

    [Fact]
    public void The_state_of_the_stream_is_the_position_in_the_text()
    {
        using var text = arange(1000);
        using var random = new Generator(5);
        var batches = new Batches(text, size: 4, context: 3, random);
        batches.Next();
        using var state = random.get_state();
        var expected = Numbers(batches.Next().Characters);

        using var other = new Generator(9);
        other.set_state(state);

        Assert.Equal(expected, Numbers(new Batches(text, size: 4, context: 3, other).Next().Characters));
    }

    private static long[] Numbers(Tensor tensor) => tensor.contiguous().data<long>().ToArray();
}

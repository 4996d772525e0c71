using Samples.Mpi;
using static TorchSharp.torch;

namespace Samples.Tests.Mpi;

public sealed class CommunicatorTests
{
    [Theory]
    [InlineData(12, 1)]
    [InlineData(12, 5)]
    [InlineData(3, 5)]
    [InlineData(0, 2)]
    public void The_parts_are_the_whole_and_differ_by_one_at_most(int things, int processes)
    {
        var parts = Enumerable.Range(0, processes).Select(rank => Communicator.PartOf(things, rank, processes)).ToList();

        Assert.Equal(Enumerable.Range(0, things), parts.SelectMany(part => Enumerable.Range(part.Start, part.Count)));
        Assert.InRange(parts.Max(part => part.Count) - parts.Min(part => part.Count), 0, 1);
    }

    [Fact]
    public void A_process_by_itself_has_everything_and_waits_for_nobody()
    {
        var alone = Communicator.Join(LauncherTests.Started());
        using var values = tensor(new[] { 1f, 2f });

        alone.Sum(values, CancellationToken.None);
        alone.Leave();

        Assert.Same(Communicator.Alone, alone);
        Assert.Equal((0, 7), alone.PartOf(7));
        Assert.Equal([1f, 2f], values.data<float>().ToArray());
        Assert.Equal(2.5, alone.Sum(2.5));
        Assert.Equal([1, 2], alone.OfFirst([1, 2]));
    }
}

using NanoGpt.Data;
using NanoGpt.Training;
using Samples.Mpi;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace NanoGpt.Tests.Training;

public sealed class JudgeTests
{
    [Fact]
    public void The_loss_is_the_mean_over_all_pieces_of_the_text()
    {
        using var model = Small.Model("euler");
        using var text = Small.Text(900).squeeze(0);

        var byHand = Enumerable.Range(0, 112).Average(piece =>
        {
            var batch = TextBatch.Cut(text, tensor(new long[] { 8 * piece }), context: 8);
            return functional.cross_entropy(model.call(batch.Characters, null).squeeze(0), batch.Next.squeeze(0)).item<float>();
        });

        Assert.Equal(byHand, new Judge(text, context: 8, Communicator.Alone).Loss(model), 1e-5);
    }

    [Fact]
    public void An_untrained_model_thinks_every_character_about_equally_likely()
    {
        using var model = Small.Model("stacked");
        using var text = Small.Text(500).squeeze(0);

        Assert.Equal(Math.Log(11), new Judge(text, context: 8, Communicator.Alone).Loss(model, pieces: 10), 0.1);
    }

    [Fact]
    public void The_history_is_a_point_for_each_interval()
    {
        var history = LossHistory.Empty.Add(3).Add(1).Close(2, 2.5).Add(1);

        Assert.Equal([new LossPoint(2, 2, 2.5)], history.Points);
        Assert.Equal((1, 1), (history.Pending, history.Count));
    }
}

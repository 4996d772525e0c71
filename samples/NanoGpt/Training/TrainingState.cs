using NanoGpt.Checkpoints;
using NanoGpt.Model;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NanoGpt.Training;

/// <summary>All that changes in a training: from it the training goes on as if it had never stopped.</summary>
public sealed class TrainingState : IDisposable
{
    private readonly string description;

    /// <summary>The state before the first iteration.</summary>
    public TrainingState(TrainingKey key, Device device)
    {
        description = key.Description;
        Random = new Generator((ulong)key.Seed);
        Model = new GptModel(key.Settings.Shape(key.Corpus.Vocabulary.Characters.Count), key.Rule, Random).to(device);
        Optimizer = DecayedMatrices.Optimizer(Model, key.Settings);
    }

    public GptModel Model { get; }

    public AdamW Optimizer { get; }

    /// <summary>Where in the text the batches are; it drew the first weights, too.</summary>
    public Generator Random { get; }

    /// <summary>How many iterations are done.</summary>
    public int Iteration { get; set; }

    public LossHistory History { get; set; } = LossHistory.Empty;

    /// <summary>How long that took.</summary>
    public TimeSpan Elapsed { get; set; }

    /// <summary>A copy of everything.</summary>
    public Checkpoint Capture()
    {
        using var random = Random.get_state();
        return new Checkpoint(
            description,
            Iteration,
            Elapsed,
            History,
            StateBytes.Of(writer => Model.save(writer)),
            StateBytes.Of(Optimizer.save_state_dict),
            StateBytes.Of(random.Save));
    }

    /// <summary>Goes back to a copy.</summary>
    public void Restore(Checkpoint checkpoint)
    {
        StateBytes.Read(checkpoint.Model, reader => Model.load(reader));
        StateBytes.Read(checkpoint.Optimizer, Optimizer.load_state_dict);
        StateBytes.Read(checkpoint.Random, reader =>
        {
            using var random = Tensor.Load(reader);
            Random.set_state(random);
        });
        (Iteration, Elapsed, History) = (checkpoint.Iteration, checkpoint.Elapsed, checkpoint.History);
    }

    public void Dispose()
    {
        Optimizer.Dispose();
        Model.Dispose();
        Random.Dispose();
    }
}

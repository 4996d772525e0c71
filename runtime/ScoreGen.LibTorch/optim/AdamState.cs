#nullable disable // as in Optimizer.cs

using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The running means of one parameter's gradient, as Adam and AdamW keep them.</summary>
public abstract class AdamState : OptimizerState, IDisposable
{
    /// <summary>The number of steps so far.</summary>
    public long step;

    /// <summary>The running mean.</summary>
    public Tensor exp_avg;

    /// <summary>The running mean square.</summary>
    public Tensor exp_avg_sq;

    /// <summary>The greatest mean square so far; null without amsgrad.</summary>
    public Tensor max_exp_avg_sq;

    private protected AdamState(Parameter parameter)
        : base(parameter)
    {
    }

    private protected abstract AdamState New();

    /// <summary>Frees the state.</summary>
    public void Dispose()
    {
        exp_avg?.Dispose();
        exp_avg_sq?.Dispose();
        max_exp_avg_sq?.Dispose();
    }

    /// <inheritdoc/>
    public override void to(Device device)
    {
        Move(ref exp_avg, device);
        Move(ref exp_avg_sq, device);
        Move(ref max_exp_avg_sq, device);
    }

    /// <inheritdoc/>
    public override void SaveStateDict(BinaryWriter writer)
    {
        writer.Write(step);
        exp_avg.Save(writer);
        exp_avg_sq.Save(writer);
        SaveConditionalStateTensor(writer, max_exp_avg_sq);
    }

    /// <inheritdoc/>
    public override void LoadStateDict(BinaryReader reader)
    {
        step = reader.ReadInt64();
        exp_avg.Load(reader);
        exp_avg_sq.Load(reader);
        LoadLikeParameter(reader, ref max_exp_avg_sq);
    }

    internal override OptimizerState Blank()
    {
        var blank = New();
        blank.Zero(ref blank.exp_avg);
        blank.Zero(ref blank.exp_avg_sq);
        return blank;
    }

    /// <inheritdoc/>
    public override void LoadStateDict(OptimizerState source)
    {
        var state = (AdamState)source;
        step = state.step;
        CopyFrom(ref exp_avg, state.exp_avg);
        CopyFrom(ref exp_avg_sq, state.exp_avg_sq);
        CopyFrom(ref max_exp_avg_sq, state.max_exp_avg_sq);
    }

    /// <inheritdoc/>
    public override bool ApproximatelyEquals(OptimizerState other) =>
        other is AdamState state && GetType() == other.GetType() && step == state.step && Near(exp_avg, state.exp_avg) && Near(exp_avg_sq, state.exp_avg_sq)
        && Near(max_exp_avg_sq, state.max_exp_avg_sq);

    /// <inheritdoc/>
    public override void Initialize(OptimizerOptions options)
    {
        step = 0;
        Zero(ref exp_avg);
        Zero(ref exp_avg_sq);
        max_exp_avg_sq?.Dispose();
        max_exp_avg_sq = null;
        if (((AdamOptions)options).amsgrad.Value)
            Zero(ref max_exp_avg_sq);
    }
}

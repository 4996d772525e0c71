#nullable disable // as in Optimizer.cs

using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers of one parameter.</summary>
public abstract class OptimizerState
{
    /// <summary>The parameter.</summary>
    protected Parameter _parameter;

    /// <summary>Creates the state; <see cref="Initialize"/> fills it.</summary>
    protected OptimizerState(Parameter parameter) => _parameter = parameter;

    /// <summary>Writes the state.</summary>
    public abstract void SaveStateDict(BinaryWriter writer);

    /// <summary>Reads what <see cref="SaveStateDict"/> wrote.</summary>
    public abstract void LoadStateDict(BinaryReader reader);

    /// <summary>Copies the state of another parameter.</summary>
    public abstract void LoadStateDict(OptimizerState source);

    /// <summary>Sets the state to what it is before the first step.</summary>
    public abstract void Initialize(OptimizerOptions options);

    /// <summary>Whether both states are equal up to rounding.</summary>
    public virtual bool ApproximatelyEquals(OptimizerState other) => false;

    /// <summary>A state of the same kind for the same parameter that can be read into; null where nothing is known of the kind.</summary>
    internal virtual OptimizerState Blank() => null;

    /// <summary>Moves the state to a device.</summary>
    public virtual void to(Device device)
    {
    }

    /// <summary>Reads a tensor that may not be there.</summary>
    protected static void LoadConditionalStateTensor(BinaryReader reader, ref Tensor result, Device device)
    {
        if (!reader.ReadBoolean())
        {
            result?.Dispose();
            result = null;
            return;
        }
        TensorExtensionMethods.Load(ref result, reader);
        Move(ref result, device);
    }

    /// <summary>Reads a tensor that may not be there, and is like the parameter where it is.</summary>
    /// <exception cref="ArgumentException">It has another type or shape.</exception>
    private protected void LoadLikeParameter(BinaryReader reader, ref Tensor own)
    {
        LoadConditionalStateTensor(reader, ref own, _parameter.device);
        if (own is not null && (own.dtype != _parameter.dtype || !own.shape.SequenceEqual(_parameter.shape)))
            throw new ArgumentException(
                $"Mismatched optimizer state while loading: the file has {own.dtype} [{string.Join(", ", own.shape)}] for a parameter of "
                + $"{_parameter.dtype} [{string.Join(", ", _parameter.shape)}]. Load the state of an optimizer of the same parameters.");
    }

    /// <summary>Writes a tensor that may not be there.</summary>
    protected static void SaveConditionalStateTensor(BinaryWriter writer, Tensor tensor)
    {
        writer.Write(tensor is not null);
        tensor?.Save(writer);
    }

    /// <summary>Moves a tensor to a device, outside any scope.</summary>
    private protected static void Move(ref Tensor tensor, Device device)
    {
        if (tensor is null)
            return;
        var moved = tensor.to(device).DetachFromDisposeScope();
        tensor.Dispose();
        tensor = moved;
    }

    /// <summary>Replaces a tensor by a copy of another, outside any scope.</summary>
    private protected void CopyFrom(ref Tensor own, Tensor source)
    {
        own?.Dispose();
        own = source?.to(_parameter.device, copy: true).DetachFromDisposeScope();
    }

    /// <summary>Replaces a tensor by zeros in the parameter's shape, outside any scope.</summary>
    private protected void Zero(ref Tensor own)
    {
        own?.Dispose();
        own = zeros_like(_parameter).DetachFromDisposeScope();
    }

    private protected static bool Near(Tensor left, Tensor right) => left is null ? right is null : right is not null && left.allclose(right);
}

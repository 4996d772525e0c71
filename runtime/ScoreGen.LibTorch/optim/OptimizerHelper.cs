#nullable disable // as in Optimizer.cs

using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Base class of the optimizers that keep their groups and states in managed code.</summary>
public abstract class OptimizerHelper : Optimizer
{
    /// <summary>The options of groups that bring none.</summary>
    protected OptimizerOptions _defaults;

    /// <summary>The state of each parameter, by its native handle.</summary>
    protected OrderedDict<IntPtr, OptimizerState> _state = new();

    /// <summary>Creates an optimizer without groups.</summary>
    public OptimizerHelper()
    {
    }

    /// <summary>Saves options and states to a file. An existing file is replaced only once all is written.</summary>
    public void save_state_dict(string location) => AtomicFile.Write(location, stream =>
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        save_state_dict(writer);
    });

    /// <summary>Writes options and states.</summary>
    public void save_state_dict(BinaryWriter writer)
    {
        var own = state_dict();
        writer.Write(GetType().Name);
        writer.Encode(own.Options.Count);
        writer.Encode(own.State.Count);
        foreach (var options in own.Options)
            options.SaveStateDict(writer);
        foreach (var state in own.State)
            state.SaveStateDict(writer);
    }

    /// <summary>Loads options and states from a file. Unless all of the file fits the optimizer, nothing is changed.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is of another optimizer, truncated, too long or of another format.</exception>
    /// <exception cref="ArgumentException">The file has other numbers of groups or parameters, or parameters of other shapes.</exception>
    public void load_state_dict(string location)
    {
        using var stream = new WholeFile(location);
        using var reader = new BinaryReader(stream);
        try
        {
            load_state_dict(reader);
        }
        catch (Exception error) when (error is EndOfStreamException or FormatException or InvalidDataException)
        {
            throw new InvalidDataException($"'{location}' is truncated, or not a state of {GetType().Name}: {error.Message}", error);
        }
        catch (ArgumentException error)
        {
            throw new ArgumentException($"'{location}' is of another {GetType().Name}: {error.Message}", error);
        }
    }

    /// <summary>Reads options and states. Unless all that is read fits the optimizer, nothing is changed.</summary>
    /// <exception cref="InvalidDataException">What was read is of another optimizer.</exception>
    /// <exception cref="ArgumentException">What was read has other numbers of groups or parameters, or parameters of other shapes.</exception>
    public void load_state_dict(BinaryReader reader)
    {
        var name = reader.ReadString();
        if (name != GetType().Name)
            throw new InvalidDataException($"Mismatched optimizer type: expected '{GetType().Name}', but found '{name}' in the loaded stream.");
        var own = state_dict();
        RequireCounts(own, reader.Decode(), reader.Decode());
        using var read = new ReadState();
        read.Read(reader, own);
        if (reader.BaseStream is WholeFile file && file.Position != file.Length)
            throw new InvalidDataException($"It has {file.Length - file.Position} bytes too many for a state of this {GetType().Name}.");
        read.Apply();
    }

    /// <summary>Takes options and states of another optimizer of this kind.</summary>
    /// <exception cref="ArgumentException">It is of another kind, or has other numbers of groups or parameters.</exception>
    public virtual void load_state_dict(StateDictionary state_dict)
    {
        var own = this.state_dict();
        RequireCounts(own, state_dict.Options.Count, state_dict.State.Count);
        RequireSameKind(own.Options.Zip<object, object>(state_dict.Options));
        RequireSameKind(own.State.Zip<object, object>(state_dict.State));
        foreach (var (mine, theirs) in own.Options.Zip(state_dict.Options).Where(pair => !ReferenceEquals(pair.First, pair.Second)))
            mine.LoadStateDict(theirs);
        foreach (var (mine, theirs) in own.State.Zip(state_dict.State).Where(pair => !ReferenceEquals(pair.First, pair.Second)))
            mine.LoadStateDict(theirs);
    }

    private static void RequireCounts(StateDictionary own, long groups, long states)
    {
        if (groups != own.Options.Count)
            throw new ArgumentException($"Invalid optimizer state -- different number of parameter groups: {groups}, not {own.Options.Count}.");
        if (states != own.State.Count)
            throw new ArgumentException($"Invalid optimizer state -- different number of states: {states}, not {own.State.Count}.");
    }

    private static void RequireSameKind(IEnumerable<(object Own, object Given)> pairs)
    {
        foreach (var (own, given) in pairs.Where(pair => !pair.Own.GetType().IsInstanceOfType(pair.Given)))
            throw new ArgumentException(
                $"Invalid optimizer state -- it has a {given?.GetType().FullName ?? "null"} where this optimizer has a {own.GetType().FullName}.");
    }

    /// <summary>Options and states, without copying them.</summary>
    public virtual StateDictionary state_dict()
    {
        var dictionary = new StateDictionary();
        foreach (var group in _parameter_groups)
        {
            dictionary.Options.Add(group.Options);
            var positions = new List<int>();
            foreach (var parameter in group.Parameters)
            {
                positions.Add(dictionary.State.Count);
                dictionary.State.Add(StateOf<OptimizerState>(parameter));
            }
            dictionary.StateIndexRef.Add(positions);
        }
        return dictionary;
    }

    /// <summary>Moves the states to a device. Do so where the parameters are.</summary>
    public void to(Device device)
    {
        foreach (var parameter in parameters())
            StateOf<OptimizerState>(parameter).to(device);
    }

    /// <summary>Runs the closure with gradients, then a function for each group without, freeing what it leaves behind.</summary>
    /// <param name="body">Updates the parameters of one group.</param>
    /// <param name="loss_closure">Computes the loss and its gradients, or null.</param>
    /// <returns>What the closure returned, or null.</returns>
    protected Tensor _step<T>(Action<T> body, Func<Tensor> loss_closure = null)
        where T : ParamGroup
    {
        Tensor loss = null;
        if (loss_closure is not null)
        {
            using var recording = enable_grad();
            loss = loss_closure();
        }
        using var guard = no_grad();
        using var scope = NewDisposeScope();
        foreach (var group in _parameter_groups)
            body(group as T);
        return loss;
    }

    /// <summary>Registers a group together with a new state for each of its parameters.</summary>
    private protected void AddGroup(ParamGroup group, Func<Parameter, OptimizerState> newState)
    {
        group.Options.InitialLearningRate = group.Options.LearningRate.Value;
        group.Parameters = group.Parameters.ToList();
        _parameter_groups.Add(group);
        foreach (var parameter in group.Parameters)
        {
            var state = newState(parameter);
            _state[parameter.Handle] = state;
            state.Initialize(group.Options);
        }
    }

    /// <summary>The state of a parameter.</summary>
    /// <exception cref="InvalidOperationException">The parameter has been disposed or replaced since it was added.</exception>
    private protected TState StateOf<TState>(Parameter parameter)
        where TState : OptimizerState
    {
        if (!parameter.IsInvalid && _state.TryGetValue(parameter.Handle, out var state))
            return (TState)state;
        throw new InvalidOperationException(
            $"A parameter of this {GetType().Name} has been disposed or replaced. Moving a module replaces its parameters: create the optimizer afterwards.");
    }

    /// <summary>The parameters of a group that have a gradient, each with it and its state.</summary>
    private protected List<(Parameter Parameter, Tensor Gradient, TState State)> Pending<TState>(ParamGroup group)
        where TState : OptimizerState
    {
        var pending = new List<(Parameter, Tensor, TState)>();
        foreach (var parameter in group.Parameters)
        {
            var state = StateOf<TState>(parameter);
            if (parameter.grad is { } gradient)
                pending.Add((parameter, gradient, state));
        }
        return pending;
    }

    private protected override void ReleaseState()
    {
        foreach (var (_, state) in _state)
            (state as IDisposable)?.Dispose();
        _state.Clear();
    }
}

namespace TorchSharp.Modules;

/// <summary>Marks modules that have neither parameters nor buffers.</summary>
public interface IParameterLessModule
{
}

/// <summary>Base class of modules without parameters and buffers: moving one does nothing.</summary>
public abstract class ParameterLessModule<T1, TResult> : torch.nn.Module<T1, TResult>, IParameterLessModule
{
    /// <summary>Creates a module in training mode.</summary>
    protected ParameterLessModule(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    protected internal override torch.nn.Module _to(torch.Device device, torch.ScalarType dtype, bool non_blocking) => this;

    /// <inheritdoc/>
    protected internal override torch.nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => this;

    /// <inheritdoc/>
    protected internal override torch.nn.Module _to(torch.ScalarType dtype, bool non_blocking) => this;

    /// <summary>Refuses: the module is declared to have no buffers.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void register_buffer(string name, torch.Tensor tensor, bool persistent = true) =>
        throw ParameterLess.Refusal(this, $"buffer '{name}'");

    /// <summary>Refuses: the module is declared to have no parameters.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void register_parameter(string name, Parameter param) =>
        throw ParameterLess.Refusal(this, $"parameter '{name}'");

    /// <summary>Adds a submodule that has no parameters either.</summary>
    /// <exception cref="InvalidOperationException">The submodule may have parameters.</exception>
    public override void register_module(string name, torch.nn.Module submodule)
    {
        if (submodule is not IParameterLessModule)
            throw ParameterLess.Refusal(this, $"submodule '{name}', which may have parameters");
        base.register_module(name, submodule);
    }
}

/// <summary>Base class of modules without parameters and buffers: moving one does nothing.</summary>
public abstract class ParameterLessModule<T1, T2, TResult> : torch.nn.Module<T1, T2, TResult>, IParameterLessModule
{
    /// <summary>Creates a module in training mode.</summary>
    protected ParameterLessModule(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    protected internal override torch.nn.Module _to(torch.Device device, torch.ScalarType dtype, bool non_blocking) => this;

    /// <inheritdoc/>
    protected internal override torch.nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => this;

    /// <inheritdoc/>
    protected internal override torch.nn.Module _to(torch.ScalarType dtype, bool non_blocking) => this;

    /// <summary>Refuses: the module is declared to have no buffers.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void register_buffer(string name, torch.Tensor tensor, bool persistent = true) =>
        throw ParameterLess.Refusal(this, $"buffer '{name}'");

    /// <summary>Refuses: the module is declared to have no parameters.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void register_parameter(string name, Parameter param) =>
        throw ParameterLess.Refusal(this, $"parameter '{name}'");

    /// <summary>Adds a submodule that has no parameters either.</summary>
    /// <exception cref="InvalidOperationException">The submodule may have parameters.</exception>
    public override void register_module(string name, torch.nn.Module submodule)
    {
        if (submodule is not IParameterLessModule)
            throw ParameterLess.Refusal(this, $"submodule '{name}', which may have parameters");
        base.register_module(name, submodule);
    }
}

internal static class ParameterLess
{
    public static InvalidOperationException Refusal(torch.nn.Module module, string what) =>
        new($"{module.GetName()} is declared parameter-less and cannot register {what}. Derive from Module<...> instead.");
}

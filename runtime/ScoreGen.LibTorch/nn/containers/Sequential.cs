using System.Runtime.CompilerServices;

namespace TorchSharp.Modules;

/// <summary>Modules called one after the other, each on the result of the one before.</summary>
public class Sequential : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly List<(string name, torch.nn.IModule<torch.Tensor, torch.Tensor> module)> _steps = [];

    /// <summary>Creates a sequence of named modules.</summary>
    protected Sequential(params (string name, torch.nn.Module<torch.Tensor, torch.Tensor> submodule)[] modules)
        : base("torch::nn::SequentialImpl")
    {
        foreach (var (name, module) in modules)
            append(name, module);
    }

    /// <summary>Creates a sequence of modules named by their positions.</summary>
    protected Sequential(params torch.nn.Module<torch.Tensor, torch.Tensor>[] modules)
        : base("torch::nn::SequentialImpl")
    {
        foreach (var module in modules)
            append(module);
    }

    internal Sequential(IEnumerable<(string name, torch.nn.IModule<torch.Tensor, torch.Tensor> module)> steps)
        : base("torch::nn::SequentialImpl") => _steps.AddRange(steps);

    /// <summary>The number of modules.</summary>
    public int Count => _steps.Count;

    /// <summary>The module at a position.</summary>
    [IndexerName("SequentialItems")]
    public torch.nn.IModule<torch.Tensor, torch.Tensor> this[int index] => _steps[index].module;

    /// <summary>A sequence of the modules from start up to but without end, sharing them and their names.</summary>
    [IndexerName("SequentialItems")]
    public Sequential this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    /// <summary>A sequence of the modules in the range, sharing them and their names.</summary>
    [IndexerName("SequentialItems")]
    public Sequential this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    /// <summary>Adds a module at the end.</summary>
    public Sequential append(string name, torch.nn.IModule<torch.Tensor, torch.Tensor> module)
    {
        _steps.Add((name, module));
        return this;
    }

    /// <summary>Adds a module at the end, named by its position.</summary>
    public Sequential append(torch.nn.IModule<torch.Tensor, torch.Tensor> module) => append($"{Count}", module);

    /// <summary>Calls the modules in order and disposes what each passed on to the next. Without modules: an alias of the input.</summary>
    public override torch.Tensor forward(torch.Tensor tensor)
    {
        if (Count == 0)
            return tensor.alias();
        var current = _steps[0].module.call(tensor);
        for (var i = 1; i < Count; i++)
        {
            var next = _steps[i].module.call(current);
            current.Dispose();
            current = next;
        }
        return current;
    }

    /// <inheritdoc/>
    public override IEnumerable<(string name, torch.nn.Module module)> named_children() =>
        _steps.Select(step => (step.name, (torch.nn.Module)step.module));

    /// <inheritdoc/>
    public override IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
    {
        var seen = new HashSet<IntPtr>();
        return recurse
            ? from child in named_children()
              from entry in child.module.named_parameters(true)
              where seen.Add(entry.parameter.Handle)
              select ($"{child.name}.{entry.name}", entry.parameter)
            : [];
    }

    /// <inheritdoc/>
    public override IEnumerable<(string name, torch.Tensor buffer)> named_buffers(bool recurse = true, bool include_persistent = true)
    {
        var seen = new HashSet<IntPtr>();
        return recurse
            ? from child in named_children()
              from entry in child.module.named_buffers(true, include_persistent)
              where seen.Add(entry.buffer.Handle)
              select ($"{child.name}.{entry.name}", entry.buffer)
            : [];
    }

    /// <inheritdoc/>
    public override torch.nn.Module apply(Action<torch.nn.Module> fn)
    {
        foreach (var (_, child) in named_children())
            child.apply(fn);
        fn(this);
        return this;
    }

    private Sequential Slice(int start, int end)
    {
        if (start < 0 || start > Count)
            throw new IndexOutOfRangeException($"{start} is not a valid index: the Sequential has {Count} modules.");
        if (end < 0 || end > Count)
            throw new IndexOutOfRangeException($"{end} is not a valid index: the Sequential has {Count} modules.");
        return new Sequential(_steps.Skip(start).Take(end - start));
    }
}

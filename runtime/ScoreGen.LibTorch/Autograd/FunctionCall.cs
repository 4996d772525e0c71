using System.Runtime.InteropServices;
using System.Text;
using ScoreGen.LibTorch;
using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace TorchSharp;

/// <summary>
/// One call of a custom function: what libtorch's node holds until the graph lets go of it. An exception of backward
/// travels through libtorch as a ticket and comes out in whoever called backward.
/// </summary>
internal sealed unsafe class FunctionCall
{
    private readonly string name;
    private readonly AutogradContext context = new();
    private readonly Func<AutogradContext, List<Tensor>, List<Tensor>> backward;
    private readonly bool[] isTensor;

    private FunctionCall(string name, object[] vars, Func<AutogradContext, List<Tensor>, List<Tensor>> backward)
    {
        this.name = name;
        this.backward = backward;
        isTensor = Array.ConvertAll(vars, value => value is Tensor { IsInvalid: false });
    }

    internal static List<Tensor> Apply(
        string name, object[] vars,
        Func<AutogradContext, object[], List<Tensor>> forward, Func<AutogradContext, List<Tensor>, List<Tensor>> backward)
    {
        var call = new FunctionCall(name, vars, backward);
        List<Tensor> outputs;
        using (no_grad())
            outputs = forward(call.context, vars);
        var inputs = vars.Where((_, i) => call.isTensor[i]).Cast<Tensor>().ToArray();
        var linked = call.Link(inputs, outputs);
        GC.KeepAlive(inputs);
        return linked;
    }

    private List<Tensor> Link(Tensor[] inputs, List<Tensor> outputs)
    {
        var owner = GCHandle.Alloc(this);
        nint node = 0;
        var results = Handles(outputs);
        var kinds = outputs.Select(KindOf).ToArray();
        try
        {
            fixed (byte* label = Encoding.UTF8.GetBytes(name + '\0'))
            fixed (nint* ins = Handles(inputs), outs = results, saved = Handles(context.ToSave))
            fixed (int* kind = kinds)
            {
                NativeError.Check(NativeMethods.sg_function_link(
                    GCHandle.ToIntPtr(owner), label, &Backward, &Free, ins, inputs.Length, outs, kind, results.Length, saved, context.ToSave.Count, &node));
            }
        }
        finally
        {
            if (node == 0)
                owner.Free();
        }
        GC.KeepAlive(context.ToSave);
        context.Saved();
        return [.. outputs.Select((output, i) => Adopt(output, results[i]))];
    }

    /// <summary>The tensor that forward returned, where libtorch linked that and no alias of it.</summary>
    private static Tensor Adopt(Tensor output, nint linked)
    {
        if (linked == 0 || output.Handle != linked)
            return new Tensor(linked);
        NativeMethods.sg_tensor_release(linked);
        return output;
    }

    private int KindOf(Tensor output)
    {
        if (context.NonDifferentiable.Exists(tensor => tensor.Handle == output.Handle))
            return 2;
        return context.Dirty.Exists(tensor => tensor.Handle == output.Handle) ? 1 : 0;
    }

    [UnmanagedCallersOnly]
    private static long Backward(nint owner, nint node, nint* grads, int count, nint* results, int capacity)
    {
        try
        {
            ((FunctionCall)GCHandle.FromIntPtr(owner).Target!).Backward(node, new ReadOnlySpan<nint>(grads, count), new Span<nint>(results, capacity));
            return 0;
        }
        catch (Exception e)
        {
            return ManagedFailures.Keep(e);
        }
    }

    [UnmanagedCallersOnly]
    private static void Free(nint owner) => GCHandle.FromIntPtr(owner).Free();

    private void Backward(nint node, ReadOnlySpan<nint> grads, Span<nint> results)
    {
        var incoming = new List<Tensor>(grads.Length);
        for (var i = 0; i < grads.Length; i++)
            incoming.Add(Incoming(node, i, grads[i]));
        var outgoing = Matched(Run(node, incoming));
        for (var i = 0; i < results.Length; i++)
        {
            if (outgoing[i] is not { IsInvalid: false } gradient)
                continue;
            NativeMethods.sg_tensor_retain(gradient.Handle);
            results[i] = gradient.Handle;
        }
        GC.KeepAlive(outgoing);
    }

    /// <summary>One pass at a time, since passes over one graph share the context; a pass may start another within itself.</summary>
    private List<Tensor> Run(nint node, List<Tensor> incoming)
    {
        lock (context)
        {
            var outer = context.Node;
            context.Node = node;
            try
            {
                return backward(context, incoming);
            }
            finally
            {
                context.Node = outer;
            }
        }
    }

    private Tensor Incoming(nint node, int index, nint grad)
    {
        if (grad != 0)
            NativeMethods.sg_tensor_retain(grad);
        else if (context.MaterializeGrads)
            NativeError.Check(NativeMethods.sg_function_zeros(node, index, &grad));
        return new Tensor(grad);
    }

    /// <summary>The gradients of the tensors among the arguments.</summary>
    private List<Tensor> Matched(List<Tensor> gradients)
    {
        if (gradients.Count < isTensor.Length || gradients.Skip(isTensor.Length).Any(extra => extra is { IsInvalid: false }))
            throw new InvalidOperationException($"Function {name} returned an incorrect number of gradients (expected {isTensor.Length}, got {gradients.Count}).");
        for (var i = 0; i < isTensor.Length; i++)
        {
            if (!isTensor[i] && gradients[i] is { IsInvalid: false })
                throw new InvalidOperationException($"Function {name} returned a gradient at position {i + 1}, but the corresponding forward input was not a Tensor.");
        }
        return [.. gradients.Where((_, i) => i < isTensor.Length && isTensor[i])];
    }
}

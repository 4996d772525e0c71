using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch;

/// <summary>
/// An ATen operator, found by schema name at its first call. This class is the only way to operators, so another transport
/// than the shim would replace its body alone. Trailing arguments that are left out take the schema's defaults.
/// </summary>
internal sealed unsafe class Operator(params string[] names)
{
    private const int StackWords = 256;

    private nint handle;

    /// <summary>Whether this libtorch has the operator (under any of its names).</summary>
    internal bool Exists => handle != 0 || (handle = Find()) != 0;

    /// <summary>Which of the names this libtorch knows.</summary>
    internal string Name { get; private set; } = names[0];

    /// <summary>
    /// One tensor from one, without the general path's loop. It is no overload of <see cref="Call"/>, where numbers would
    /// become tensors by TorchSharp's implicit conversions.
    /// </summary>
    [SkipLocalsInit]
    internal Tensor Unary(Tensor a)
    {
        NativeValue argument, result;
        argument.Tag = ValueTag.Tensor;
        argument.Pointer = a.Handle;
        NativeError.Check(NativeMethods.sg_call(Handle, &argument, 1, &result, 1));
        GC.KeepAlive(a);
        return new Tensor(in result);
    }

    /// <summary>One tensor from two, without the general path's loop.</summary>
    [SkipLocalsInit]
    internal Tensor Binary(Tensor a, Tensor b)
    {
        var arguments = stackalloc NativeValue[2];
        NativeValue result;
        arguments[0].Tag = ValueTag.Tensor;
        arguments[0].Pointer = a.Handle;
        arguments[1].Tag = ValueTag.Tensor;
        arguments[1].Pointer = b.Handle;
        NativeError.Check(NativeMethods.sg_call(Handle, arguments, 2, &result, 1));
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        return new Tensor(in result);
    }

    /// <summary>The operator's one result, a tensor.</summary>
    [SkipLocalsInit]
    internal Tensor Call(params ReadOnlySpan<Arg> arguments)
    {
        NativeValue result;
        Invoke(arguments, &result, 1);
        return new Tensor(in result);
    }

    /// <summary>Runs an operator in place and returns its first argument.</summary>
    internal Tensor Update(params ReadOnlySpan<Arg> arguments)
    {
        Invoke(arguments, null, 0);
        return (Tensor)arguments[0].Object!;
    }

    /// <summary>Runs the operator for its effect.</summary>
    internal void Run(params ReadOnlySpan<Arg> arguments) => Invoke(arguments, null, 0);

    /// <summary>The operator's two results.</summary>
    internal (Tensor, Tensor) CallPair(params ReadOnlySpan<Arg> arguments)
    {
        var results = stackalloc NativeValue[2];
        Invoke(arguments, results, 2);
        return (new Tensor(in results[0]), new Tensor(in results[1]));
    }

    /// <summary>The operator's one result, a list of tensors.</summary>
    internal Tensor[] CallList(params ReadOnlySpan<Arg> arguments)
    {
        NativeValue result;
        Invoke(arguments, &result, 1);
        var tensors = new Tensor[result.Size];
        for (var i = 0; i < tensors.Length; i++)
            tensors[i] = new Tensor(((nint*)result.Pointer)[i]);
        return tensors;
    }

    /// <summary>The operator's one result, a flag.</summary>
    internal bool CallBool(params ReadOnlySpan<Arg> arguments) => CallNumber(arguments).Int != 0;

    /// <summary>The operator's one result, a number of whatever type the operator gives.</summary>
    internal Scalar CallScalar(params ReadOnlySpan<Arg> arguments)
    {
        var number = CallNumber(arguments);
        return number.Tag switch
        {
            ValueTag.Double => number.Double,
            ValueTag.Bool => number.Int != 0,
            ValueTag.Complex => *(System.Numerics.Complex*)number.Pointer,
            _ => number.Int,
        };
    }

    private NativeValue CallNumber(ReadOnlySpan<Arg> arguments)
    {
        NativeValue result;
        Invoke(arguments, &result, 1);
        return result;
    }

    private nint Handle
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => handle != 0 ? handle : Resolve();
    }

    private nint Resolve() => Exists ? handle
        : throw new ExternalException($"This libtorch ({torch.__version__}) has no operator {string.Join(" or ", names)}.");

    private nint Find()
    {
        foreach (var name in names)
        {
            var dot = name.IndexOf('.', StringComparison.Ordinal);
            var found = Find(dot < 0 ? name : name[..dot], dot < 0 ? "" : name[(dot + 1)..]);
            if (found == 0)
                continue;
            Name = name;
            return found;
        }
        return 0;
    }

    private static nint Find(string name, string overload)
    {
        nint found = 0;
        fixed (byte* nameBytes = Encoding.UTF8.GetBytes(name + '\0'), overloadBytes = Encoding.UTF8.GetBytes(overload + '\0'))
            NativeError.Check(NativeMethods.sg_operator_find(nameBytes, overloadBytes, &found));
        return found;
    }

    [SkipLocalsInit]
    private void Invoke(ReadOnlySpan<Arg> arguments, NativeValue* results, int capacity)
    {
        var words = 0;
        foreach (ref readonly var argument in arguments)
            words += argument.Tag < ValueTag.Complex ? 0 : argument.ScratchWords;
        if (words > StackWords)
        {
            InvokeOnHeap(arguments, results, capacity, words);
            return;
        }
        var scratch = stackalloc long[words];
        Invoke(arguments, scratch, results, capacity);
    }

    private void InvokeOnHeap(ReadOnlySpan<Arg> arguments, NativeValue* results, int capacity, int words)
    {
        fixed (long* scratch = new long[words])
            Invoke(arguments, scratch, results, capacity);
    }

    [SkipLocalsInit]
    private void Invoke(ReadOnlySpan<Arg> arguments, long* scratch, NativeValue* results, int capacity)
    {
        var values = stackalloc NativeValue[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i].Write(values + i, ref scratch);
        NativeError.Check(NativeMethods.sg_call(Handle, values, arguments.Length, results, capacity));
        foreach (ref readonly var argument in arguments)
            GC.KeepAlive(argument.Object);
    }
}

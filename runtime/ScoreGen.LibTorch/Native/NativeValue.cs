using System.Runtime.InteropServices;

namespace ScoreGen.LibTorch;

/// <summary>One argument or result of an operator as the shim reads and writes it (<c>sg_value</c>).</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal struct NativeValue
{
    [FieldOffset(0)] public ValueTag Tag;
    [FieldOffset(4)] public int Size;
    [FieldOffset(8)] public long Int;
    [FieldOffset(8)] public double Double;
    [FieldOffset(8)] public nint Pointer;
}

internal enum ValueTag
{
    None,
    Default,
    Tensor,
    Int,
    Double,
    Bool,
    Complex,
    String,
    Ints,
    Doubles,
    Bools,
    Tensors,
    Device,
    Generator,
}

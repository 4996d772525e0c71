using System.Numerics;
using ScoreGen.LibTorch;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// A number as an operator takes it, with the type it came in. It is plain managed memory: disposing it is allowed and
/// ends its use, but nothing is leaked where nobody does.
/// </summary>
public sealed class Scalar : IDisposable
{
    private readonly long bits;
    private readonly double imaginary;
    private bool disposed;

    internal Scalar(ScalarType type, long bits, double imaginary = 0)
    {
        TypeCore = type;
        this.bits = bits;
        this.imaginary = imaginary;
    }

    /// <summary>The type that libtorch sees: Int64, Float64, ComplexFloat64 or Bool.</summary>
    public ScalarType Type
    {
        get
        {
            _ = Bits;
            return TypeCore;
        }
    }

    internal long Bits => disposed ? throw new InvalidOperationException("Scalar invalid -- empty handle.") : bits;

    internal ValueTag Kind => TypeCore switch
    {
        ScalarType.Float64 => ValueTag.Double,
        ScalarType.ComplexFloat64 => ValueTag.Complex,
        ScalarType.Bool => ValueTag.Bool,
        _ => ValueTag.Int,
    };

    /// <summary>The type of a tensor that is filled with this number and given no type.</summary>
    internal ScalarType DefaultType => TypeCore is ScalarType.Int64 or ScalarType.Bool ? ScalarType.Int64 : get_default_dtype();

    internal double Real => TypeCore is ScalarType.Int64 or ScalarType.Bool ? Bits : BitConverter.Int64BitsToDouble(Bits);

    internal Complex Complex => new(Real, imaginary);

    private ScalarType TypeCore { get; }

    public static implicit operator Scalar(byte value) => value.ToScalar();

    public static implicit operator Scalar(sbyte value) => value.ToScalar();

    public static implicit operator Scalar(short value) => value.ToScalar();

    public static implicit operator Scalar(int value) => value.ToScalar();

    public static implicit operator Scalar(long value) => value.ToScalar();

    public static implicit operator Scalar(Half value) => value.ToScalar();

    public static implicit operator Scalar(BFloat16 value) => value.ToScalar();

    public static implicit operator Scalar(float value) => value.ToScalar();

    public static implicit operator Scalar(double value) => value.ToScalar();

    public static implicit operator Scalar(bool value) => value.ToScalar();

    public static implicit operator Scalar((float, float) value) => value.ToScalar();

    public static implicit operator Scalar(Complex value) => value.ToScalar();

    /// <summary>Ends the use of this number.</summary>
    public void Dispose() => disposed = true;
}

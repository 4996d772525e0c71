using System.Numerics;
using System.Reflection;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests.Factories;

/// <summary>
/// <c>tensor</c> and <c>as_tensor</c> from .NET data: for every element type, each form gives the data's type, order and the shape asked for.
/// </summary>
public class ElementTypeTests
{
    private delegate Tensor OfSpan<TData>(
        TData data, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null);

    private static readonly MethodInfo[] Factories = typeof(torch).GetMethods(BindingFlags.Public | BindingFlags.Static);

    private static readonly long[][] Shapes = [[16], [4, 4], [2, 2, 4], [2, 2, 2, 2]];

    public static TheoryData<ScalarType> Types => new(
        ScalarType.Bool, ScalarType.Byte, ScalarType.Int8, ScalarType.Int16, ScalarType.Int32, ScalarType.Int64, ScalarType.Float16, ScalarType.BFloat16,
        ScalarType.Float32, ScalarType.Float64, ScalarType.ComplexFloat32, ScalarType.ComplexFloat64);

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_form_of_tensor_keeps_type_order_and_shape(ScalarType type)
    {
        switch (type)
        {
            case ScalarType.Bool:
                Check(type, i => i % 3 == 0);
                break;
            case ScalarType.Byte:
                Check(type, i => (byte)(i + 240));
                break;
            case ScalarType.Int8:
                Check(type, i => (sbyte)(i - 128));
                break;
            case ScalarType.Int16:
                Check(type, i => (short)(i - 32768));
                break;
            case ScalarType.Int32:
                Check(type, i => i + int.MinValue);
                break;
            case ScalarType.Int64:
                Check(type, i => i + long.MinValue);
                break;
            case ScalarType.Float16:
                Check(type, i => (Half)(i / 8f));
                break;
            case ScalarType.BFloat16:
                Check(type, i => (BFloat16)(i / 8f));
                break;
            case ScalarType.Float32:
                Check(type, i => i / 3f);
                break;
            case ScalarType.Float64:
                Check(type, i => i / 3.0);
                break;
            case ScalarType.ComplexFloat32:
                Check(type, i => (i / 3f, -i / 7f));
                break;
            default:
                Check(type, i => new Complex(i / 3.0, -i / 7.0));
                break;
        }
    }

    private static void Check<T>(ScalarType type, Func<int, T> element) where T : unmanaged
    {
        var data = Enumerable.Range(0, 16).Select(element).ToArray();
        IList<T> list = [.. data];
        foreach (var shape in Shapes)
            ByLengths(type, data, shape);
        ByArray(type, data);
        Same(type, data, [16], Made("tensor", list));
        if (type != ScalarType.Float16)
        {
            Same(type, data, [16], Made("as_tensor", list));
            Same(type, data, [16], Made("as_tensor", data));
            Same(type, data[5..6], [], Made("tensor", data[5]));
        }
        if (type != ScalarType.Float64)
            Same(type, data, [4, 4], Created<IList<T>>()(list, [4, 4]));
        Same(type, data, [8, 2], Created<T[]>()(data, [8, 2]));
        if (type is not (ScalarType.Bool or ScalarType.ComplexFloat32))
            Same(type, data, [2, 8], Created<Memory<T>>()(data, [2, 8]));
    }

    private static void ByLengths<T>(ScalarType type, T[] data, long[] shape) where T : unmanaged
    {
        if (shape.Length == 1)
            return;
        IList<T> list = [.. data];
        object elements = typeof(T) == typeof(int) && shape.Length == 4 ? data : list;
        Same(type, data, shape, Made("tensor", [elements, .. shape.Cast<object>()]));
    }

    private static void ByArray<T>(ScalarType type, T[] data) where T : unmanaged
    {
        foreach (var shape in Shapes)
        {
            var array = Array.CreateInstance(typeof(T), shape);
            var place = new long[shape.Length];
            for (var i = 0; i < data.Length; i++)
            {
                var rest = (long)i;
                for (var dim = shape.Length - 1; dim >= 0; dim--)
                    (rest, place[dim]) = Math.DivRem(rest, shape[dim]);
                array.SetValue(data[i], place);
            }
            Same(type, data, shape, Made("tensor", array));
            if (type == ScalarType.ComplexFloat32)
                continue;
            Same(type, data, shape, from_array(array));
            Same(type, data, shape, as_tensor(array));
        }
    }

    private static void Same<T>(ScalarType type, T[] data, long[] shape, Tensor made) where T : unmanaged
    {
        using (made)
        {
            Assert.Equal(type, made.dtype);
            Assert.Equal(shape, made.shape);
            Assert.Equal(data, made.data<T>().ToArray());
            Assert.False(made.requires_grad);
        }
    }

    /// <summary>Calls the overload whose first parameters are of these arguments' types, the rest left out.</summary>
    private static Tensor Made(string name, params object[] arguments)
    {
        var method = Factories.Single(method => method.Name == name && Takes(method.GetParameters(), arguments));
        object?[] all = [.. arguments, .. method.GetParameters().Skip(arguments.Length).Select(parameter => parameter.DefaultValue)];
        return (Tensor)method.Invoke(null, all)!;
    }

    private static bool Takes(ParameterInfo[] parameters, object[] arguments) =>
        parameters.Length > arguments.Length
        && parameters.Take(arguments.Length).Zip(arguments).All(pair => pair.First.ParameterType == Declared(pair.Second))
        && parameters.Skip(arguments.Length).All(parameter => parameter.HasDefaultValue);

    private static Type Declared(object argument) => argument.GetType() is { IsGenericType: true } type && argument is System.Collections.IList
        ? typeof(IList<>).MakeGenericType(type.GenericTypeArguments)
        : argument.GetType();

    /// <summary>The overload that takes its dimensions as a span, which reflection cannot pass.</summary>
    private static OfSpan<TData> Created<TData>() => Factories
        .Single(method => method.Name == "tensor"
            && method.GetParameters() is [var data, var dimensions, ..]
            && data.ParameterType == typeof(TData) && dimensions.ParameterType == typeof(ReadOnlySpan<long>))
        .CreateDelegate<OfSpan<TData>>();

    [Fact]
    public void Another_type_converts_and_a_gradient_can_be_asked_for()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([1f, 0, 1], tensor(new[] { true, false, true }, ScalarType.Float32).data<float>().ToArray());
        Assert.Equal([1L, -2], tensor(new[] { 1.9, -2.9 }, ScalarType.Int64).data<long>().ToArray());
        Assert.Equal([(3f, 0f)], as_tensor(new[] { 3 }, ScalarType.ComplexFloat32).data<(float, float)>().ToArray());
        Assert.True(tensor(new[] { 1f }, requires_grad: true).requires_grad);
        Assert.True(tensor(1.0, requires_grad: true).is_leaf);
        Assert.Equal(DeviceType.META, tensor(new[] { 1L }, device: META).device_type);
    }

    [Fact]
    public void Two_numbers_are_a_complex_one()
    {
        using var scope = NewDisposeScope();
        Assert.Equal((1.5f, -2f), tensor(1.5f, -2f).item<(float, float)>());
        Assert.Equal(new Complex(1.5, -2), tensor(1.5, -2.0).item<Complex>());
    }

    [Fact]
    public void A_tensor_as_a_tensor_shares_unless_its_type_changes()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2);
        as_tensor(x).fill_(3);
        as_tensor(x, ScalarType.Float64).fill_(5);
        Assert.Equal([3f, 3f], x.data<float>().ToArray());
        Assert.Equal(ScalarType.Int32, as_tensor(x, ScalarType.Int32).dtype);
    }

    [Fact]
    public void Too_few_elements_are_refused() =>
        Assert.Throws<ArgumentException>(() => tensor(new[] { 1f, 2f }, [3]));
}

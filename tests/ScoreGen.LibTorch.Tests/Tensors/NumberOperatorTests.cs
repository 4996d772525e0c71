using System.Reflection;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests.Tensors;

/// <summary>C#'s operators, with a tensor or a number of any type on either side.</summary>
public class NumberOperatorTests
{
    private static readonly Dictionary<string, Func<double, double, double>> Arithmetic = new()
    {
        ["op_Addition"] = (a, b) => a + b,
        ["op_Subtraction"] = (a, b) => a - b,
        ["op_Multiply"] = (a, b) => a * b,
        ["op_Division"] = (a, b) => a / b,
        ["op_Modulus"] = (a, b) => a - b * Math.Floor(a / b),
    };

    private static readonly Dictionary<string, Func<double, double, bool>> Comparisons = new()
    {
        ["op_Equality"] = (a, b) => a == b,
        ["op_Inequality"] = (a, b) => a != b,
        ["op_LessThan"] = (a, b) => a < b,
        ["op_LessThanOrEqual"] = (a, b) => a <= b,
        ["op_GreaterThan"] = (a, b) => a > b,
        ["op_GreaterThanOrEqual"] = (a, b) => a >= b,
    };

    public static TheoryData<string> ArithmeticNames => new(Arithmetic.Keys);

    public static TheoryData<string> ComparisonNames => new(Comparisons.Keys);

    private static readonly double[] Elements = [8, 4, -3, 0.5];

    [Theory]
    [MemberData(nameof(ArithmeticNames))]
    public void Arithmetic_is_by_element_and_keeps_the_order_of_operands(string name)
    {
        foreach (var form in Forms(name))
        {
            using var scope = NewDisposeScope();
            var result = Apply(form, out var pairs);
            Assert.Equal(ScalarType.Float64, result.dtype);
            var expected = pairs.Select(pair => Arithmetic[name](pair.Left, pair.Right));
            Assert.All(expected.Zip(result.data<double>().ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-15));
        }
    }

    [Theory]
    [MemberData(nameof(ComparisonNames))]
    public void Comparisons_are_by_element_and_keep_the_order_of_operands(string name)
    {
        foreach (var form in Forms(name))
        {
            using var scope = NewDisposeScope();
            var result = Apply(form, out var pairs);
            Assert.Equal(pairs.Select(pair => Comparisons[name](pair.Left, pair.Right)), result.data<bool>().ToArray());
        }
    }

    private static MethodInfo[] Forms(string name)
    {
        var forms = typeof(Tensor).GetMethods().Where(method => method.Name == name).ToArray();
        Assert.InRange(forms.Length, 3, 12);
        return forms;
    }

    /// <summary>A tensor against a tensor of fours, or against the number 4.</summary>
    private static Tensor Apply(MethodInfo form, out (double Left, double Right)[] pairs)
    {
        var parameters = form.GetParameters();
        var tensorIsLeft = parameters[0].ParameterType == typeof(Tensor);
        var operands = parameters.Select((parameter, side) => Operand(parameter.ParameterType, isElements: side == (tensorIsLeft ? 0 : 1))).ToArray();
        pairs = Array.ConvertAll(Elements, element => tensorIsLeft ? (element, 4.0) : (4.0, element));
        return (Tensor)form.Invoke(null, operands)!;
    }

    private static object Operand(Type type, bool isElements)
    {
        if (isElements)
            return tensor(Elements);
        if (type == typeof(Tensor))
            return tensor(4.0);
        return type == typeof(Scalar) ? (Scalar)4.0 : Convert.ChangeType(4, type, null);
    }

    [Fact]
    public void Numbers_do_not_widen_a_tensor()
    {
        using var scope = NewDisposeScope();
        var x = ones(1, ScalarType.Float16);
        Assert.All([x + 1, 1L + x, x * 2.5, 2f / x, 1 - x], result => Assert.Equal(ScalarType.Float16, result.dtype));
        var whole = ones(1, ScalarType.Int32);
        Assert.Equal(ScalarType.Int32, (whole + 1L).dtype);
        Assert.Equal(ScalarType.Float32, (whole + 1.5).dtype);
        Assert.Equal(ScalarType.Float32, (whole / 2).dtype);
    }

    [Fact]
    public void Flags_combine_and_numbers_turn_their_sign()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (tensor(new[] { true, true, false, false }), tensor(new[] { true, false, true, false }));
        Assert.Equal([true, false, false, false], (a & b).data<bool>().ToArray());
        Assert.Equal([true, true, true, false], (a | b).data<bool>().ToArray());
        Assert.Equal([false, true, true, false], (a ^ b).data<bool>().ToArray());
        Assert.Equal([false, false, true, true], (~a).data<bool>().ToArray());
        Assert.Equal(-3, (-tensor(3L)).item<long>());
    }
}

using System.Reflection;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests.Factories;

/// <summary>The ways to say how large a new tensor is: single lengths as int or long, arrays, spans and sizes.</summary>
public class ShapeTests
{
    private delegate Tensor OfSpan(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null);

    private delegate Tensor NewOfSpan(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);

    private static readonly string[] LengthNames = ["size", "rows", "columns", "dim0", "dim1", "dim2", "dim3"];

    public static TheoryData<string> Plain => new("zeros", "ones", "empty", "full", "rand", "randn");

    public static TheoryData<string> Methods => new("new_zeros", "new_ones", "new_empty", "new_full");

    [Theory]
    [MemberData(nameof(Plain))]
    public void Every_form_gives_the_same_tensor(string name)
    {
        var forms = Forms(typeof(torch), name);
        Assert.Equal(9, forms.Length);
        foreach (var form in forms)
        {
            var lengths = form.GetParameters().Where(parameter => LengthNames.Contains(parameter.Name)).ToArray();
            var shape = Lengths(lengths);
            manual_seed(5);
            using var made = Call(form, null, lengths, requires_grad: true);
            manual_seed(5);
            using var expected = name switch
            {
                "zeros" => zeros(shape),
                "ones" => ones(shape),
                "full" => full(shape, 2.5),
                "rand" => rand(shape),
                "randn" => randn(shape),
                _ => null,
            };
            Assert.Equal(shape, made.shape);
            Assert.Equal(ScalarType.Float32, made.dtype);
            Assert.True(made.requires_grad);
            if (expected is not null)
                Assert.Equal(expected.data<float>().ToArray(), made.detach().data<float>().ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Every_form_on_a_tensor_takes_its_type(string name)
    {
        using var like = zeros(1, ScalarType.Int16);
        var forms = Forms(typeof(Tensor), name);
        Assert.InRange(forms.Length, 4, 5);
        foreach (var form in forms)
        {
            var lengths = form.GetParameters().Where(parameter => LengthNames.Contains(parameter.Name)).ToArray();
            using var made = Call(form, like, lengths, requires_grad: false);
            Assert.Equal(Lengths(lengths), made.shape);
            Assert.Equal(ScalarType.Int16, made.dtype);
            var expected = name switch { "new_zeros" => 0, "new_ones" => 1, _ => 2 };
            if (name != "new_empty")
                Assert.All(made.data<short>().ToArray(), element => Assert.Equal(expected, element));
        }
    }

    private static MethodInfo[] Forms(Type type, string name) => type
        .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance)
        .Where(method => method.Name == name && !method.GetParameters().Any(parameter => parameter.ParameterType == typeof(ReadOnlySpan<long>)))
        .Where(method => method.GetParameters()[0].ParameterType != typeof(Size))
        .ToArray();

    private static long[] Lengths(ParameterInfo[] lengths) =>
        lengths[0].ParameterType == typeof(long[]) ? [2, 3] : [.. Enumerable.Range(1, lengths.Length).Select(i => (long)i)];

    private static Tensor Call(MethodInfo form, Tensor? self, ParameterInfo[] lengths, bool requires_grad)
    {
        var next = 1;
        var arguments = form.GetParameters().Select(parameter => parameter.Name switch
        {
            "value" => (Scalar)2.5,
            "requires_grad" => requires_grad,
            _ when !lengths.Contains(parameter) => parameter.DefaultValue,
            _ when parameter.ParameterType == typeof(long[]) => new long[] { 2, 3 },
            _ => Convert.ChangeType(next++, parameter.ParameterType, null),
        });
        return (Tensor)form.Invoke(self, [.. arguments])!;
    }

    [Fact]
    public void Spans_of_lengths_do_as_well()
    {
        using var scope = NewDisposeScope();
        ReadOnlySpan<long> size = [2, 3];
        var x = zeros(1, ScalarType.Int64);
        Assert.Equal([2, 3], zeros(size).shape);
        Assert.Equal([2, 3], empty(size).shape);
        Assert.Equal(6, ones(size).sum().ToSingle());
        Assert.Equal(12, full(size, 2).sum().item<long>());
        Assert.Equal([2, 3], rand(size).shape);
        Assert.Equal([2, 3], randn(size).shape);
        Assert.Equal([2, 3], normal(0, 1, size).shape);
        Assert.Equal([2, 3], x.new_zeros(size).shape);
        Assert.Equal([2, 3], x.new_empty(size).shape);
        Assert.Equal(12, x.new_full(size, 2).sum().item<long>());
    }

    [Fact]
    public void Whole_random_numbers_take_sizes_and_arrays()
    {
        using var scope = NewDisposeScope();
        Func<Tensor>[] below5 =
        [
            () => randint(5, [40]), () => randint(5, new Size(40L)), () => randint(5, new[] { 40 }),
            () => randint(0, 5, [40L]), () => randint(0, 5, new Size(40L)), () => randint(0, 5, new[] { 40 }),
        ];
        var drawn = Array.ConvertAll(below5, form =>
        {
            manual_seed(3);
            return form().data<long>().ToArray();
        });
        Assert.All(drawn, numbers => Assert.Equal(drawn[0], numbers));
        Assert.All(drawn[0], number => Assert.InRange(number, 0, 4));
        Assert.True(randint(3, 9, [2, 2], ScalarType.Float32, requires_grad: true).requires_grad);
    }

    [Fact]
    public void Tensors_like_another_keep_its_shape_and_may_change_its_type()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2, 3, ScalarType.Float64);
        Func<Tensor, Tensor>[] likes =
        [
            t => empty_like(t), t => zeros_like(t), t => ones_like(t), t => full_like(t, 2), t => rand_like(t), t => randn_like(t), t => randint_like(t, 0, 4),
            t => t.empty_like(), t => t.zeros_like(), t => t.ones_like(), t => t.full_like(2), t => t.rand_like(), t => t.randn_like(), t => t.randint_like(0, 4),
        ];
        Assert.All(likes, like => Assert.Equal((ScalarType.Float64, "2 3"), (like(x).dtype, string.Join(' ', like(x).shape))));
        Assert.Equal(ScalarType.Int64, ones_like(x, ScalarType.Int64).dtype);
        Assert.True(empty_like(x, requires_grad: true).requires_grad);
    }

    [Fact]
    public void Ranges_go_from_a_start_by_a_step()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([2L, 3], arange(2, 4).data<long>().ToArray());
        Assert.Equal([2f, 2.5f, 3], arange(2, 3.5, 0.5).data<float>().ToArray());
        Assert.Equal([0L, 2, 4], arange(0, 6, 2).data<long>().ToArray());
    }

    [Fact]
    public void The_default_type_must_be_of_real_numbers()
    {
        set_default_dtype(ScalarType.Float64);
        try
        {
            using var x = zeros(1);
            Assert.Equal(ScalarType.Float64, x.dtype);
            Assert.Throws<ArgumentException>(() => set_default_dtype(ScalarType.Int64));
        }
        finally
        {
            set_default_dtype(ScalarType.Float32);
        }
    }
}

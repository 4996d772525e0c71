#if LIBTORCH
using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests.Values;

/// <summary>
/// What can be written as <c>torch.op(x, …)</c> and as <c>x.op(…)</c> gives the same either way: equal values, or an exception of one type. Each
/// form is tried on several shapes and types, with every optional argument left out and with all of them given.
/// </summary>
public class TwoFormsTests
{
    private static readonly Dictionary<string, (MethodInfo Function, MethodInfo Method)> Pairs =
        typeof(torch).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(function => !function.ContainsGenericParameters && Types(function).FirstOrDefault() == typeof(Tensor))
            .Select(function => (Function: function, Method: typeof(Tensor).GetMethod(function.Name, Types(function)[1..])!))
            .Where(pair => pair.Method is not null && !pair.Method.IsStatic && SampleArguments.AreKnown(pair.Function))
            .ToDictionary(pair => $"{pair.Function.Name}({string.Join(", ", Types(pair.Function).Select(type => type.Name))})")
            .Where(pair => !Differing.Contains(pair.Key) && !Particular.Contains(pair.Value.Function.Name))
            .ToDictionary();

    /// <summary>Two things under one name in TorchSharp, and so here (README).</summary>
    private static string[] Differing =>
        ["erfinv(Tensor)", "var_mean(Tensor, Boolean)", "clamp_min_(Tensor, Scalar)", "clamp_max_(Tensor, Scalar)", "lgamma_(Tensor)", "where(Tensor, Tensor, Tensor)"];

    /// <summary>Those that take none of the sample arguments: places, factorised matrices, probabilities. The tests of values have them.</summary>
    private static string[] Particular =>
    [
        "addbmm", "addbmm_", "addmv", "addmv_", "addr_", "cholesky", "cholesky_inverse", "diagonal_scatter", "index_add", "index_add_", "index_copy",
        "index_copy_", "index_fill", "index_fill_", "index_select", "multinomial", "mv", "randint_like", "reshape", "select_scatter", "split", "unflatten",
        "view_as_complex",
    ];

    public static TheoryData<string> Names => new(Pairs.Keys);

    [Fact]
    public void There_are_many() => Assert.True(Pairs.Count > 300, $"There are {Pairs.Count}.");

    [Theory]
    [MemberData(nameof(Names))]
    public void They_agree(string name)
    {
        var (function, method) = Pairs[name];
        var answers = (from world in SampleArguments.Worlds from given in new[] { false, true } select Compare(function, method, world, given)).ToList();
        Assert.Contains(answers, answered => answered);
    }

    /// <summary>False where both refuse.</summary>
    private static bool Compare(MethodInfo function, MethodInfo method, SampleArguments.World world, bool given)
    {
        using var scope = NewDisposeScope();
        var one = Try(function, null, SampleArguments.For(function, world, given));
        var operands = SampleArguments.For(function, world, given);
        var other = Try(method, operands[0], operands[1..]);
        Assert.Equal(one, other);
        return one is not Type;
    }

    private static object? Try(MethodInfo method, object? self, object?[] arguments)
    {
        manual_seed(7);
        try
        {
            return Plain(method.Invoke(self, arguments));
        }
        catch (TargetInvocationException refused)
        {
            return refused.InnerException!.GetType();
        }
    }

    /// <summary>A result as values that compare: numbers with the type and the shape of their tensor.</summary>
    private static object? Plain(object? result) => result switch
    {
        Tensor tensor => (tensor.dtype, string.Join(" × ", tensor.shape), Numbers(tensor)),
        ITuple tuple => string.Join(" | ", Enumerable.Range(0, tuple.Length).Select(i => Plain(tuple[i]))),
        string text => text,
        IEnumerable several => string.Join(" | ", several.Cast<object>().Select(Plain)),
        _ => result,
    };

    private static string Numbers(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        var real = tensor.is_complex() ? view_as_real(tensor.detach().resolve_conj()) : tensor.detach();
        return string.Join(" ", real.to(ScalarType.Float64).contiguous().data<double>().ToArray());
    }

    private static Type[] Types(MethodInfo method) => Array.ConvertAll(method.GetParameters(), parameter => parameter.ParameterType);
}
#endif

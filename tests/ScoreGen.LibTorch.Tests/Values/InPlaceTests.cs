using System.Reflection;
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests.Values;

/// <summary>Each operator in place leaves in its tensor what the operator of the same name returns.</summary>
public class InPlaceTests
{
    private static readonly Dictionary<string, (MethodInfo InPlace, MethodInfo Plain)> Pairs =
        typeof(Tensor).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.Name.EndsWith('_') && method.ReturnType == typeof(Tensor))
            .Select(method => (InPlace: method, Plain: typeof(Tensor).GetMethod(method.Name[..^1], Types(method))!))
            .Where(pair => pair.Plain?.ReturnType == typeof(Tensor) && !Own.Contains(pair.InPlace.Name))
            .ToDictionary(pair => $"{pair.InPlace.Name}({string.Join(", ", Types(pair.InPlace).Select(type => type.Name))})");

    /// <summary>What TorchSharp does in its own way, and what draws at random or knows names.</summary>
    private static string[] Own => ["elu_", "bernoulli_", "rename_"];

    public static TheoryData<string> Names => new(Pairs.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void They_agree(string name)
    {
        using var scope = NewDisposeScope();
        var (inPlace, plain) = Pairs[name];
        Assert.True(
            new[] { ScalarType.Float64, ScalarType.Int64, ScalarType.Bool }.Any(type => Agree(inPlace, plain, type)), "It takes none of the types.");
    }

    /// <summary>False where libtorch refuses both for this type.</summary>
    private static bool Agree(MethodInfo inPlace, MethodInfo plain, ScalarType type)
    {
        var (self, arguments) = (Self(plain, type), Arguments(plain, type));
        Tensor expected;
        try
        {
            expected = (Tensor)plain.Invoke(self, arguments)!;
        }
        catch (TargetInvocationException refused) when (refused.InnerException is ExternalException or ArgumentException)
        {
            return false;
        }
        var before = self.clone();
        Assert.True(self.equal(before).all().ToBoolean(), "The operator that returns its result changed its tensor.");
        var result = (Tensor)inPlace.Invoke(self, arguments)!;
        expected = expected.to(self.dtype);
        Assert.Equal(expected.shape, self.shape);
        Assert.True(expected.allclose(self, 1e-12, 1e-12, equal_nan: true), "Its tensor has other values.");
        Assert.True(expected.allclose(result, 1e-12, 1e-12, equal_nan: true), "It returns other values.");
        return true;
    }

    private static Type[] Types(MethodInfo method) => Array.ConvertAll(method.GetParameters(), parameter => parameter.ParameterType);

    private static Tensor Self(MethodInfo method, ScalarType type) => Numbers(
        method.Name switch
        {
            "addmv" => [3],
            "baddbmm" => [2, 3, 3],
            "squeeze" => [3, 1, 3],
            _ => [3, 3],
        }, type, 0);

    private static object?[] Arguments(MethodInfo method, ScalarType type) =>
        Array.ConvertAll(method.GetParameters(), parameter => Argument(method, parameter, type));

    private static object? Argument(MethodInfo method, ParameterInfo parameter, ScalarType type) => parameter switch
    {
        { HasDefaultValue: true, Name: not "min" } => parameter.DefaultValue,
        { Name: "index" } => method.Name.StartsWith("index", StringComparison.Ordinal)
            ? tensor(new long[] { 2, 0, 1 })
            : tensor(new long[,] { { 2, 0, 1 }, { 0, 1, 2 }, { 1, 2, 0 } }),
        { Name: "mask" } => Numbers([3, 3], ScalarType.Bool, 1),
        { Name: "vec" or "vec1" or "vec2" } => Numbers([3], type, parameter.Position),
        { Name: "batch1" or "batch2" } => Numbers([2, 3, 3], type, parameter.Position),
        { ParameterType.Name: nameof(Tensor) } => Numbers([3, 3], type, parameter.Position + 1),
        { ParameterType.Name: nameof(Scalar) } => type == ScalarType.Float64 ? 0.5.ToScalar() : 2.ToScalar(),
        { ParameterType.Name: nameof(Double) } => 0.5,
        { ParameterType.IsEnum: true } => Enum.ToObject(parameter.ParameterType, 0),
        _ => 1L,
    };

    /// <summary>Numbers between 0.1 and 0.9, or what they are as integers and truth.</summary>
    private static Tensor Numbers(long[] shape, ScalarType type, int shift)
    {
        var count = shape.Aggregate(1L, (product, length) => product * length);
        var numbers = arange(count, ScalarType.Float64).mul(1.7).add(shift).sin().mul(0.4).add(0.5).reshape(shape);
        return type switch
        {
            ScalarType.Bool => numbers > 0.5,
            ScalarType.Int64 => (numbers * 10).to(type),
            _ => numbers.clone(),
        };
    }
}

#if LIBTORCH
using System.Reflection;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests.Values;

/// <summary>Arguments for any operator, the same at each call.</summary>
internal static class SampleArguments
{
    /// <summary>The shape and the type of every tensor among the arguments.</summary>
    internal sealed record World(ScalarType Type, params long[] Shape);

    internal static IReadOnlyList<World> Worlds { get; } =
    [
        new(ScalarType.Float64, 3, 3),
        new(ScalarType.Float64, 2, 3, 3),
        new(ScalarType.Float64, 4),
        new(ScalarType.Float64),
        new(ScalarType.Int64, 3, 3),
        new(ScalarType.Int64, 4),
        new(ScalarType.Bool, 3, 3),
        new(ScalarType.ComplexFloat64, 3, 3),
    ];

    private static readonly Dictionary<Type, object> Values = new()
    {
        [typeof(long)] = 1L,
        [typeof(int)] = 1,
        [typeof(double)] = 0.5,
        [typeof(float)] = 0.5f,
        [typeof(bool)] = true,
        [typeof(Scalar)] = (Scalar)0.5,
        [typeof(ScalarType)] = ScalarType.Float64,
        [typeof(Device)] = CPU,
        [typeof(DeviceType)] = DeviceType.CPU,
        [typeof(long[])] = new long[] { 0 },
        [typeof(int[])] = new[] { 0 },
        [typeof(double[])] = new[] { 0.5 },
        [typeof(IEnumerable<long>)] = new long[] { 0 },
        [typeof((long, long))] = (0L, 1L),
        [typeof((int, int))] = (0, 1),
        [typeof(Range)] = 1..2,
    };

    internal static bool AreKnown(MethodInfo method) => method.GetParameters().All(parameter => parameter.HasDefaultValue || Known(Bare(parameter)));

    internal static object?[] For(MethodInfo method, World world, bool given)
        => [.. method.GetParameters().Select((parameter, i) => parameter.HasDefaultValue && !(given && Known(Bare(parameter))) ? Default(parameter) : Value(Bare(parameter), world, i))];

    private static Type Bare(ParameterInfo parameter) => Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;

    private static bool Known(Type type) => IsTensor(type) || AreTensors(type) || type.IsEnum || Values.ContainsKey(type);

    private static bool IsTensor(Type type) => type == typeof(Tensor);

    private static bool AreTensors(Type type) => type.IsAssignableFrom(typeof(Tensor[]));

    private static object? Default(ParameterInfo parameter)
        => parameter.DefaultValue is { } value && Bare(parameter).IsEnum ? Enum.ToObject(Bare(parameter), value)
            : parameter.DefaultValue ?? (parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null);

    private static object Value(Type type, World world, int place)
        => IsTensor(type) ? Numbers(world, place)
            : AreTensors(type) ? new[] { Numbers(world, place), Numbers(world, place + 1) }
            : type.IsEnum ? Enum.GetValues(type).GetValue(0)!
            : Values[type];

    private static Tensor Numbers(World world, int place)
    {
        var count = (int)world.Shape.Aggregate(1L, (product, size) => product * size);
        var numbers = Enumerable.Range(0, count).Select(i => world.Type == ScalarType.Int64 ? (i + place) % 3 : Math.Sin((1.7 * i) + place));
        return tensor(numbers.ToArray()).reshape(world.Shape).to(world.Type);
    }
}
#endif

using System.Globalization;
using System.Text.Json;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests;

/// <summary>Values that PyTorch computed, from the Data folders.</summary>
internal static class Recorded
{
    public static IReadOnlyList<JsonElement> Cases(string area, string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, area, "Data", file);
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.Clone().EnumerateArray().ToList();
    }

    public static string Name(this JsonElement recorded) => recorded.GetProperty("name").GetString()!;

    /// <summary>Name and element type, which together are unique.</summary>
    public static string Title(this JsonElement recorded) => $"{recorded.Name()}, {recorded.GetProperty("dtype").GetString()}";

    public static ScalarType Type(this JsonElement recorded) =>
        recorded.GetProperty("dtype").GetString() == "float64" ? ScalarType.Float64 : ScalarType.Float32;

    public static Tensor? ToTensor(this JsonElement recorded)
    {
        if (recorded.ValueKind == JsonValueKind.Null)
            return null;
        var shape = recorded.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64()).ToArray();
        var data = recorded.GetProperty("data").EnumerateArray().Select(Number).ToArray();
        using var numbers = tensor(data, ScalarType.Float64);
        return numbers.reshape(shape).to_type(recorded.GetProperty("dtype").GetString() switch
        {
            "float32" => ScalarType.Float32,
            "float64" => ScalarType.Float64,
            "int64" => ScalarType.Int64,
            "bool" => ScalarType.Bool,
            var other => throw new InvalidDataException($"The data have the unknown type {other}."),
        });
    }

    public static Tensor?[] ToTensors(this JsonElement recorded) => recorded.EnumerateArray().Select(ToTensor).ToArray();

    public static Dictionary<string, Tensor> ToState(this JsonElement recorded) =>
        recorded.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.ToTensor()!);

    /// <summary>Fails unless shape and type are equal and the elements are near, as near as the type allows.</summary>
    public static void AssertNear(Tensor? expected, Tensor? actual, string what, double single = 2e-6, double twice = 1e-12)
    {
        if (expected is null)
        {
            Assert.True(actual is null, $"{what} should not be there");
            return;
        }
        Assert.True(actual is not null, $"{what} is missing");
        Assert.True(expected.shape.SequenceEqual(actual.shape), $"{what}: shape ({string.Join(",", actual.shape)}), not ({string.Join(",", expected.shape)})");
        Assert.True(expected.dtype == actual.dtype, $"{what}: {actual.dtype}, not {expected.dtype}");
        var tolerance = expected.dtype == ScalarType.Float64 ? twice : single;
        using var wanted = expected.detach().to_type(ScalarType.Float64);
        using var found = actual.detach().to_type(ScalarType.Float64);
        Assert.True(found.allclose(wanted, tolerance, tolerance, equal_nan: true), $"{what}: {Elements(found)}, not {Elements(wanted)}");
    }

    private static string Elements(Tensor tensor) => string.Join(" ", tensor.contiguous().data<double>().ToArray().Take(24));

    private static double Number(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        JsonValueKind.String => double.Parse(element.GetString()!.Replace("inf", "Infinity", StringComparison.Ordinal), CultureInfo.InvariantCulture),
        _ => element.GetDouble(),
    };
}

using System.Text.Json;
using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests.Peers;

/// <summary>Nested arrays of numbers as a float64 tensor.</summary>
internal static class JsonTensor
{
    public static Tensor Of(JsonElement element)
        => element.ValueKind == JsonValueKind.Array
            ? stack([.. element.EnumerateArray().Select(Of)])
            : tensor(element.GetDouble(), dtype: ScalarType.Float64);
}

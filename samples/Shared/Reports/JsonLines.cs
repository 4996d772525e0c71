using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Samples.Reports;

/// <summary>One JSON object a line, for machines.</summary>
public static class JsonLines
{
    private static readonly JsonSerializerOptions Style = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The objects as text; a number that is not finite becomes a string.</summary>
    public static string Of(IEnumerable<object> records)
        => string.Concat(records.Select(record => JsonSerializer.Serialize(record, record.GetType(), Style) + "\n"));
}

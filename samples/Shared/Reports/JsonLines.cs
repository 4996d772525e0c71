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
        RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new ByName() },
    };

    /// <summary>The objects as text; a number that is not finite becomes a string.</summary>
    public static string Of(IEnumerable<object> records) => string.Concat(records.Select(record => JsonSerializer.Serialize(record, record.GetType(), Style) + "\n"));

    /// <summary>The lines of a file.</summary>
    /// <exception cref="SampleException">It cannot be read.</exception>
    public static IReadOnlyList<string> Read(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SampleException($"{path} cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>The object that a line of a file stands for.</summary>
    /// <exception cref="SampleException">It stands for another one.</exception>
    public static T As<T>(string path, string line)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Style) ?? throw new JsonException("The line says null.");
        }
        catch (JsonException problem)
        {
            throw new SampleException($"{path} has a line that this sample did not write: {problem.Message}", problem);
        }
    }

    internal static JsonElement Element(object record) => JsonSerializer.SerializeToElement(record, record.GetType(), Style);
}

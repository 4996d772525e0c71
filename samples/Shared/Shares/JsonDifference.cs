using System.Text.Json;
using Samples.Reports;

namespace Samples.Shares;

/// <summary>Where two objects differ, by the paths that they have as JSON.</summary>
internal static class JsonDifference
{
    /// <summary>One text for each value that differs, for example <c>settings.epochs: 100 and 20</c>.</summary>
    public static IReadOnlyList<string> Between(object left, object right)
    {
        var (first, second) = (Values(left), Values(right));
        return [.. first.Keys.Union(second.Keys).Where(path => Value(first, path) != Value(second, path)).Select(path => $"{path}: {Value(first, path)} and {Value(second, path)}")];
    }

    private static string Value(Dictionary<string, string> values, string path) => values.GetValueOrDefault(path, "nothing");

    private static Dictionary<string, string> Values(object whole)
    {
        var values = new Dictionary<string, string>();
        Collect("", JsonLines.Element(whole), values);
        return values;
    }

    private static void Collect(string path, JsonElement element, Dictionary<string, string> values)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                element.EnumerateObject().ToList().ForEach(property => Collect(path.Length == 0 ? property.Name : $"{path}.{property.Name}", property.Value, values));
                break;
            case JsonValueKind.Array:
                values[path] = string.Join(", ", element.EnumerateArray());
                break;
            default:
                values[path] = element.ToString();
                break;
        }
    }
}

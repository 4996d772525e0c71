using System.Globalization;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests.Values;

/// <summary>What PyTorch gave for one case and one element type.</summary>
internal sealed class OperatorRecord
{
    private readonly Dictionary<string, List<(long[] Shape, double[] Values)>> tensors = [];

    private OperatorRecord(ScalarType type) => Type = type;

    internal ScalarType Type { get; }

    internal static IReadOnlyDictionary<(string Case, string Type), OperatorRecord> Read(string file)
    {
        var records = new Dictionary<(string, string), OperatorRecord>();
        foreach (var fields in File.ReadLines(file).Select(line => line.Split('\t')))
        {
            var key = (fields[0], fields[1]);
            if (!records.TryGetValue(key, out var record))
                records[key] = record = new(fields[1] == "float32" ? ScalarType.Float32 : ScalarType.Float64);
            record.Add(fields[2], fields[4], fields[5]);
        }
        return records;
    }

    /// <summary>The tensors of a kind (in, out, grad), in order.</summary>
    internal Tensor[] this[string kind] => [.. tensors[kind].Select(saved => tensor(saved.Values, saved.Shape, dtype: Type))];

    private void Add(string kind, string shape, string values)
    {
        if (!tensors.TryGetValue(kind, out var list))
            tensors[kind] = list = [];
        list.Add((
            shape == "-" ? [] : Array.ConvertAll(shape.Split('x'), length => long.Parse(length, CultureInfo.InvariantCulture)),
            Array.ConvertAll(values.Split(' ', StringSplitOptions.RemoveEmptyEntries), value => double.Parse(value, CultureInfo.InvariantCulture))));
    }
}

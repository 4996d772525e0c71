using System.Globalization;
using CsvHelper;

namespace Samples.Data;

/// <summary>A comma-separated file with a header, every cell of which can be traced back to its line.</summary>
public sealed class DataTable
{
    private static readonly CsvReaderOptions Strict = new()
    {
        Separator = ',',
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    private readonly string path;
    private readonly IReadOnlyList<string> header;

    private DataTable(string path, IReadOnlyList<string> header, IReadOnlyList<TableRow> rows)
    {
        this.path = path;
        this.header = header;
        Rows = rows;
    }

    /// <summary>The rows below the header; at least one.</summary>
    public IReadOnlyList<TableRow> Rows { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">The columns that it must have.</param>
    /// <exception cref="SampleException">The file cannot be read, is empty or broken, or lacks a column; the message says where.</exception>
    public static DataTable Read(string path, params IEnumerable<string> columns)
    {
        try
        {
            using var reader = CsvReader.FromFile(path, Strict);
            var header = Header(path, reader, columns);
            var rows = Records(path, reader, header.Count).ToList();
            return rows.Count > 0 ? new DataTable(path, header, rows) : throw new SampleException($"{path} has a header, but no rows below it.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SampleException($"{path} cannot be read: {problem.Message}", problem);
        }
        catch (CsvFormatException problem)
        {
            throw new SampleException($"{path}, line {problem.LineNumber}: {problem.Message}", problem);
        }
    }

    /// <summary>The text of a cell.</summary>
    public string Text(TableRow row, string column) => row.Fields[IndexOf(column)];

    /// <summary>The number in a cell.</summary>
    /// <exception cref="SampleException">The cell holds no finite number; the message names line and column.</exception>
    public double Number(TableRow row, string column)
    {
        var text = Text(row, column);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw new SampleException($"{path}, line {row.Line}, column '{column}': '{text}' is not a number.");
    }

    private static IReadOnlyList<string> Header(string path, CsvReader reader, IEnumerable<string> columns)
    {
        var header = reader.Headers;
        if (header.Count == 0)
        {
            throw new SampleException($"{path} is empty. It must have a header and at least one row.");
        }

        foreach (var column in columns)
        {
            switch (header.Count(name => name == column))
            {
                case 0:
                    throw new SampleException($"{path}, line 1: the column '{column}' is missing. The header has: {string.Join(", ", header)}.");
                case > 1:
                    throw new SampleException($"{path}, line 1: the column '{column}' is there more than once.");
            }
        }

        return header;
    }

    private static IEnumerable<TableRow> Records(string path, CsvReader reader, int width)
    {
        while (reader.Read())
        {
            if (reader.FieldCount != width)
            {
                throw new SampleException($"{path}, line {reader.LineNumber}: {reader.FieldCount} fields, but the header has {width}.");
            }

            yield return new TableRow(reader.LineNumber, reader.Current.ToArray());
        }
    }

    private int IndexOf(string column)
    {
        for (var index = 0; index < header.Count; index++)
        {
            if (header[index] == column)
            {
                return index;
            }
        }

        throw new ArgumentException($"The column '{column}' was not asked for when {path} was read.", nameof(column));
    }
}

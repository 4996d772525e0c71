using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Writes one tensor out.</summary>
internal sealed class TensorPrinter
{
    private const string Ellipsis = "...";

    private readonly Tensor tensor;
    private readonly PrintOptions options;
    private readonly CultureInfo culture;
    private readonly long[] shape;
    private readonly Func<long, string> element;
    private readonly StringBuilder text = new();

    internal TensorPrinter(Tensor tensor, PrintOptions options, CultureInfo culture)
    {
        this.tensor = tensor;
        this.options = options;
        this.culture = culture;
        shape = tensor.shape;
        element = tensor.is_meta ? _ => "" : Elements();
    }

    internal static string Metadata(Tensor tensor) =>
        $"[{string.Join('x', tensor.shape)}], type = {tensor.dtype}, device = {tensor.device}";

    internal string Write(TensorStringStyle style)
    {
        switch (tensor.is_meta ? TensorStringStyle.Metadata : style)
        {
            case TensorStringStyle.Metadata:
                return Metadata(tensor);
            case TensorStringStyle.Julia:
                WriteRows();
                break;
            case TensorStringStyle.Numpy:
                WriteNested(new Nesting('[', ']', "", "", SetsPlanesApart: true), 0, 0);
                break;
            case TensorStringStyle.CSharp:
                WriteArray();
                break;
            default:
                throw new InvalidEnumArgumentException($"Unsupported tensor string style: {style}");
        }
        return text.ToString();
    }

    private void WriteRows()
    {
        text.Append(Metadata(tensor));
        if (shape.Length == 0)
        {
            text.Append(", value = ").Append(element(0));
            return;
        }
        var columns = shape[^1];
        var rows = shape.Length == 1 ? 1 : shape[^2];
        var planes = shape.Take(shape.Length - 2).Aggregate(1L, (product, length) => product * length);
        for (var plane = 0L; plane < planes; plane++)
        {
            text.Append(options.NewLine);
            if (shape.Length > 2)
                text.Append('[').Append(Place(plane)).Append(",..,..] =").Append(options.NewLine);
            WritePlane(plane * rows * columns, rows, columns);
        }
    }

    /// <summary>The coordinates of a plane of the last two dimensions.</summary>
    private string Place(long plane)
    {
        var place = new long[shape.Length - 2];
        for (var i = place.Length - 1; i >= 0; i--)
            (plane, place[i]) = Math.DivRem(plane, shape[i]);
        return string.Join(',', place);
    }

    private void WritePlane(long start, long rows, long columns)
    {
        var cells = new List<string[]>();
        for (var row = 0L; row < rows; row++)
            cells.Add(Fitting(start + row * columns, columns));
        var shown = cells.Count == 0 ? 0 : cells.Min(row => row.Length);
        var widths = Enumerable.Range(0, shown).Select(column => cells.Max(row => row[column].Length)).ToArray();
        foreach (var row in cells)
        {
            for (var column = 0; column < shown; column++)
                text.Append(' ').Append(row[column].PadLeft(widths[column]));
            text.Append(shown < columns ? " " + Ellipsis : "").Append(options.NewLine);
        }
    }

    private string[] Fitting(long start, long columns)
    {
        var row = new List<string>();
        var left = options.Width;
        for (var column = 0L; column < columns; column++)
        {
            var cell = element(start + column);
            if (left - cell.Length - Ellipsis.Length - 1 < 0)
                break;
            left -= cell.Length + 1;
            row.Add(cell);
        }
        return [.. row];
    }

    private void WriteArray()
    {
        text.Append(Metadata(tensor)).Append(", value = ");
        if (shape.Length == 0)
        {
            text.Append(element(0));
            return;
        }
        var (name, suffix) = tensor.dtype switch
        {
            ScalarType.Bool => ("bool", ""),
            ScalarType.Byte => ("byte", ""),
            ScalarType.Int8 => ("sbyte", ""),
            ScalarType.Int16 => ("short", ""),
            ScalarType.Int32 => ("int", ""),
            ScalarType.Int64 => ("long", "L"),
            ScalarType.Float32 => ("float", "f"),
            ScalarType.Float64 => ("double", ""),
            ScalarType.Float16 => ("float16", "f"),
            ScalarType.BFloat16 => ("bfloat16", "f"),
            ScalarType.ComplexFloat32 => ("complex32", ""),
            _ => ("complex64", ""),
        };
        var rows = shape.Length > 1 ? options.NewLine : "";
        text.Append(rows).Append(name).Append(" [").Append(',', shape.Length - 1).Append("] {").Append(rows).Append(shape.Length > 1 ? " " : "");
        WriteItems(new Nesting('{', '}', suffix, ",", SetsPlanesApart: false), 0, 0);
        text.Append(rows).Append('}');
    }

    private void WriteNested(Nesting nesting, int dim, long start)
    {
        if (dim == shape.Length)
        {
            text.Append(element(start)).Append(nesting.Suffix);
            return;
        }
        text.Append(nesting.Open);
        WriteItems(nesting, dim, start);
        text.Append(nesting.Close);
    }

    private void WriteItems(Nesting nesting, int dim, long start)
    {
        var last = dim == shape.Length - 1;
        var stride = shape.Skip(dim + 1).Aggregate(1L, (product, length) => product * length);
        var most = last ? options.MaxColumns : options.MaxRows;
        var (leading, trailing) = (most - most / 2, most / 2);
        for (var i = 0L; i < shape[dim]; i++)
        {
            if (i > 0)
                text.Append(last ? ", " : nesting.RowSeparator + Break(nesting, dim));
            if (shape[dim] > most && i == leading)
            {
                text.Append(Ellipsis);
                text.Append(last ? " " : Break(nesting, dim));
                i = shape[dim] - trailing;
            }
            WriteNested(nesting, dim + 1, start + i * stride);
        }
    }

    private string Break(Nesting nesting, int dim) =>
        string.Concat(Enumerable.Repeat(options.NewLine, nesting.SetsPlanesApart ? shape.Length - dim - 1 : 1)) + new string(' ', dim + 1);

    private Func<long, string> Elements() => tensor.dtype switch
    {
        ScalarType.Float32 => Floats<float>(),
        ScalarType.Float64 => Floats<double>(),
        ScalarType.Float16 => Floats<Half>(),
        ScalarType.BFloat16 => Floats<BFloat16>(),
        ScalarType.ComplexFloat32 => Of<(float Real, float Imaginary)>(value => Complex(value.Real, value.Imaginary)),
        ScalarType.ComplexFloat64 => Of<Complex>(value => Complex(value.Real, value.Imaginary)),
        ScalarType.Bool => Of<bool>(value => value.ToString(culture)),
        ScalarType.Byte => Of<byte>(value => value.ToString(culture)),
        ScalarType.Int8 => Of<sbyte>(value => value.ToString(culture)),
        ScalarType.Int16 => Of<short>(value => value.ToString(culture)),
        ScalarType.Int32 => Of<int>(value => value.ToString(culture)),
        _ => Of<long>(value => value.ToString(culture)),
    };

    private Func<long, string> Floats<T>() where T : unmanaged, IFormattable => Of<T>(value => value.ToString(options.Format, culture));

    private Func<long, string> Of<T>(Func<T, string> format) where T : unmanaged
    {
        using var scope = NewDisposeScope();
        var elements = tensor.detach().data<T>().ToArray();
        return index => format(elements[index]);
    }

    private string Complex<T>(T real, T imaginary) where T : INumberBase<T>
    {
        var i = T.IsZero(imaginary) ? "" : imaginary.ToString(options.Format, culture) + "i";
        if (T.IsZero(real) && i.Length > 0)
            return i;
        return real.ToString(options.Format, culture) + (i.Length > 0 ? "+" + i : "");
    }

    /// <summary>How dimensions stand within each other.</summary>
    private sealed record Nesting(char Open, char Close, string Suffix, string RowSeparator, bool SetsPlanesApart);
}

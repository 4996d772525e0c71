using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public const TensorStringStyle julia = TorchSharp.TensorStringStyle.Julia;
    public const TensorStringStyle numpy = TorchSharp.TensorStringStyle.Numpy;
    public const TensorStringStyle csharp = TorchSharp.TensorStringStyle.CSharp;

    /// <summary>How tensors are written out where no style is given.</summary>
    /// <exception cref="ArgumentException">It is set to the style that stands for itself.</exception>
    public static TensorStringStyle TensorStringStyle
    {
        get => stringStyle;
        set => stringStyle = value != TorchSharp.TensorStringStyle.Default ? value : throw new ArgumentException("The style cannot be set to 'Default'");
    }

    private static TensorStringStyle stringStyle = TorchSharp.TensorStringStyle.Julia;

    internal static PrintOptions Printing { get; private set; } = new();

    /// <summary>Sets how many digits tensors are written with, and how wide.</summary>
    public static void set_printoptions(int precision, int? linewidth = null, string? newLine = null, bool sci_mode = false, int? maxRows = null, int? maxColumns = null) =>
        set_printoptions(null, string.Create(CultureInfo.InvariantCulture, $"{(sci_mode ? 'E' : 'F')}{precision}"), linewidth, newLine, maxRows, maxColumns);

    /// <summary>Sets how tensors are written; what is null stays as it is.</summary>
    public static void set_printoptions(TensorStringStyle? style = null, string? floatFormat = null, int? linewidth = null, string? newLine = null, int? maxRows = null, int? maxColumns = null)
    {
        stringStyle = style ?? stringStyle;
        Printing = new PrintOptions(
            floatFormat ?? Printing.Format, linewidth ?? Printing.Width, newLine ?? Printing.NewLine, maxRows ?? Printing.MaxRows, maxColumns ?? Printing.MaxColumns);
    }

    public partial class Tensor
    {
        /// <summary>The shape, the type and the device.</summary>
        public override string ToString() => TensorPrinter.Metadata(this);

        /// <summary>The tensor in the style of <see cref="TensorStringStyle"/> or, without <paramref name="disamb"/>, its metadata.</summary>
        public string ToString(bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            disamb ? ToString(TorchSharp.TensorStringStyle.Default, fltFormat, width, cultureInfo, newLine) : ToString();

        /// <summary>The tensor in a style, with a format for floats, a width and a culture.</summary>
        public string ToString(TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null)
        {
            var options = Printing with { Format = fltFormat ?? Printing.Format, Width = width ?? Printing.Width, NewLine = newLine ?? Printing.NewLine };
            return new TensorPrinter(this, options, cultureInfo ?? CultureInfo.CurrentCulture)
                .Write(style == TorchSharp.TensorStringStyle.Default ? torch.TensorStringStyle : style);
        }
    }
}

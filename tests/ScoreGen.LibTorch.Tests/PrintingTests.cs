using System.Globalization;
using static TorchSharp.torch;
using Style = TorchSharp.TensorStringStyle;

namespace ScoreGen.LibTorch.Tests;

/// <summary>Tensors as text.</summary>
public class PrintingTests
{
    [Fact]
    public void The_plain_text_is_shape_type_and_device()
    {
        using var x = zeros(2, 3);
        Assert.Equal("[2x3], type = Float32, device = cpu", x.ToString());
        using var one = tensor(1L);
        Assert.Equal("[], type = Int64, device = cpu", one.ToString());
    }

    [Fact]
    public void Rows_line_up()
    {
        using var x = tensor(new[,] { { 1.5f, -10f }, { 100f, 2f } });
        Assert.Equal("[2x2], type = Float32, device = cpu\n 1.5 -10\n 100   2\n", Text(x, Style.Julia));
    }

    [Fact]
    public void Nested_brackets_shorten_long_rows()
    {
        using var x = arange(10);
        Assert.Equal("[0, 1, 2, ... 7, 8, 9]", Text(x, Style.Numpy));
        using var y = arange(4).view(2, 2);
        Assert.Equal("[[0, 1]\n [2, 3]]", Text(y, Style.Numpy));
    }

    private static string Text(Tensor tensor, Style style) =>
        tensor.ToString(style, cultureInfo: CultureInfo.InvariantCulture, newLine: "\n");
}

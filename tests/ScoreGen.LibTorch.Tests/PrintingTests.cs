using System.ComponentModel;
using System.Globalization;
using TorchSharp;
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

    [Fact]
    public void A_number_alone_follows_its_description()
    {
        using var x = tensor(2.5f);
        Assert.Equal("[], type = Float32, device = cpu, value = 2.5", Text(x, Style.Julia));
        Assert.Equal("2.5", Text(x, Style.Numpy));
        Assert.Equal("[], type = Float32, device = cpu, value = 2.5", Text(x, Style.CSharp));
    }

    [Fact]
    public void Planes_have_their_place_above_them()
    {
        using var x = arange(8).view(2, 2, 1, 2);
        Assert.Equal(
            "[2x2x1x2], type = Int64, device = cpu\n[0,0,..,..] =\n 0 1\n\n[0,1,..,..] =\n 2 3\n\n[1,0,..,..] =\n 4 5\n\n[1,1,..,..] =\n 6 7\n",
            Text(x, Style.Julia));
        Assert.Equal("[[[[0, 1]]\n\n  [[2, 3]]]\n\n\n [[[4, 5]]\n\n  [[6, 7]]]]", Text(x, Style.Numpy));
        Assert.Equal(
            "[2x2x1x2], type = Int64, device = cpu, value = \nlong [,,,] {\n {{{0L, 1L}},\n  {{2L, 3L}}},\n {{{4L, 5L}},\n  {{6L, 7L}}}\n}", Text(x, Style.CSharp));
    }

    [Fact]
    public void Many_rows_and_wide_rows_are_cut()
    {
        using var x = arange(8).view(8, 1);
        Assert.Equal("[[0]\n [1]\n [2]\n ...\n [5]\n [6]\n [7]]", Text(x, Style.Numpy));
        Assert.Equal(
            "[8x1], type = Int64, device = cpu, value = \nlong [,] {\n {0L},\n {1L},\n {2L},\n ...\n {5L},\n {6L},\n {7L}\n}", Text(x, Style.CSharp));
        using var wide = arange(100, 200).view(2, 50);
        Assert.Equal(
            "[2x50], type = Int64, device = cpu\n 100 101 102 ...\n 150 151 152 ...\n",
            wide.ToString(Style.Julia, width: 16, cultureInfo: CultureInfo.InvariantCulture, newLine: "\n"));
    }

    [Theory]
    [InlineData(ScalarType.Bool, "bool [] {False, True}")]
    [InlineData(ScalarType.Byte, "byte [] {0, 2}")]
    [InlineData(ScalarType.Int8, "sbyte [] {0, 2}")]
    [InlineData(ScalarType.Int16, "short [] {0, 2}")]
    [InlineData(ScalarType.Int32, "int [] {0, 2}")]
    [InlineData(ScalarType.Int64, "long [] {0L, 2L}")]
    [InlineData(ScalarType.Float16, "float16 [] {0f, 2.5f}")]
    [InlineData(ScalarType.BFloat16, "bfloat16 [] {0f, 2.5f}")]
    [InlineData(ScalarType.Float32, "float [] {0f, 2.5f}")]
    [InlineData(ScalarType.Float64, "double [] {0, 2.5}")]
    [InlineData(ScalarType.ComplexFloat32, "complex32 [] {0, 2.5}")]
    [InlineData(ScalarType.ComplexFloat64, "complex64 [] {0, 2.5}")]
    public void An_array_is_of_its_type(ScalarType type, string expected)
    {
        using var x = tensor(new[] { 0, 2.5 }, type);
        Assert.Equal($"[2], type = {type}, device = cpu, value = {expected}", Text(x, Style.CSharp));
    }

    [Fact]
    public void Complex_numbers_leave_out_what_is_zero()
    {
        using var x = tensor(new[] { (0f, 0f), (1.5f, 0f), (0f, -2f), (1f, -2f), (-0f, 3f) });
        Assert.Equal("[0, 1.5, -2i, 1+-2i, 3i]", Text(x, Style.Numpy));
        Assert.Equal("[0.0, 1.5, -2.0i, 1.0+-2.0i, 3.0i]", x.npstr("F1", cultureInfo: CultureInfo.InvariantCulture));
        using var y = x.cdouble();
        Assert.Equal("[0, 1.5, -2i, 1+-2i, 3i]", Text(y, Style.Numpy));
    }

    [Fact]
    public void A_tensor_without_data_is_its_description()
    {
        using var x = zeros([2], device: META);
        Assert.All([Style.Metadata, Style.Julia, Style.Numpy, Style.CSharp], style => Assert.Equal("[2], type = Float32, device = meta", Text(x, style)));
        Assert.Throws<InvalidEnumArgumentException>(() => Text(ones(1), (Style)9));
    }

    [Fact]
    public void Every_style_has_a_method()
    {
        using var x = tensor(new[] { 0.5, 2 });
        var invariant = CultureInfo.InvariantCulture;
        Assert.Equal(Text(x, Style.Julia), x.jlstr(newLine: "\n", cultureInfo: invariant));
        Assert.Equal(Text(x, Style.Julia), x.str(newLine: "\n", cultureInfo: invariant));
        Assert.Equal(Text(x, Style.Julia), x.ToString(true, newLine: "\n", cultureInfo: invariant));
        Assert.Equal(Text(x, Style.Numpy), x.npstr(cultureInfo: invariant));
        Assert.Equal(Text(x, Style.CSharp), x.cstr(cultureInfo: invariant));
        Assert.Equal(x.ToString(), x.metastr());
        Assert.Equal(x.ToString(), x.ToString(false));
        Assert.Equal("[0,5, 2]", x.npstr(cultureInfo: CultureInfo.GetCultureInfo("de")));
    }

    [Fact]
    public void Printing_writes_to_the_console_and_gives_the_tensor_back()
    {
        var console = Console.Out;
        using var written = new StringWriter();
        using var x = arange(2);
        Console.SetOut(written);
        try
        {
            Assert.Same(x, x.print(style: Style.Numpy));
        }
        finally
        {
            Console.SetOut(console);
        }
        Assert.Equal("[0, 1]" + Environment.NewLine, written.ToString());
    }

    [Fact]
    public void Options_hold_until_they_are_set_again()
    {
        using var x = tensor(new[] { 1, 2, 3, 4.0 });
        try
        {
            set_printoptions(2, newLine: "\n", maxColumns: 2);
            set_printoptions(Style.Numpy);
            Assert.Equal("[1.00, ... 4.00]", x.str(cultureInfo: CultureInfo.InvariantCulture));
            set_printoptions(1, sci_mode: true, linewidth: 40, maxRows: 4);
            Assert.Equal("[1.0E+000, ... 4.0E+000]", x.str(cultureInfo: CultureInfo.InvariantCulture));
            torch.TensorStringStyle = julia;
            Assert.Equal("[4], type = Float64, device = cpu\n 1.0E+000 2.0E+000 3.0E+000 4.0E+000\n", x.str(cultureInfo: CultureInfo.InvariantCulture));
            Assert.Throws<ArgumentException>(() => torch.TensorStringStyle = Style.Default);
        }
        finally
        {
            set_printoptions(Style.Julia, "g5", 100, Environment.NewLine, 6, 6);
        }
    }

    private static string Text(Tensor tensor, Style style) =>
        tensor.ToString(style, cultureInfo: CultureInfo.InvariantCulture, newLine: "\n");
}

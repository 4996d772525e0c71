using System.Globalization;
using TorchSharp;

namespace ScoreGen.LibTorch.Tests.Scalars;

/// <summary>The upper half of a float as a number of its own.</summary>
public class BFloat16Tests
{
    [Theory]
    [InlineData(1f, 0x3F80)]
    [InlineData(-2.5f, 0xC020)]
    [InlineData(1.00390625f, 0x3F80)] // halfway, to even
    [InlineData(1.01171875f, 0x3F82)] // halfway, to even
    [InlineData(1.004f, 0x3F81)]
    [InlineData(3.4e38f, 0x7F80)] // too large
    [InlineData(float.NegativeInfinity, 0xFF80)]
    public void A_float_is_rounded_to_even(float value, int raw)
    {
        var expected = BFloat16.FromRawValue((ushort)raw);
        Assert.Equal(expected.ToSingle(), new BFloat16(value).ToSingle());
        Assert.Equal(expected.ToSingle(), (float)(BFloat16)value);
        Assert.Equal(expected.ToSingle(), (double)(BFloat16)(double)value);
    }

    [Fact]
    public void Constants_are_what_they_say()
    {
        Assert.Equal(0f, BFloat16.Zero.ToSingle());
        Assert.Equal(1f, BFloat16.One.ToSingle());
        Assert.Equal(3.3895314e38f, BFloat16.MaxValue.ToSingle());
        Assert.Equal(-3.3895314e38f, BFloat16.MinValue.ToSingle());
        Assert.Equal([false, false, true], new[] { BFloat16.One, BFloat16.PositiveInfinity, BFloat16.NaN }.Select(BFloat16.IsNaN));
        Assert.Equal([false, true, false], new[] { BFloat16.One, BFloat16.NegativeInfinity, BFloat16.NaN }.Select(BFloat16.IsInfinity));
        Assert.Equal([true, false, false], new[] { BFloat16.One, BFloat16.PositiveInfinity, BFloat16.NaN }.Select(BFloat16.IsFinite));
        Assert.True(float.IsNaN(new BFloat16(float.NaN).ToSingle()));
    }

    [Fact]
    public void Numbers_compare_by_value()
    {
        var (one, two, again) = ((BFloat16)1f, (BFloat16)2f, (BFloat16)1.0);
        Assert.True(one < two && two > one && one <= again && one >= again && one == again && one != two);
        Assert.False(one > two || two < one || one != again || two <= one || one >= two || one == two);
        Assert.Equal(-1, one.CompareTo(two));
        Assert.Equal(0, one.CompareTo((object)again));
        Assert.Equal(1, one.CompareTo(null));
        Assert.Throws<ArgumentException>(() => one.CompareTo(1f));
        Assert.True(one.Equals(again) && one.Equals((object)again) && !one.Equals((object)1f));
        Assert.Equal(one.GetHashCode(), again.GetHashCode());
        Assert.Equal(BFloat16.Zero, (BFloat16)(-0f));
    }

    [Fact]
    public void What_is_not_a_number_equals_nothing()
    {
        var (a, b) = (BFloat16.NaN, BFloat16.NaN);
        Assert.False(a == b || a.Equals(b) || a < b || a >= b);
        Assert.True(a != b);
    }

    [Fact]
    public void Text_is_that_of_the_float()
    {
        var number = (BFloat16)1.1f;
        Assert.Equal("1.1015625", number.ToString(null, CultureInfo.InvariantCulture));
        Assert.Equal("1.10", number.ToString("F2", CultureInfo.InvariantCulture));
        Assert.Equal("1,1", number.ToString("F1", CultureInfo.GetCultureInfo("de")));
        Assert.Equal(1.1015625f.ToString(CultureInfo.CurrentCulture), number.ToString());
    }
}

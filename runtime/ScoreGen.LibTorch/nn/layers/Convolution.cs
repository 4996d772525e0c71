using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Base class of the convolutions.</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    /// <summary>The field behind <see cref="bias"/>.</summary>
    [ComponentName(Name = nameof(bias))]
    protected Parameter? _bias;

    /// <summary>The field behind <see cref="weight"/>.</summary>
    [ComponentName(Name = nameof(weight))]
    protected Parameter? _weight;

    /// <summary>
    /// What <c>functional.pad</c> is given, before and after each dimension: the last one first, as it is taken. By name TorchSharp has
    /// the first one first, which pads kernels that are not square in the wrong dimension.
    /// </summary>
    protected long[] _reversed_padding_repeated_twice = [];

    /// <summary>Creates the layer and draws its parameters.</summary>
    protected Convolution(
        string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type,
        long[] dilation, bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode, Device? device = null,
        ScalarType? dtype = null)
        : base(name)
    {
        if (transposed && padding_mode != PaddingModes.Zeros)
            throw new ArgumentException("Only PaddingModes.Zeros is supported for ConvTransposeND", nameof(padding_mode));
        this.in_channels = in_channels;
        this.out_channels = out_channels;
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.dilation = dilation;
        this.transposed = transposed;
        this.output_padding = output_padding;
        this.groups = groups;
        this.padding_mode = padding_mode;
        if (padding_type is { } type)
            SetPadding(type);
        else
            SetPadding(padding ?? new long[kernel_size.Length]);

        long[] channels = transposed ? [in_channels, out_channels / groups] : [out_channels, in_channels / groups];
        weight = new Parameter(empty([.. channels, .. kernel_size], dtype, device));
        if (bias)
            this.bias = new Parameter(empty(out_channels, dtype, device));
        reset_parameters();
    }

    /// <summary>The number of channels of the input.</summary>
    public long in_channels { get; }

    /// <summary>The number of channels of the output.</summary>
    public long out_channels { get; }

    /// <summary>Whether this is a transposed convolution.</summary>
    public bool transposed { get; }

    /// <summary>The padding by name; null where it is given in numbers.</summary>
    public Padding? padding_type { get; private set; }

    /// <summary>The padding on both sides of each dimension; null where it is given by name.</summary>
    public long[]? padding { get; private set; }

    /// <summary>What the padded input has at its edges.</summary>
    public PaddingModes padding_mode { get; set; }

    /// <summary>The number of groups that the channels are split into.</summary>
    public long groups { get; set; }

    /// <summary>The size of the kernel in each dimension.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>The step of the kernel in each dimension.</summary>
    public long[] stride { get; set; }

    /// <summary>The distance between the kernel's elements in each dimension.</summary>
    public long[] dilation { get; set; }

    /// <summary>What a transposed convolution adds to one side of its output.</summary>
    public long[] output_padding { get; set; }

    /// <summary>The kernels, of shape (out_channels, in_channels / groups, kernel…).</summary>
    public Parameter weight
    {
        get => _weight!;
        set => SetParameter(ref _weight, value, nameof(weight));
    }

    /// <summary>What is added to each output channel, or null.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => SetParameter(ref _bias, value, nameof(bias));
    }

    /// <summary>Draws the parameters anew.</summary>
    public void reset_parameters()
    {
        nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (_bias is null)
            return;
        var (fanIn, _) = nn.init.CalculateFanInAndFanOut(weight);
        if (fanIn == 0)
            return;
        var bound = 1 / Math.Sqrt(fanIn);
        nn.init.uniform_(_bias, -bound, bound);
    }

    /// <summary>Sets the padding on both sides of each dimension.</summary>
    public void SetPadding(long[] padding)
    {
        (this.padding, padding_type) = (padding, null);
        _reversed_padding_repeated_twice = Enumerable.Reverse(padding).SelectMany(size => new[] { size, size }).ToArray();
    }

    /// <summary>Sets the padding by name.</summary>
    /// <exception cref="ArgumentException">"Same" with a stride, or any for a transposed convolution.</exception>
    public void SetPadding(Padding padding)
    {
        if (transposed)
            throw new ArgumentException("Cannot set padding type on ConvTransposeND", nameof(padding));
        if (padding == Padding.Same && stride.Any(step => step != 1))
            throw new ArgumentException("padding='same' is not supported for strided convolutions", nameof(padding));
        (this.padding, padding_type) = (null, padding);
        _reversed_padding_repeated_twice = padding == Padding.Same
            ? Enumerable.Range(0, kernel_size.Length).SelectMany(SamePadding).ToArray()
            : new long[2 * kernel_size.Length];
    }

    private IEnumerable<long> SamePadding(int dimension)
    {
        var total = dilation[dimension] * (kernel_size[dimension] - 1);
        return [total / 2, total - total / 2];
    }

    /// <summary>Whether the input is (channels, …) or (batch, channels, …) with so many further dimensions.</summary>
    protected bool ValidateShape(Tensor input, long dimensions)
    {
        var shape = input.shape;
        return (shape.Length == dimensions + 2 && shape[1] == in_channels) || (shape.Length == dimensions + 1 && shape[0] == in_channels);
    }

    private protected void RequireShape(Tensor input, int dimensions)
    {
        if (!ValidateShape(input, dimensions))
            throw new ArgumentException(
                $"Expected {dimensions + 1}D (unbatched) or {dimensions + 2}D (batched) input with {in_channels} channels to {GetName()}, "
                + $"but got shape ({string.Join(", ", input.shape)}).", nameof(input));
    }

    private protected Tensor Padded(Tensor input) => nn.functional.pad(input, _reversed_padding_repeated_twice, padding_mode);
}

using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Zoo.Tasks;

/// <summary>Two numbers of two digits, written one below the other, are to be added: a place is a column. A fifth of all 10 000 problems is held out.</summary>
/// <param name="Columns">For hundreds, tens and units the two digits, each as so many ones out of nine, and which column it is; (batch, 3, 21).</param>
/// <param name="Sum">The digits of the sum, (batch, 3).</param>
public sealed record TwoDigits(Tensor Columns, Tensor Sum)
{
    /// <summary>How many features a column has.</summary>
    public const long Inputs = 21;

    private const long Problems = 10_000, HeldOut = 2000, Places = 3;

    /// <summary>Draws problems to train with.</summary>
    public static TwoDigits Draw(long batch, Device device) => Of(randint(HeldOut, Problems, [batch], device: device));

    /// <summary>Half of the problems that are never trained with.</summary>
    public static TwoDigits Unseen(Device device) => Of(arange(0, HeldOut, 2, device: device));

    /// <summary>The loss of what is read off the columns, (batch, 3, 10).</summary>
    public Tensor Loss(Tensor read) => functional.cross_entropy(read.flatten(0, 1), Sum.flatten());

    /// <summary>The share of sums of which every digit is right.</summary>
    public Tensor Right(Tensor read) => read.argmax(-1).eq(Sum).all(-1).to(float32).mean();

    private static TwoDigits Of(Tensor number)
    {
        // Multiplication by a unit modulo the number of problems puts them into an order without a pattern.
        var problem = (number * 7919).remainder(Problems);
        var (a, b) = (problem.div(100, rounding_mode: RoundingMode.floor), problem.remainder(100));
        var column = eye(Places, device: number.device).expand(number.shape[0], Places, Places);
        return new(cat([Ones(DigitsOf(a)), Ones(DigitsOf(b)), column], -1), DigitsOf(a + b));
    }

    private static Tensor DigitsOf(Tensor numbers)
        => stack([.. new[] { 100, 10, 1 }.Select(unit => numbers.div(unit, rounding_mode: RoundingMode.floor).remainder(10))], -1);

    private static Tensor Ones(Tensor digits) => (digits.unsqueeze(-1) > arange(9, device: digits.device)).to(float32);
}

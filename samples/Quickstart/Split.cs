using Samples;
using static TorchSharp.torch;

namespace Quickstart;

/// <summary>A random division of the molecules into a part to learn from and a part to be judged by.</summary>
/// <param name="Train">What the model learns from. Its means and spreads alone standardise both parts.</param>
/// <param name="Test">What the model is judged by.</param>
/// <param name="Target">The scale of the target: an error of standardised targets times its spread is one in log10 mol/l.</param>
public sealed record Split(Part Train, Part Test, Scale Target) : IDisposable
{
    private const int FewestMolecules = 10;

    /// <summary>Divides the molecules.</summary>
    /// <param name="molecules">All of them.</param>
    /// <param name="trainShare">The share to learn from, between 0 and 1.</param>
    /// <param name="seed">The same seed gives the same division.</param>
    /// <param name="device">Where the tensors live.</param>
    /// <exception cref="SampleException">There are too few molecules.</exception>
    public static Split Random(IReadOnlyList<Measurement> molecules, double trainShare, int seed, Device device)
    {
        if (molecules.Count < FewestMolecules)
        {
            throw new SampleException($"The data have {molecules.Count} molecules. At least {FewestMolecules} are needed to learn from some and to be judged by others.");
        }

        var shuffled = molecules.ToArray();
        new Random(seed).Shuffle(shuffled);
        var trainCount = (int)(trainShare * shuffled.Length);
        var (train, test) = (shuffled[..trainCount], shuffled[trainCount..]);
        var inputs = Enumerable.Range(0, train[0].Descriptors.Count).Select(index => Scale.Of(train.Select(molecule => molecule.Descriptors[index]))).ToArray();
        var target = Scale.Of(train.Select(molecule => molecule.Solubility));
        return new Split(ToTensors(train, inputs, target, device), ToTensors(test, inputs, target, device), target);
    }

    public void Dispose()
    {
        Train.Dispose();
        Test.Dispose();
    }

    private static Part ToTensors(Measurement[] molecules, Scale[] inputs, Scale target, Device device)
    {
        var descriptors = molecules.SelectMany(molecule => molecule.Descriptors.Select((value, index) => inputs[index].Apply(value))).ToArray();
        var solubilities = molecules.Select(molecule => target.Apply(molecule.Solubility)).ToArray();
        return new Part(
            tensor(descriptors, new long[] { molecules.Length, inputs.Length }, device: device),
            tensor(solubilities, new long[] { molecules.Length, 1 }, device: device));
    }
}

using TorchSharp;

namespace Samples.CommandLine;

/// <summary>Turns what <c>--device</c> says into a device.</summary>
public static class Devices
{
    /// <summary>The device that is named.</summary>
    /// <param name="name"><c>auto</c> (a GPU where there is one), <c>cpu</c>, <c>cuda</c> or <c>cuda:N</c>.</param>
    /// <param name="process">The number of this process among those on its machine: where no GPU is named, they take turns.</param>
    /// <exception cref="SampleException">There is no such device.</exception>
    public static torch.Device Named(string name, int process = 0)
    {
        if (name == "cpu" || (name == "auto" && !torch.cuda.is_available()))
        {
            return torch.CPU;
        }

        var count = torch.cuda.is_available() ? torch.cuda.device_count() : 0;
        var index = IndexOf(name, process % Math.Max(1, count)) ?? throw new SampleException($"--device {name}: say auto, cpu, cuda or cuda:N.");
        return index < count
            ? torch.device(DeviceType.CUDA, index)
            : throw new SampleException($"--device {name}: TorchSharp sees {(count == 0 ? "no GPU" : $"only {count} GPU(s)")}. Say --device cpu, or build with TorchDevice=cuda on a machine with a GPU.");
    }

    /// <summary>Lets every device draw from the same seed on; TorchSharp's <c>manual_seed</c> leaves the GPUs as they are.</summary>
    /// <param name="seed">Any number.</param>
    public static void Seed(long seed)
    {
        torch.manual_seed(seed);
        torch.cuda.manual_seed_all(seed);
    }

    private static int? IndexOf(string name, int unnamed) => name switch
    {
        "auto" or "cuda" => unnamed,
        _ when name.StartsWith("cuda:", StringComparison.Ordinal) && uint.TryParse(name.AsSpan(5), out var index) && index < 1024 => (int)index,
        _ => null,
    };
}

using System.Reflection;
using System.Runtime.InteropServices;
using Samples.CommandLine;
using TorchSharp;

namespace Samples.Reports;

/// <summary>What, beside its own settings, a reader needs to know to repeat a run.</summary>
/// <param name="Effort">How much of its work the sample did.</param>
/// <param name="FirstSeed">The first seed.</param>
/// <param name="Device">Where the tensors lived.</param>
/// <param name="Version">The version of the program.</param>
/// <param name="Commit">The git commit that it was built from.</param>
/// <param name="Torch">The library behind the tensors.</param>
/// <param name="Runtime">The .NET runtime.</param>
/// <param name="Machine">The machine.</param>
public sealed record RunEnvironment(
    Effort Effort,
    int FirstSeed,
    string Device,
    string Version,
    string Commit,
    string Torch,
    string Runtime,
    string Machine)
{
    /// <summary>The library behind the tensors, for example <c>TorchSharp 0.107.0, libtorch 2.10.0</c>.</summary>
    public static string TorchName
    {
        get
        {
            var binding = typeof(torch).Assembly;
            return $"{binding.GetName().Name} {BuildInfo.Of(binding).Version}, libtorch {torch.__version__}";
        }
    }

    /// <summary>The environment of this process.</summary>
    /// <param name="options">What the user asked for.</param>
    /// <param name="device">Where the tensors live.</param>
    /// <param name="program">The sample's own assembly, which knows its version.</param>
    public static RunEnvironment Now(SampleOptions options, torch.Device device, Assembly program)
    {
        var build = BuildInfo.Of(program);
        return new RunEnvironment(
            options.Effort,
            options.Seed,
            device.ToString(),
            build.Version,
            build.Commit,
            TorchName,
            RuntimeInformation.FrameworkDescription,
            $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores");
    }

    /// <summary>The same for a page.</summary>
    public IReadOnlyList<Fact> Facts() =>
    [
        new("effort", $"{Effort}".ToLowerInvariant()),
        new("first seed", FormattableString.Invariant($"{FirstSeed}")),
        new("device", Device),
        new("version", Version),
        new("commit", Commit),
        new("torch", Torch),
        new("runtime", Runtime),
        new("machine", Machine),
    ];
}

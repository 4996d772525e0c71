using System.Diagnostics;
using System.Globalization;
using ScoreGen.Depth.Tests.PeakMemory;
using TorchSharp;

namespace ScoreGen.Depth.Tests;

/// <summary>Neither more steps nor a longer search take more memory: each pass is measured in a process of its own.</summary>
[Collection(LeakCollection.Name)]
public sealed class PeakMemoryTests
{
    [Theory]
    [InlineData(nameof(Euler4), nameof(Euler64))]
    [InlineData(nameof(Rk4Times4), nameof(Rk4Times64))]
    public void ThePeakDoesNotGrowWithDepth(string shallow, string deep)
    {
        var ofShallow = Measure(shallow);
        var ofDeep = Measure(deep);

        Assert.InRange(ofShallow, PeakMeter.StateBytes, 16 * PeakMeter.StateBytes);
        Assert.InRange(ofDeep, PeakMeter.StateBytes, ofShallow + (PeakMeter.StateBytes / 2));
    }

    /// <summary>Of the forward pass and the backward pass of an equilibrium, neither of which converges.</summary>
    [Fact]
    public void ThePeakOfATrainingStepDoesNotGrowWithTheSearch()
    {
        using var state = torch.ones(8, 8);
        new Settling100().Solve(state, out var report);
        Assert.Equal((100, false), (report.Evaluations, report.Converged));

        Assert.Equal(1, (double)Measure(nameof(Settling100)) / Measure(nameof(Settling10)), 0.05);
    }

    private static long Measure(string module)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { typeof(PeakMeter).Assembly.Location, module },
            // Or glibc grows its heap by the gaps that aligned blocks leave behind, and the runtime compiles once more what has run often: for any program and by chance.
            // It is the processor's memory that is measured.
            Environment = { ["SCOREGEN_DEVICE"] = null, ["MALLOC_MMAP_THRESHOLD_"] = "1048576", ["DOTNET_TieredCompilation"] = "0" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"The process that measures {module} failed:\n{error.Result}");
        return long.Parse(output, CultureInfo.InvariantCulture);
    }
}

using System.Diagnostics;
using System.Globalization;
using ScoreGen.Depth.Tests.PeakMemory;

namespace ScoreGen.Depth.Tests;

/// <summary>Sixty-four steps take no more memory than four: each pass is measured in a process of its own.</summary>
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

    private static long Measure(string module)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { typeof(PeakMeter).Assembly.Location, module },
            // Or glibc grows its heap by the gaps that aligned blocks leave behind, for any program and by chance.
            Environment = { ["MALLOC_MMAP_THRESHOLD_"] = "1048576" },
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

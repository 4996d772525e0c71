using System.Diagnostics;
using System.Globalization;

namespace ScoreGen.LibTorch.Tests.SurfaceRun;

/// <summary>The program of users' style trains exactly as PyTorch does from the same seeds.</summary>
public class SurfaceTests
{
#if LIBTORCH
    private const int firstCounted = 0;
#else
    /// <summary>From the second step on TorchSharp's scope also holds what zero_grad touched.</summary>
    private const int firstCounted = 1;
#endif

    [Fact]
    public void Losses_and_gradient_norms_are_PyTorchs()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var lines = Run(folder.FullName).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var expected = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "SurfaceRun", "surface.txt"));
            for (var i = 0; i < expected.Length; i++)
            {
                var (wanted, printed) = (Numbers(expected[i]), Numbers(lines[i]));
                Assert.Equal(wanted[0], printed[0], 1e-5);
                Assert.Equal(printed[0], printed[1]);
                Assert.Equal(wanted[1], printed[2], 1e-5);
                if (i > firstCounted)
                    Assert.Equal(Numbers(lines[firstCounted])[3], printed[3]);
            }
            Assert.Contains("enc.weight True 16,8 Float32 cpu", lines);
            Assert.Contains("ln.bias True 16 Float32 cpu", lines);
            Assert.Equal(expected.Length + 10, lines.Length);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double[] Numbers(string line) =>
        Array.ConvertAll(line.Split(' '), number => double.Parse(number, CultureInfo.InvariantCulture));

    private static string Run(string folder)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "ScoreGen.LibTorch.Surface.dll");
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        using var process = Process.Start(new ProcessStartInfo(host, [program])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" },
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return output;
    }
}

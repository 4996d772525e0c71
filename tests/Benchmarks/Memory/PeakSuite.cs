using System.Diagnostics;
using System.Globalization;
using static TorchSharp.torch;

namespace Benchmarks.Memory;

/// <summary>How far a pass drives the resident set above what it was before, each in a fresh process.</summary>
internal sealed class PeakSuite(Results results)
{
    /// <summary>The argument under which this program measures one pass instead of everything.</summary>
    public const string Argument = "--peak-of";

    private const long StateBytes = 16 << 20;

    private static readonly Dictionary<string, Func<Recalled>> Models = new()
    {
        ["Full4"] = () => new Full4(),
        ["Full16"] = () => new Full16(),
        ["Full64"] = () => new Full64(),
        ["Checkpoint4"] = () => new Checkpoint4(),
        ["Checkpoint16"] = () => new Checkpoint16(),
        ["Checkpoint64"] = () => new Checkpoint64(),
        ["Truncated4"] = () => new Truncated4(),
        ["Truncated16"] = () => new Truncated16(),
        ["Truncated64"] = () => new Truncated64(),
        ["Settling10"] = () => new Settling10(),
        ["Settling100"] = () => new Settling100(),
    };

    public void Run(bool isQuick)
    {
        results.Add("peak_infer_64_over_4", Math.Round(Growth("infer", "Full64") / Growth("infer", "Full4"), 3), 1.05, "growth of the peak, 64 steps / 4, no gradients");
        if (!isQuick)
        {
            results.Add("peak_train_equilibrium_100_over_10", Math.Round(Growth("train", "Settling100") / Growth("train", "Settling10"), 3), 1.05, "training step of an equilibrium, 100 evaluations / 10");
        }

        foreach (var steps in isQuick ? new[] { 16 } : [4, 16, 64])
        {
            var full = Growth("train", $"Full{steps}");
            results.Add($"peak_train_full_{steps}_mb", Math.Round(full / (1 << 20), 1), null, "growth of the peak of a training step, MB");
            results.Add($"peak_train_checkpoint_over_full_{steps}", Math.Round(Growth("train", $"Checkpoint{steps}") / full, 3), steps == 16 ? 0.35 : null, "Checkpoint / Full");
            results.Add($"peak_train_truncated_over_full_{steps}", Math.Round(Growth("train", $"Truncated{steps}") / full, 3), null, "Truncated to 2 steps / Full");
        }
    }

    /// <summary>Runs in the fresh process: a pass of a model, and the growth of the peak in bytes on a line.</summary>
    public static void Measure(string mode, string model)
    {
        set_num_threads(1);
        using var scope = NewDisposeScope();
        var module = Models[model]();
        var h = randn(StateBytes / 4 / 64, 64);
        Pass(module, mode, h[..8]);
        var before = Resident("VmRSS");
        Pass(module, mode, h);
        Console.WriteLine((Resident("VmHWM") - before).ToString(CultureInfo.InvariantCulture));
    }

    private static void Pass(Recalled module, string mode, Tensor h)
    {
        using var gradients = set_grad_enabled(mode == "train");
        using var end = module.call(h);
        if (mode == "train")
        {
            using var loss = end.sum();
            loss.backward();
        }
    }

    private static double Growth(string mode, string model)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [Argument, mode, model])
        {
            RedirectStandardOutput = true,

            // Memory that is freed leaves the resident set at once; otherwise the allocator keeps what it likes, in every mode.
            Environment = { ["MALLOC_MMAP_THRESHOLD_"] = "65536" },
        };
        using var process = Process.Start(start)!;
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? double.Parse(answer, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"The process that measures {model} ended with {process.ExitCode}.");
    }

    private static double Resident(string field)
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(field + ":", StringComparison.Ordinal));
        return 1024 * double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}

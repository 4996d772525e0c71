using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using NanoGpt.Checkpoints;
using NanoGpt.Data;
using NanoGpt.Depth;
using NanoGpt.Training;
using Samples.CommandLine;
using Samples.Mpi;
using Samples.Progress;
using static TorchSharp.torch;

namespace Benchmarks.Processes;

/// <summary>How much faster two processes train nanoGPT than one, each with one thread on a processor of its own: the same batches, divided between them.</summary>
internal sealed class ProcessSuite(Results results)
{
    /// <summary>The argument under which this program is one of the processes.</summary>
    public const string Argument = "--train";

    private const int WarmUp = 20;

    public void Run(bool isQuick)
    {
        var ratios = new[] { DepthRule.Stacked, DepthRule.EulerHalf }.Select(rule => Measure(rule, isQuick)).ToList();
        if (ratios.Contains(null))
        {
            results.Skip("ranks_2_over_1", "this machine has no OpenMPI, or one processor");
            return;
        }

        results.AddAtLeast("ranks_2_over_1", ratios.Min()!.Value, 1.6, "batches a second of nanoGPT: two processes / one, the worse of the two");
    }

    /// <summary>Runs in each process: trains, and the first one writes the milliseconds of an iteration.</summary>
    public static void Train(string name, string iterations)
    {
        set_num_threads(1);
        var communicator = Communicator.Join();
        var rule = DepthRule.All.Single(rule => rule.Name == name);
        Train(rule, WarmUp, communicator);
        var milliseconds = Train(rule, int.Parse(iterations, CultureInfo.InvariantCulture), communicator);
        if (communicator.IsFirst)
        {
            Console.WriteLine(milliseconds.ToString(CultureInfo.InvariantCulture));
        }

        communicator.Leave();
    }

    /// <summary>The median over pairs that take turns.</summary>
    private double? Measure(DepthRule rule, bool isQuick)
    {
        var iterations = isQuick ? 60 : 200;
        var ratios = new List<double>();
        for (var pair = 0; pair < (isQuick ? 3 : 7); pair++)
        {
            if (Milliseconds(1, rule, iterations) is not { } one || Milliseconds(2, rule, iterations) is not { } two)
            {
                return null;
            }

            ratios.Add(one / two);
        }

        var median = Math.Round(ratios.Order().ElementAt(ratios.Count / 2), 3);
        results.AddAtLeast(rule == DepthRule.Stacked ? "ranks_2_over_1_stacked" : "ranks_2_over_1_shared", median, null, $"{rule.Name} nanoGPT: two processes / one, between {ratios.Min():0.00} and {ratios.Max():0.00}");
        return median;
    }

    private static double? Milliseconds(int processes, DepthRule rule, int iterations)
    {
        var start = new ProcessStartInfo("mpirun", ["--bind-to", "core", "-n", $"{processes}", Environment.ProcessPath!, Argument, rule.Name, $"{iterations}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["OMPI_ALLOW_RUN_AS_ROOT"] = "1", ["OMPI_ALLOW_RUN_AS_ROOT_CONFIRM"] = "1", ["TERM"] = "dumb" },
        };
        try
        {
            using var mpirun = Process.Start(start)!;
            mpirun.ErrorDataReceived += (_, _) => { };
            mpirun.BeginErrorReadLine();
            var answer = mpirun.StandardOutput.ReadToEnd();
            mpirun.WaitForExit();
            return mpirun.ExitCode == 0 ? double.Parse(answer, CultureInfo.InvariantCulture) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static double Train(DepthRule rule, int iterations, Communicator communicator)
    {
        var settings = TrainingSettings.For(Effort.Normal) with { Iterations = iterations, JudgeEvery = iterations, JudgedBatches = 1, CheckpointEvery = iterations, SampleLength = 1 };
        var characters = string.Concat(Enumerable.Range(0, 65).Select(number => (char)('0' + number)));
        var random = new Random(1);
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(_ => characters[random.Next(characters.Length)]));
        var key = new TrainingKey(rule, 0, settings, Corpus.Of(text, settings.Context, "a text of chance"));
        var folder = Directory.CreateTempSubdirectory("scoregen-").FullName;
        try
        {
            return new GptTraining(key, new CheckpointFolder(folder), CPU, communicator, CancellationToken.None).Run(null, new NoBar()).MillisecondsAnIteration;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed class NoBar : ILiveBar
    {
        public void Advance(string status)
        {
        }
    }
}

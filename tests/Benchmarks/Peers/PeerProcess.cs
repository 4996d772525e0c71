using System.Diagnostics;
using System.Globalization;
using Benchmarks.Timing;

namespace Benchmarks.Peers;

/// <summary>
/// A program that times work on the same machine in turns with this one. It reads lines "NAME RUNS" and answers each with seconds; at
/// its start it prints what it can run.
/// </summary>
internal sealed class PeerProcess : IDisposable
{
    private readonly Process process;

    private PeerProcess(Process process, string description, IReadOnlySet<string> names)
    {
        this.process = process;
        Description = description;
        Names = names;
    }

    /// <summary>The peer's version, for the report.</summary>
    public string Description { get; }

    public IReadOnlySet<string> Names { get; }

    /// <summary>Starts a peer; null where the machine cannot run it.</summary>
    public static PeerProcess? Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            // torch.set_num_threads does not reach OpenBLAS.
            Environment = { ["OPENBLAS_NUM_THREADS"] = "1" },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var greeting = process.StandardOutput.ReadLine()?.Split('\t');
            return greeting is { Length: 2 } ? new PeerProcess(process, greeting[0], greeting[1].Split(' ').ToHashSet()) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    public IWork Work(string name) => new PeerWork(this, name);

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(5000))
        {
            process.Kill();
        }

        process.Dispose();
    }

    private sealed class PeerWork(PeerProcess peer, string name) : IWork
    {
        public double Time(int runs)
        {
            peer.process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {runs}"));
            peer.process.StandardInput.Flush();
            var answer = peer.process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"The peer ended while it timed {name}.");
            return double.Parse(answer, CultureInfo.InvariantCulture);
        }
    }
}

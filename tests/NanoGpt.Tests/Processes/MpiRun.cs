using System.Diagnostics;
using System.Text;

namespace NanoGpt.Tests.Processes;

/// <summary>The sample in several processes, as a user starts it.</summary>
internal sealed class MpiRun : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>mpirun works for root, too, who owns many a container; and what it ends has five seconds to write a checkpoint, because tests share their machine.</summary>
    private static readonly IReadOnlyDictionary<string, string> Settings = new Dictionary<string, string>
    {
        ["OMPI_ALLOW_RUN_AS_ROOT"] = "1",
        ["OMPI_ALLOW_RUN_AS_ROOT_CONFIRM"] = "1",
        ["OMPI_MCA_odls_base_sigkill_timeout"] = "5",
        ["PRTE_MCA_odls_base_sigkill_timeout"] = "5",
    };

    private readonly Process process;
    private readonly StringBuilder said = new();

    public MpiRun(int processes, params string[] arguments)
    {
        var start = new ProcessStartInfo("mpirun", ["--oversubscribe", "-n", $"{processes}", "dotnet", typeof(Program).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Settings)
        {
            start.Environment[name] = value;
        }

        process = new Process { StartInfo = start };
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit code, and all that was said, in one line.</returns>
    public (int Code, string Output) Wait()
    {
        Assert.True(process.WaitForExit(Patience), $"mpirun does not end:\n{said}");
        process.WaitForExit();
        return (process.ExitCode, string.Join(' ', said.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    /// <summary>Kills one of the processes, so that it cannot say a word.</summary>
    public void Kill(int rank)
    {
        using var victim = Process.GetProcessById(Started().Single(id => Environment(id).Contains($"OMPI_COMM_WORLD_RANK={rank}")));
        victim.Kill();
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private IEnumerable<int> Started() => File.ReadAllText($"/proc/{process.Id}/task/{process.Id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse);

    private static string[] Environment(int id) => File.ReadAllText($"/proc/{id}/environ").Split('\0');

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        lock (said)
        {
            said.Append(line.Data).Append(' ');
        }
    }
}

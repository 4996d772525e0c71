using System.ComponentModel;
using System.Diagnostics;

namespace NanoGpt.Tests.Processes;

/// <summary>A test that starts several processes by OpenMPI's mpirun; without it the test is skipped, and says so.</summary>
public sealed class MpiFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> HasOpenMpi = new(AsksMpirun);

    public MpiFactAttribute() => Skip = HasOpenMpi.Value ? null : "there is no OpenMPI here (on Debian: apt install openmpi-bin)";

    private static bool AsksMpirun()
    {
        try
        {
            using var mpirun = Process.Start(new ProcessStartInfo("mpirun", ["--version"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            return mpirun.StandardOutput.ReadToEnd().Contains("Open MPI", StringComparison.Ordinal);
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}

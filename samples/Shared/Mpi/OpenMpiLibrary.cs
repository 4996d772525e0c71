using System.Runtime.InteropServices;

namespace Samples.Mpi;

/// <summary>Finds OpenMPI on this machine.</summary>
internal static class OpenMpiLibrary
{
    /// <summary>What OpenMPI 4 and 5 call it on Linux and macOS, then the name without a version, which may be anyone's.</summary>
    private static readonly string[] Names = ["libmpi.so.40", "libmpi.40.dylib", "libmpi.so"];

    /// <summary>A symbol that every OpenMPI has and no other MPI.</summary>
    private const string Sign = "ompi_mpi_comm_world";

    /// <exception cref="SampleException">There is none, or the MPI of this machine is another.</exception>
    public static nint Load() => Load(Names);

    internal static nint Load(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            if (NativeLibrary.TryLoad(name, out var library))
            {
                return NativeLibrary.TryGetExport(library, Sign, out _)
                    ? library
                    : throw new SampleException($"{name} of this machine is an MPI, but not OpenMPI, the only one that the samples speak. Start the program with OpenMPI's mpirun, and put the folder of its libmpi.so.40 into LD_LIBRARY_PATH.");
            }
        }

        throw new SampleException($"The program was started by mpirun or srun as one of several processes, but {names[0]} was not found. Install OpenMPI on each machine (Debian: apt install openmpi-bin; on a cluster: module load openmpi), or put the folder of {names[0]} into LD_LIBRARY_PATH.");
    }
}

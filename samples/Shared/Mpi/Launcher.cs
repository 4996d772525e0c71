using System.Globalization;

namespace Samples.Mpi;

/// <summary>What the program that started this process, such as mpirun or srun, says of it in its environment.</summary>
/// <param name="variable">The value of a variable of the environment; null where there is none.</param>
internal sealed class Launcher(Func<string, string?> variable)
{
    public static Launcher OfThisProcess { get; } = new(Environment.GetEnvironmentVariable);

    /// <summary>Whether this is the only process; where the environment does not say, MPI does.</summary>
    public bool IsAlone => (Count ?? (SpeaksMpi ? 2 : 1)) == 1;

    /// <summary>How many processes were started together; null where the environment does not say.</summary>
    public int? Count => Number("OMPI_COMM_WORLD_SIZE") ?? Number("PMI_SIZE") ?? Number("SLURM_STEP_NUM_TASKS");

    /// <summary>The number of this process among them, from 0.</summary>
    public int Rank => Number("OMPI_COMM_WORLD_RANK") ?? Number("PMIX_RANK") ?? Number("PMI_RANK") ?? Number("SLURM_PROCID") ?? 0;

    /// <summary>The number of this process among those on the same machine, from 0.</summary>
    public int LocalRank => Number("OMPI_COMM_WORLD_LOCAL_RANK") ?? Number("SLURM_LOCALID") ?? 0;

    /// <summary>Whether the processes can find each other by OpenMPI.</summary>
    public bool SpeaksMpi => variable("OMPI_COMM_WORLD_SIZE") is not null || variable("PMIX_RANK") is not null;

    private int? Number(string name) => int.TryParse(variable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

using Samples.Mpi;

namespace Samples.Tests.Mpi;

public sealed class LauncherTests
{
    [Fact]
    public void A_program_that_is_simply_started_is_alone()
        => Assert.Equal((true, 0, 0), Seen(Started()));

    [Fact]
    public void OpenMPI_says_who_is_who()
        => Assert.Equal((false, 3, 1), Seen(Started(("OMPI_COMM_WORLD_SIZE", "4"), ("OMPI_COMM_WORLD_RANK", "3"), ("OMPI_COMM_WORLD_LOCAL_RANK", "1"))));

    [Fact]
    public void One_process_that_mpirun_starts_is_alone()
        => Assert.True(Started(("OMPI_COMM_WORLD_SIZE", "1"), ("OMPI_COMM_WORLD_RANK", "0")).IsAlone);

    [Fact]
    public void Mpirun_counts_more_than_the_step_of_SLURM_that_it_runs_in()
        => Assert.Equal(8, Started(("OMPI_COMM_WORLD_SIZE", "8"), ("SLURM_STEP_NUM_TASKS", "2")).Count);

    [Fact]
    public void Srun_with_PMIx_says_who_is_who()
        => Assert.Equal((false, 5, 2), Seen(Started(("PMIX_RANK", "5"), ("SLURM_STEP_NUM_TASKS", "6"), ("SLURM_LOCALID", "2"))));

    [Fact]
    public void Where_only_MPI_knows_how_many_there_are_it_is_asked()
    {
        var launcher = Started(("PMIX_RANK", "0"));

        Assert.Equal((false, true, null), (launcher.IsAlone, launcher.SpeaksMpi, launcher.Count));
    }

    [Fact]
    public void A_job_of_SLURM_that_starts_one_program_is_alone()
        => Assert.True(Started(("SLURM_NTASKS", "4"), ("SLURM_PROCID", "0")).IsAlone);

    [Theory]
    [InlineData("PMI_SIZE", "4")]
    [InlineData("SLURM_STEP_NUM_TASKS", "4")]
    public void Copies_that_cannot_find_each_other_are_refused(string name, string value)
    {
        var problem = Assert.Throws<SampleException>(() => Communicator.Join(Started((name, value))));

        Assert.Equal("The program was started 4 times, by something else than OpenMPI, so that the copies cannot find each other. Start it with OpenMPI's mpirun, or with srun --mpi=pmix.", problem.Message);
    }

    internal static Launcher Started(params (string Name, string Value)[] variables)
    {
        var environment = variables.ToDictionary(variable => variable.Name, variable => variable.Value);
        return new Launcher(name => environment.GetValueOrDefault(name));
    }

    private static (bool IsAlone, int Rank, int LocalRank) Seen(Launcher launcher) => (launcher.IsAlone, launcher.Rank, launcher.LocalRank);
}

using Samples.Mpi;

namespace Samples.Tests.Mpi;

public sealed class OpenMpiLibraryTests
{
    [Fact]
    public void Where_it_is_missing_the_message_says_what_to_install()
    {
        var problem = Assert.Throws<SampleException>(() => OpenMpiLibrary.Load(["libnosuch.so.40", "libnosuch.so"]));

        Assert.Contains("libnosuch.so.40 was not found", problem.Message);
        Assert.Contains("apt install openmpi-bin", problem.Message);
    }

    [Fact]
    public void A_library_that_is_not_OpenMPI_is_named()
    {
        // Of any library that is there it can be said that it is no OpenMPI.
        var other = OperatingSystem.IsWindows() ? "kernel32.dll" : OperatingSystem.IsMacOS() ? "libSystem.dylib" : "libc.so.6";

        Assert.StartsWith($"{other} of this machine is an MPI, but not OpenMPI", Assert.Throws<SampleException>(() => OpenMpiLibrary.Load([other])).Message);
    }
}

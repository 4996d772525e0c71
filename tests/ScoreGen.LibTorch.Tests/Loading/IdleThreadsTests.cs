#if LIBTORCH
using ScoreGen.LibTorch.Tests.Processes;

namespace ScoreGen.LibTorch.Tests.Loading;

/// <summary>OpenMP says at its start how its idle threads wait.</summary>
public class IdleThreadsTests
{
    [Fact]
    public void Idle_threads_sleep_where_matrix_products_have_other_threads()
    {
        var shim = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "libscoregen_torch.so"));
        var others = shim.AsSpan().IndexOf("scoregen: BLAS has threads of its own"u8) >= 0;
        Assert.Equal(others, Spins() == 0);
    }

    [Theory]
    [InlineData("OMP_WAIT_POLICY", "active", 30_000_000_000)]
    [InlineData("GOMP_SPINCOUNT", "5000", 5000)]
    public void What_the_user_has_chosen_stays(string variable, string value, long spins) => Assert.Equal(spins, Spins((variable, value)));

    /// <summary>How often a thread looks for work before it sleeps.</summary>
    private static long Spins(params (string, string)[] environment)
    {
        var (code, output, errors) = Child.Run(AppContext.BaseDirectory, ["add"], [.. environment, ("OMP_DISPLAY_ENV", "verbose")]);
        Assert.True(code == 0, errors);
        Assert.StartsWith("4 on libtorch", output, StringComparison.Ordinal);
        var line = errors.Split('\n').Single(line => line.Contains("GOMP_SPINCOUNT", StringComparison.Ordinal));
        return long.Parse(line.Split('\'')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
#endif

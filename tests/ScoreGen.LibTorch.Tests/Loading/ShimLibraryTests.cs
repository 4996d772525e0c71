#if LIBTORCH
namespace ScoreGen.LibTorch.Tests.Loading;

/// <summary>How the loader reads versions.</summary>
public class ShimLibraryTests
{
    [Theory]
    [InlineData("1.13.0", "1.13.0", true)]
    [InlineData("2.5.1", "2.5.1+cu124", true)]
    [InlineData("2.8.0", "2.8.0a0", true)]
    [InlineData("2.5.1", "2.6.0", false)]
    [InlineData("1.13.0", "1.13.1", false)]
    public void Versions_are_the_same_by_their_three_numbers(string one, string other, bool same) =>
        Assert.Equal(same, ShimLibrary.SameVersion(one, other));

    [Theory]
    [InlineData("Build settings: PERF=1, TORCH_VERSION=2.5.1, USE_CUDA=ON", "2.5.1")]
    [InlineData("TORCH_VERSION=1.13.0\n", "1.13.0")]
    [InlineData("PyTorch built with: nothing", null)]
    public void The_loaded_version_stands_in_the_build_settings(string settings, string? version) =>
        Assert.Equal(version, ShimLibrary.LoadedVersion(settings));

    [Fact]
    public void The_version_is_that_of_libtorch() => Assert.Matches(@"^\d+\.\d+\.\d+", TorchSharp.torch.__version__);
}
#endif

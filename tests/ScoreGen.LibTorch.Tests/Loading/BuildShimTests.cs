#if LIBTORCH
namespace ScoreGen.LibTorch.Tests.Loading;

/// <summary>Which libtorch the shim is built for, and when it is built again.</summary>
public sealed class BuildShimTests : IDisposable
{
    private readonly StandIn here = new();

    private string Torch => here.Path("libtorch");

    public void Dispose() => here.Dispose();

    [Fact]
    public void A_shim_is_compiled_once()
    {
        Build("first.so", ("LIBTORCH", Torch));
        Build("second.so", ("LIBTORCH", Torch));
        var call = Assert.Single(here.Compilations);
        Assert.Contains($"-isystem {Torch}/include ", call, StringComparison.Ordinal);
        Assert.Contains($"-L{Torch}/lib ", call, StringComparison.Ordinal);
        Assert.Contains("-std=c++17 ", call, StringComparison.Ordinal);
        Assert.Contains("_GLIBCXX_USE_CXX11_ABI=1 ", call, StringComparison.Ordinal);
    }

    [Fact]
    public void A_libtorch_of_another_version_in_the_same_place_is_compiled_for_anew()
    {
        Build("shim.so", ("LIBTORCH", Torch));
        here.AddLibTorch("libtorch", 2, 6, 0);
        Build("shim.so", ("LIBTORCH", Torch));
        Assert.Equal(2, here.Compilations.Length);
    }

    [Fact]
    public void Two_libtorchs_have_a_shim_each()
    {
        here.AddLibTorch("other", 2, 5, 1);
        foreach (var name in new[] { "libtorch", "other", "libtorch", "other" })
            Build("shim.so", ("LIBTORCH", here.Path(name)));
        Assert.Equal(2, here.Compilations.Length);
    }

    [Fact]
    public void Two_processes_with_an_empty_cache_both_get_a_whole_shim()
    {
        var started = Enumerable.Range(0, 4).Select(i => here.Start($"{i}.so", ("LIBTORCH", Torch))).ToList();
        foreach (var (i, process) in started.Index())
        {
            using (process)
            {
                Assert.Equal("", process.StandardError.ReadToEnd());
                process.WaitForExit();
                AssertShim($"{i}.so");
            }
        }
        Assert.Single(Directory.GetFiles(here.Path("cache"), "*.so", SearchOption.AllDirectories));
    }

    [Fact]
    public void The_ABI_is_what_libtorch_says_unless_one_asks_for_the_other()
    {
        here.Write("set(TORCH_CXX_FLAGS \"-D_GLIBCXX_USE_CXX11_ABI=0\")", "libtorch", "share", "cmake", "Torch", "TorchConfig.cmake");
        Build("shim.so", ("LIBTORCH", Torch));
        Build("shim.so", ("LIBTORCH", Torch), ("LIBTORCH_CXX11_ABI", "1"));
        Assert.Equal([true, false], here.Compilations.Select(call => call.Contains("ABI=0", StringComparison.Ordinal)));
    }

    [Fact]
    public void Headers_that_want_a_later_standard_get_it()
    {
        here.Write("#error C++20 or later compatible compiler is required", "libtorch", "include", "ATen", "ATen.h");
        Build("shim.so", ("LIBTORCH", Torch));
        Assert.Contains("-std=c++20 ", Assert.Single(here.Compilations), StringComparison.Ordinal);
    }

    [Fact]
    public void Either_half_can_be_named()
    {
        here.AddLibTorch("other", 2, 5, 1);
        Build("shim.so", ("LIBTORCH", Torch), ("LIBTORCH_INCLUDE", here.Path("other", "include")));
        Build("shim.so", ("LIBTORCH", Torch), ("LIBTORCH_LIB", here.Path("other")));
        Assert.Contains($"-isystem {here.Path("other")}/include ", here.Compilations[0], StringComparison.Ordinal);
        Assert.Contains($"-L{Torch}/lib ", here.Compilations[0], StringComparison.Ordinal);
        Assert.Contains($"-isystem {Torch}/include ", here.Compilations[1], StringComparison.Ordinal);
        Assert.Contains($"-L{here.Path("other")}/lib ", here.Compilations[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_torch_of_python_is_taken_where_it_is_asked_for()
    {
        here.AddPython(Torch);
        Build("shim.so", ("LIBTORCH_USE_PYTORCH", "1"));
        Assert.Contains($"-L{Torch}/lib ", Assert.Single(here.Compilations), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.12.1", false)]
    [InlineData("1.13.0", true)]
    [InlineData("2.11.0", true)]
    [InlineData("2.12.0", false)]
    public void Versions_that_nobody_tried_are_refused_by_name(string version, bool taken)
    {
        var numbers = Array.ConvertAll(version.Split('.'), int.Parse);
        here.AddLibTorch("libtorch", numbers[0], numbers[1], numbers[2]);
        if (!taken)
            Refuses("SGLT005", [$"{Torch}/lib is version {version}; 1.13 to 2.11"], ("LIBTORCH", Torch));
        Build("shim.so", ("LIBTORCH", Torch), ("LIBTORCH_BYPASS_VERSION_CHECK", taken ? "" : "1"));
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Refuses("SGLT003", [here.Path("nowhere"), "LIBTORCH"], ("LIBTORCH", here.Path("nowhere")));
        Refuses("SGLT004", ["libtorch_cpu.so", here.Path("nowhere")], ("LIBTORCH", Torch), ("LIBTORCH_LIB", here.Path("nowhere")));
        Refuses("SGLT006", [here.Path("no-compiler")], ("LIBTORCH", Torch), ("CXX", here.Path("no-compiler")));
        here.AddPython("");
        Refuses("SGLT002", [here.Path("venv", "bin", "python")], ("LIBTORCH_USE_PYTORCH", "1"));
    }

    [Fact]
    public void A_shim_that_does_not_compile_says_why_and_is_tried_again()
    {
        Refuses("SGLT007", ["libtorch 2.5.1", "error: no such thing", "log"], ("LIBTORCH", Torch), ("BROKEN", "no such thing"));
        Build("shim.so", ("LIBTORCH", Torch));
        Assert.Equal(2, here.Compilations.Length);
    }

    private void Build(string output, params (string Name, string Value)[] settings)
    {
        var (code, errors) = here.Build(output, settings);
        Assert.True(code == 0, errors);
        AssertShim(output);
    }

    private void AssertShim(string output) =>
        Assert.True(File.ReadAllBytes(here.Path(output)).AsSpan().SequenceEqual(File.ReadAllBytes(StandIn.Shim)), $"{output} is not the whole shim.");

    private void Refuses(string number, string[] parts, params (string Name, string Value)[] settings)
    {
        var (code, errors) = here.Build("refused.so", settings);
        Assert.Equal(1, code);
        Assert.StartsWith($"build-shim.sh : error {number}: ", errors, StringComparison.Ordinal);
        Assert.All(parts, part => Assert.Contains(part, errors, StringComparison.Ordinal));
        Assert.False(File.Exists(here.Path("refused.so")));
    }
}
#endif

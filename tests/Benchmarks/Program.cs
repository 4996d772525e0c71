using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Benchmarks;
using Benchmarks.Compiler;
using Benchmarks.Depth;
using Benchmarks.Equilibria;
using Benchmarks.Language;
using Benchmarks.Memory;
using Benchmarks.Peers;
using Benchmarks.Processes;
using Benchmarks.Timing;
using Samples.Reports;
using Spectre.Console;
using static TorchSharp.torch;

[assembly: SupportedOSPlatform("linux")]

if (args is [PeakSuite.Argument, var mode, var model])
{
    PeakSuite.Measure(mode, model);
    return 0;
}

if (args is [ProcessSuite.Argument, var rule, var iterations])
{
    ProcessSuite.Train(rule, iterations);
    return 0;
}

string[] suites = ["depth", "gpu", "routing", "equilibria", "language", "memory", "processes", "generator", "analyzers"];
if (args.Except(["--quick", .. suites]).Any())
{
    Console.Error.WriteLine($"usage: ./build.sh bench [--quick] [{string.Join(" | ", suites)}]...");
    return 2;
}

var isQuick = args.Contains("--quick");
var chosen = args.Intersect(suites).DefaultIfEmpty("all").ToHashSet();
bool Runs(string suite) => chosen.Contains("all") || chosen.Contains(suite);
var output = Path.Combine("artifacts", "bench");
set_num_threads(1);

var results = new Results();
var pairs = isQuick ? 25 : 101;

// Before the main thread keeps to one processor, and with it each thread that it starts, the compiler's among them.
if (Runs("generator"))
{
    new GeneratorSuite(results, pairs).Run();
}

if (Runs("analyzers"))
{
    new AnalyzerSuite(results, isQuick).Run();
}

Console.WriteLine($"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}, {RunEnvironment.TorchName}; one thread");
if (Runs("gpu") && cuda.is_available())
{
    new LoopSuite(results, pairs, CUDA).Run();
}
else if (Runs("gpu"))
{
    results.Skip("gpu", "the loops once more on a GPU: this machine has none, or not the packages for it");
}

if (Runs("depth") || Runs("equilibria") || Runs("routing") || Runs("language"))
{
    using var one = new OneProcessor();
    using var peers = PeerGroup.Start(output);
    Console.WriteLine($"peers: {peers.Python?.Description ?? "no python3 with torch"}, {peers.Cpp?.Description ?? "no C++ peer"}");
    AnsiConsole.WriteLine();

    if (Runs("depth"))
    {
        new DepthSuite(results, pairs, peers).Run();
    }

    if (Runs("equilibria"))
    {
        new EquilibriumSuite(results, pairs, peers.Python).Run();
    }

    if (Runs("routing"))
    {
        new RoutingSuite(results, pairs).Run();
    }

    if (Runs("language"))
    {
        new GptSuite(results, pairs, peers.Python).Run();
    }
}

if (Runs("memory"))
{
    new PeakSuite(results).Run(isQuick);
}

if (Runs("processes"))
{
    new ProcessSuite(results).Run(isQuick);
}

results.Print();
var file = Path.Combine(output, chosen.Contains("all") ? "results.json" : $"{string.Join('-', chosen)}.json");
results.Write(file);
Console.WriteLine($"written to {file}");
return 0;

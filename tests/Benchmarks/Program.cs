using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Benchmarks;
using Benchmarks.Compiler;
using Benchmarks.Depth;
using Benchmarks.Language;
using Benchmarks.Memory;
using Benchmarks.Operators;
using Benchmarks.Peers;
using Benchmarks.Timing;
using Spectre.Console;
using static TorchSharp.torch;

[assembly: SupportedOSPlatform("linux")]

if (args is [PeakSuite.Argument, var mode, var model])
{
    PeakSuite.Measure(mode, model);
    return 0;
}

string[] suites = ["operator", "depth", "language", "memory", "generator", "analyzers"];
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

using (new OneProcessor())
using (var peers = PeerGroup.Start(threads: 1, output))
{
    Console.WriteLine($"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}, libtorch {__version__}; one thread");
    Console.WriteLine($"peers: {peers.Python?.Description ?? "no python3 with torch"}, {peers.Cpp?.Description ?? "no C++ peer"}");
    AnsiConsole.WriteLine();

    if (Runs("operator"))
    {
        new OperatorSuite(results, pairs, peers.Python).Run();
    }

    if (Runs("depth"))
    {
        new DepthSuite(results, pairs, peers).Run();
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

if (Runs("depth") && !isQuick)
{
    // Idle threads of libtorch and OpenBLAS wait by spinning, up to 30 ms, and would take the processors from the other program.
    var untilThreadsRest = TimeSpan.FromMilliseconds(60);
    set_num_threads(Environment.ProcessorCount);
    using var wide = PeerGroup.Start(Environment.ProcessorCount, output);
    new DepthSuite(results, pairs: 25, wide, suffix: "_all_threads", untilThreadsRest).Run();
}

results.Print();
var file = Path.Combine(output, chosen.Contains("all") ? "results.json" : $"{string.Join('-', chosen)}.json");
results.Write(file);
Console.WriteLine($"written to {file}");
return 0;

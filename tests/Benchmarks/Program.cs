using System.Runtime.InteropServices;
using Benchmarks;
using Benchmarks.Compiler;
using Benchmarks.Depth;
using Benchmarks.Memory;
using Benchmarks.Peers;
using Spectre.Console;
using static TorchSharp.torch;

if (args is [PeakSuite.Argument, var mode, var model])
{
    PeakSuite.Measure(mode, model);
    return 0;
}

if (args.Except(["--quick"]).Any())
{
    Console.Error.WriteLine("usage: ./build.sh bench [--quick]");
    return 2;
}

var isQuick = args.Contains("--quick");
var output = Path.Combine("artifacts", "bench");
set_num_threads(1);

var results = new Results();
using var python = PeerProcess.Start("/usr/bin/python3", Path.Combine(AppContext.BaseDirectory, "Peers", "pytorch_peer.py"), "1", Environment.GetEnvironmentVariable("TORCHDIFFEQ") ?? "");
using var cpp = CppPeer.Build(Path.Combine(AppContext.BaseDirectory, "Peers", "cpp_peer.cpp"), output) is { } program ? PeerProcess.Start(program, "1") : null;

Console.WriteLine($"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}, libtorch {__version__}; one thread");
Console.WriteLine($"peers: {python?.Description ?? "no python3 with torch"}, {cpp?.Description ?? "no C++ peer"}");
AnsiConsole.WriteLine();

new DepthSuite(results, pairs: isQuick ? 25 : 101, python, cpp).Run();
new PeakSuite(results).Run(isQuick);
new GeneratorSuite(results, repeats: isQuick ? 25 : 101).Run();

results.Print();
var file = Path.Combine(output, "results.json");
results.Write(file);
Console.WriteLine($"written to {file}");
return 0;

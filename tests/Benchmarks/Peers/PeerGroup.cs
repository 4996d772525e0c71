namespace Benchmarks.Peers;

/// <summary>The programs that this one is compared with, all with the same number of threads.</summary>
internal sealed record PeerGroup(PeerProcess? Python, PeerProcess? Cpp) : IDisposable
{
    private static readonly string Sources = Path.Combine(AppContext.BaseDirectory, "Peers");

    public static PeerGroup Start(int threads, string output)
    {
        var count = threads.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new PeerGroup(
            PeerProcess.Start("/usr/bin/python3", count, Path.Combine(Sources, "pytorch_peer.py"), count, Environment.GetEnvironmentVariable("TORCHDIFFEQ") ?? ""),
            CppPeer.Build(Path.Combine(Sources, "cpp_peer.cpp"), output) is { } program ? PeerProcess.Start(program, count, count) : null);
    }

    public void Dispose()
    {
        Python?.Dispose();
        Cpp?.Dispose();
    }
}

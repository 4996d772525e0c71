namespace Benchmarks.Peers;

/// <summary>The programs that this one is compared with, each with one thread.</summary>
internal sealed record PeerGroup(PeerProcess? Python, PeerProcess? Cpp) : IDisposable
{
    private static readonly string Sources = Path.Combine(AppContext.BaseDirectory, "Peers");

    public static PeerGroup Start(string output) => new(
        PeerProcess.Start("/usr/bin/python3", Path.Combine(Sources, "pytorch_peer.py"), Folder("TORCHDIFFEQ"), Folder("TORCHDEQ")),
        CppPeer.Build(Path.Combine(Sources, "cpp_peer.cpp"), output) is { } program ? PeerProcess.Start(program) : null);

    private static string Folder(string variable) => Environment.GetEnvironmentVariable(variable) ?? "";

    public void Dispose()
    {
        Python?.Dispose();
        Cpp?.Dispose();
    }
}

using System.Security.Cryptography;
using Samples.Data;

namespace NanoGpt.Data;

/// <summary>40,000 lines of Shakespeare's plays, as Karpathy put them together for char-rnn and nanoGPT.</summary>
public static class TinyShakespeare
{
    /// <summary>Where the text comes from.</summary>
    public static DataSource Source { get; } = new(
        "tinyshakespeare.txt",
        new Uri("https://raw.githubusercontent.com/karpathy/char-rnn/master/data/tinyshakespeare/input.txt"),
        "86c4e6aa9db7c042ec79f339dcb96d42b0075e16b8fc2e86bf0ca57e2dc565ed",
        Fingerprint);

    private static string Fingerprint(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}

using ScoreGen.Docs.Tests.Pages;

namespace ScoreGen.Docs.Tests;

/// <summary>A committed file that code writes. What differs is written beside it with <c>.received</c> in its name; to accept it, rename it.</summary>
internal static class Committed
{
    public static void Is(string name, string expected)
    {
        var file = Repository.PathOf(name);
        var received = Path.ChangeExtension(file, ".received" + Path.GetExtension(file));
        if (File.Exists(file) && File.ReadAllText(file) == expected)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, expected);
        Assert.Fail($"{name} is not what the code says (any more). Compare it with {Path.GetFileName(received)} beside it, and rename that to accept it.");
    }
}

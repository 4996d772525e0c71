namespace Samples;

/// <summary>The working copy that the program was built in.</summary>
public static class Checkout
{
    private const string Marker = "ScoreGen.sln";

    /// <summary>The folder that holds the solution, or null where the program was taken elsewhere.</summary>
    public static string? Root { get; } = Find(AppContext.BaseDirectory);

    private static string? Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Marker)))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}

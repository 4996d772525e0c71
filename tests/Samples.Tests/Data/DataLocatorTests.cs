using Samples.Data;

namespace Samples.Tests.Data;

public sealed class DataLocatorTests : IDisposable
{
    private const string Genuine = "genuine";

    private readonly TemporaryFolder folder = new();
    private readonly DataSource source = new("set.txt", new Uri("https://example.invalid/set.txt"), Genuine, File.ReadAllText);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_places_are_asked_in_order()
    {
        var named = folder.Write("named.txt", "");
        var variable = folder.Write("variable/set.txt", "");
        var shared = folder.Write("shared/set.txt", "");
        var cached = folder.Write("cache/set.txt", Genuine);

        Assert.Equal(named, Find(named, InFolder("variable"), "shared").Path);
        Assert.Equal(variable, Find(null, InFolder("variable"), "shared").Path);
        Assert.Equal(variable, Find(null, variable, "shared").Path);
        Assert.Equal(shared, Find(null, null, "shared").Path);
        Assert.Equal(cached, Find(null, null, "nowhere").Path);
    }

    [Fact]
    public void A_folder_from_the_command_line_stands_for_the_file_in_it()
    {
        var inside = folder.Write("mine/set.txt", "");

        Assert.Equal(inside, Find(InFolder("mine"), null, "shared").Path);
    }

    [Fact]
    public void What_no_place_has_is_downloaded_into_the_cache()
    {
        var download = new FakeDownload(null);

        var found = Find(null, null, "nowhere", download);

        Assert.Equal(InFolder("cache/set.txt"), found.Path);
        Assert.Equal(found.Path, download.Asked);
        Assert.Contains(source.Address.ToString(), found.Origin);
    }

    [Fact]
    public void Where_the_download_fails_there_are_no_data_and_a_reason()
    {
        var found = Find(null, null, "nowhere", new FakeDownload("no network"));

        Assert.Equal(new LocatedData(null, "no network"), found);
    }

    [Fact]
    public void A_damaged_file_in_the_cache_is_downloaded_again()
    {
        folder.Write("cache/set.txt", "half of i");
        var download = new FakeDownload(null);

        Find(null, null, "nowhere", download);

        Assert.Equal(InFolder("cache/set.txt"), download.Asked);
    }

    [Fact]
    public void A_folder_in_the_environment_that_lacks_the_file_is_passed_over()
    {
        folder.Write("variable/other.txt", "");
        var shared = folder.Write("shared/set.txt", "");

        Assert.Equal(shared, Find(null, InFolder("variable"), "shared").Path);
    }

    [Fact]
    public void What_the_user_names_must_exist()
    {
        folder.Write("shared/set.txt", "");
        folder.Write("mine/other.txt", "");

        var missing = Assert.Throws<SampleException>(() => Find(InFolder("missing.txt"), null, "shared"));
        var variable = Assert.Throws<SampleException>(() => Find(null, InFolder("missing"), "shared"));
        var empty = Assert.Throws<SampleException>(() => Find(InFolder("mine"), null, "shared"));

        Assert.Contains($"--data names {InFolder("missing.txt")}, which does not exist", missing.Message);
        Assert.Contains($"$SCOREGEN_DATA names {InFolder("missing")}, which does not exist", variable.Message);
        Assert.Contains("which holds no set.txt", empty.Message);
    }

    private string InFolder(string name) => Path.Combine(folder.Path, name);

    private LocatedData Find(string? named, string? variable, string shared, IDownload? download = null)
        => new DataLocator(new DataPlaces(variable, InFolder(shared), InFolder("cache")), download ?? new FakeDownload("not wanted here"))
            .Find(source, named, CancellationToken.None);

    private sealed class FakeDownload(string? answer) : IDownload
    {
        public string? Asked { get; private set; }

        public string? TryFetch(DataSource source, string path, CancellationToken cancellation)
        {
            Asked = path;
            return answer;
        }
    }
}

#if LIBTORCH
using System.Runtime.InteropServices;
using ScoreGen.LibTorch.Tests.Processes;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests.Faults;

/// <summary>Whatever happens while a file is written, its name leads to the old content or to all of the new.</summary>
public sealed class SavingTests : IDisposable
{
    private const int Kills = 3;

    private readonly string folder = Directory.CreateTempSubdirectory("scoregen-").FullName;

    private string File => Path.Combine(folder, "model.dat");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_disk_that_is_full_leaves_the_old_file()
    {
        System.IO.File.WriteAllText(File, "old");
        var (code, output, errors) = Child.Run(AppContext.BaseDirectory, ["fill the disk", File]);
        Assert.True(code == 0, errors);
        var lines = output.TrimEnd().Split('\n');
        Assert.Equal(["IOException", "IOException", "IOException", "ExternalException"], lines.Select(line => line.Split(':')[0]));
        Assert.All(lines, line => Assert.Contains($"'{File}' could not be written, and is as it was before: ", line, StringComparison.Ordinal));
        Assert.Equal("old", System.IO.File.ReadAllText(File));
        Assert.Equal([File], Directory.GetFiles(folder));
    }

    [Fact]
    public void A_device_is_written_to_and_not_replaced()
    {
        using var linear = nn.Linear(100, 100);
        for (var time = 0; time < 2; time++)
        {
            Assert.Contains("No space left", Assert.Throws<IOException>(() => linear.save("/dev/full")).Message, StringComparison.Ordinal);
            Assert.Contains("No space left", Assert.Throws<ExternalException>(() => save(linear.weight, "/dev/full")).Message, StringComparison.Ordinal);
            linear.save("/dev/null");
        }
    }

    [Fact]
    public void A_process_that_is_killed_while_it_saves_leaves_a_whole_file()
    {
        var random = new System.Random(5);
        for (var kill = 0; kill < Kills; kill++)
        {
            using (var process = Child.Start(AppContext.BaseDirectory, ["overwrite", File]))
            {
                Assert.Equal("saved", process.StandardOutput.ReadLine());
                Thread.Sleep(random.Next(30));
                process.Kill();
                process.WaitForExit();
            }
            using var whole = nn.Linear(300, 300);
            whole.load(File);
            var number = whole.bias![0].ToSingle();
            Assert.All(whole.parameters(), parameter => Assert.True(parameter.eq(number).all().ToBoolean()));
        }
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        using var linear = nn.Linear(1, 1);
        var nowhere = Path.Combine(folder, "nowhere", "model.dat");
        Assert.Contains(nowhere, Assert.Throws<DirectoryNotFoundException>(() => linear.save(nowhere)).Message, StringComparison.Ordinal);
        Assert.Contains(nowhere, Assert.Throws<ExternalException>(() => save(linear.weight, nowhere)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_or_cannot_be_read_is_named()
    {
        using var linear = nn.Linear(1, 1);
        using var optimizer = optim.Adam(linear.parameters());
        foreach (var load in new Action<string>[] { path => linear.load(path), optimizer.load_state_dict, path => Tensor.Load(path), path => Tensor.load(path) })
        {
            Assert.Contains(File, Record.Exception(() => load(File)).Message, StringComparison.Ordinal);
            Assert.Contains(folder, Record.Exception(() => load(folder)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_damaged_archive_is_named()
    {
        using var saved = arange(6, ScalarType.Float32);
        save(saved, File);
        var whole = System.IO.File.ReadAllBytes(File);
        foreach (var length in new[] { 0, 1, 30, whole.Length / 2, whole.Length - 1 })
        {
            System.IO.File.WriteAllBytes(File, whole[..length]);
            Assert.Contains(File, Assert.Throws<ExternalException>(() => load(File)).Message, StringComparison.Ordinal);
        }
    }
}
#endif

using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests.Processes;

/// <summary>What a process of its own does. Nothing here may need more than torch: it runs where only that was copied to.</summary>
internal static partial class Work
{
    private const int FileSizeLimit = 1;
    private const int FileSizeSignal = 25;

    internal static void Do(string name, string path)
    {
        Action work = name switch
        {
            "add" => Add,
            "overwrite" => () => Overwrite(path),
            "fill the disk" => () => FillTheDisk(path),
            "end threads" => EndThreads,
            "count page faults" => CountPageFaults,
            _ => throw new ArgumentException($"There is no work named '{name}'.", nameof(name)),
        };
        work();
    }

    private static void Add()
    {
        using var sum = ones(2).add(ones(2)).sum();
        Console.WriteLine($"{sum.ToSingle()} on libtorch {__version__}");
    }

    /// <summary>Saves the module again and again, all of its numbers one greater each time.</summary>
    private static void Overwrite(string path)
    {
        using var module = nn.Linear(300, 300);
        using var off = no_grad();
        for (var number = 0; ; number++)
        {
            foreach (var parameter in module.parameters())
                parameter.fill_(number);
            module.save(path);
            if (number == 0)
                Console.WriteLine("saved");
        }
    }

    /// <summary>Saves more than a file may hold from now on, each time in another form.</summary>
    private static void FillTheDisk(string path)
    {
        var most = new Limit { Current = 4096, Maximum = 4096 };
        if (signal(FileSizeSignal, 1) < 0 || setrlimit(FileSizeLimit, in most) != 0)
            throw new InvalidOperationException("The size of files could not be limited.");
        using var module = nn.Linear(300, 300);
        using var optimizer = optim.Adam(module.parameters());
        foreach (var save in new Action[]
        {
            () => module.save(path), () => optimizer.save_state_dict(path), () => module.weight.Save(path), () => torch.save(module.weight, path),
        })
        {
            try
            {
                save();
                Console.WriteLine("saved");
            }
            catch (Exception failure) when (failure is IOException or ExternalException or ArgumentException)
            {
                Console.WriteLine($"{failure.GetType().Name}: {failure.Message.ReplaceLineEndings(" ")}");
            }
        }
    }

    /// <summary>Runs a thousand threads that each leave a megabyte of small tensors, and prints by how many bytes the process has grown.</summary>
    private static void EndThreads()
    {
        for (var round = 0; round < 2; round++)
        {
            var before = Environment.WorkingSet;
            for (var i = 0; i < 500; i++)
            {
                var thread = new Thread(() =>
                {
                    using var scope = NewDisposeScope();
                    for (var k = 0; k < 16; k++)
                        zeros(16_000);
                });
                thread.Start();
                thread.Join();
            }
            if (round == 1)
                Console.WriteLine(Math.Max(0, Environment.WorkingSet - before));
        }
    }

    /// <summary>Prints how many pages the kernel had to find for a training step that holds 9 MB, on the mean of ten after ten others.</summary>
    private static void CountPageFaults()
    {
        set_num_threads(1);
        using Tensor h = randn(256, 256), up = randn(1024, 256, requires_grad: true), down = randn(256, 1024, requires_grad: true);
        long before = 0;
        for (var step = 0; step < 20; step++)
        {
            if (step == 10)
                before = PageFaults();
            using var scope = NewDisposeScope();
            var state = h;
            for (var i = 0; i < 4; i++)
                state = state.mul(0.75).add_(nn.functional.linear(nn.functional.gelu(nn.functional.linear(state, up)), down), 0.25);
            state.sum().backward();
        }
        Console.WriteLine((PageFaults() - before) / 10);
    }

    /// <summary>The tenth number in /proc/self/stat: faults that asked no disk.</summary>
    private static long PageFaults()
        => long.Parse(System.IO.File.ReadAllText("/proc/self/stat").Split(") ")[1].Split(' ')[7], System.Globalization.CultureInfo.InvariantCulture);

    private struct Limit
    {
        public ulong Current, Maximum;
    }

    [LibraryImport("libc")]
    private static partial int setrlimit(int resource, in Limit limit);

    [LibraryImport("libc")]
    private static partial nint signal(int number, nint handler);
}

using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests.Threads;

/// <summary>Threads that work side by side, and tensors that nobody disposes.</summary>
public class ThreadTests
{
    [Fact]
    public void Eight_threads_work_on_their_own_tensors()
    {
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, thread =>
        {
            using var scope = NewDisposeScope();
            var w = full(4, 0.5, ScalarType.Float64, requires_grad: true);
            for (var i = 0; i < 200; i++)
            {
                using var step = NewDisposeScope();
                var x = full(4, (double)thread, ScalarType.Float64);
                ((w * x).sum() + i).backward();
                Assert.Equal([thread, thread, thread, thread], w.grad!.data<double>().ToArray());
                w.grad = null;
                Assert.Throws<ExternalException>(() => x.mm(x));
            }
            Assert.True(is_grad_enabled());
        });
    }

    [Fact]
    public void One_module_serves_readers_side_by_side()
    {
        using var model = nn.Sequential(nn.Linear(8, 32), nn.GELU(), nn.Linear(32, 4));
        model.eval();
        using var x = randn(16, 8);
        float[] expected;
        using (no_grad())
        using (var y = model.call(x))
            expected = y.data<float>().ToArray();
        Parallel.For(0, 8, _ =>
        {
            using var mode = inference_mode();
            for (var i = 0; i < 50; i++)
            {
                using var y = model.call(x);
                Assert.Equal(expected, y.data<float>().ToArray());
            }
        });
    }

    [Fact]
    public void Grad_mode_belongs_to_its_thread()
    {
        using var mode = no_grad();
        var elsewhere = false;
        var thread = new Thread(() => elsewhere = is_grad_enabled());
        thread.Start();
        thread.Join();
        Assert.True(elsewhere);
        Assert.False(is_grad_enabled());
    }

    [Fact]
    public async Task Finalizers_never_race_a_running_call()
    {
        using var stop = new CancellationTokenSource();
        var collector = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
                GC.Collect(0, GCCollectionMode.Forced, blocking: true);
        });
        for (var i = 0; i < 3000; i++)
        {
            var sum = (ones(16) + ones(16)).mul(ones(16)).sum();
            Assert.Equal(32, sum.item<float>());
        }
        await stop.CancelAsync();
        await collector;
    }

#if LIBTORCH
    [Theory]
    [InlineData(true, 64)]
    [InlineData(false, 64)]
    [InlineData(false, 1)]
    public void Two_hundred_thousand_operations_leave_the_memory_flat(bool dispose, int width)
    {
        using var a = ones(width, width);
        Work(20_000);
        var before = Settled();
        Work(200_000);
        var grown = Settled() - before;
        Assert.True(grown < 64 << 20, $"The resident set grew by {grown >> 20} MiB.");

        void Work(int count)
        {
            for (var i = 0; i < count; i++)
            {
                var b = a + 1;
                if (dispose)
                    b.Dispose();
            }
        }
    }

    [Fact]
    public void Memory_stays_bounded_while_nobody_disposes_large_tensors()
    {
        using var a = ones(512, 512);
        var before = Settled();
        var most = 0L;
        for (var i = 0; i < 3000; i++)
        {
            _ = a + 1;
            if (i % 100 == 0)
                most = Math.Max(most, Environment.WorkingSet - before);
        }
        Assert.True(most < 1L << 30, $"The resident set grew by {most >> 20} MiB.");
    }

    /// <summary>The resident set once nothing is left to free, and the allocator has handed back the pages it had kept for later.</summary>
    private static long Settled()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        _ = malloc_trim(0);
        return Environment.WorkingSet;
    }

    [DllImport("libc")]
    private static extern int malloc_trim(nuint pad);
#endif
}

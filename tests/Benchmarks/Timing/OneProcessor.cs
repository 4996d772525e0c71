using System.Diagnostics;

namespace Benchmarks.Timing;

/// <summary>
/// Keeps the main thread, and the programs it starts, on one processor. Two processors of a machine are rarely equally fast at the same
/// time, and one that has just slept is slower than one at work: on two of them a ratio of two programs moved by a third from run to run.
/// </summary>
internal sealed class OneProcessor : IDisposable
{
    private readonly Process self = Process.GetCurrentProcess();
    private readonly nint all;

    public OneProcessor()
    {
        all = self.ProcessorAffinity;
        self.ProcessorAffinity = all & -all;
    }

    public void Dispose()
    {
        self.ProcessorAffinity = all;
        self.Dispose();
    }
}

using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace ScoreGen.LibTorch;

/// <summary>Exceptions of managed callbacks while libtorch carries their tickets back to the managed caller.</summary>
internal static class ManagedFailures
{
    private static readonly ConcurrentDictionary<long, ExceptionDispatchInfo> pending = new();
    private static long last;

    /// <summary>Keeps an exception and returns its ticket, which is never 0.</summary>
    internal static long Keep(Exception exception)
    {
        var ticket = Interlocked.Increment(ref last);
        pending[ticket] = ExceptionDispatchInfo.Capture(exception);
        return ticket;
    }

    [DoesNotReturn]
    internal static void Rethrow(long ticket)
    {
        if (pending.TryRemove(ticket, out var failure))
            failure.Throw();
        throw new ExternalException("A managed callback failed, and another thread has already seen why.");
    }
}

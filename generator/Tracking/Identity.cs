using System.Runtime.CompilerServices;
using System.Threading;

namespace ScoreGen.Generator.Tracking;

/// <summary>A number for each object that is never another's, and that does not keep it alive.</summary>
internal static class Identity
{
    private static readonly ConditionalWeakTable<object, Number> Numbers = new();
    private static long last;

    public static ulong Of(object item) => Numbers.GetValue(item, static _ => new Number((ulong)Interlocked.Increment(ref last))).Value;

    private sealed class Number(ulong value)
    {
        public ulong Value { get; } = value;
    }
}

using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace ScoreGen.Analyzers.Flow;

/// <summary>What is known at one point of the program.</summary>
internal sealed class FlowState
{
    public Dictionary<ISymbol, Value> Variables { get; private set; } = new(SymbolEqualityComparer.Default);

    /// <summary>The unnamed values of the method that is being run, which its graph carries from one part of an expression to another.</summary>
    public Dictionary<CaptureId, Value> Captures { get; set; } = [];

    /// <summary>Where gradients were switched off, if they are off on every way here.</summary>
    public Location? GradientOff { get; set; }

    /// <summary>Whether RegisterComponents has run on every way here.</summary>
    public bool IsRegistered { get; set; }

    public FlowState Copy() => new()
    {
        Variables = new Dictionary<ISymbol, Value>(Variables, SymbolEqualityComparer.Default),
        Captures = new Dictionary<CaptureId, Value>(Captures),
        GradientOff = GradientOff,
        IsRegistered = IsRegistered,
    };

    /// <summary>Lets another way lead here as well; true where it brings anything new.</summary>
    public bool Join(FlowState other)
    {
        var joined = new Dictionary<(Value, Value), Value>(SameObjects.Comparer);
        var isNew = Join(Variables, other.Variables, joined) | Join(Captures, other.Captures, joined);
        isNew |= (GradientOff is not null && other.GradientOff is null) || (IsRegistered && !other.IsRegistered);
        GradientOff = other.GradientOff is null ? null : GradientOff;
        IsRegistered &= other.IsRegistered;
        return isNew;
    }

    /// <summary>Two names of one object on both ways are two names of one object afterwards.</summary>
    private static bool Join<TName>(Dictionary<TName, Value> values, Dictionary<TName, Value> others, Dictionary<(Value, Value), Value> joined)
        where TName : notnull
    {
        var isNew = false;
        foreach (var other in others)
        {
            if (!values.TryGetValue(other.Key, out var value))
            {
                values[other.Key] = other.Value;
                isNew = true;
            }
            else if (!ReferenceEquals(value, other.Value))
            {
                if (!joined.TryGetValue((value, other.Value), out var both))
                {
                    joined[(value, other.Value)] = both = Value.Join(value, other.Value);
                }

                values[other.Key] = both;
                isNew |= !ReferenceEquals(both, value);
            }
        }

        return isNew;
    }

    private sealed class SameObjects : IEqualityComparer<(Value, Value)>
    {
        public static readonly SameObjects Comparer = new();

        public bool Equals((Value, Value) x, (Value, Value) y) => ReferenceEquals(x.Item1, y.Item1) && ReferenceEquals(x.Item2, y.Item2);

        public int GetHashCode((Value, Value) pair)
            => unchecked((System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(pair.Item1) * 31) + System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(pair.Item2));
    }
}

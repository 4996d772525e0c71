using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ScoreGen.Analyzers.Flow;

/// <summary>
/// What the flow knows of a value inside the block: a tensor, a module, a number, a tuple or a delegate. Facts named "may" grow when
/// paths meet; facts that must hold on every path (a width, a share of the state) are lost where paths disagree.
/// </summary>
internal sealed record Value
{
    // First, because the values below start from it.
    public static readonly ImmutableHashSet<ISymbol> NoFields = ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default);

    /// <summary>Anything: it may differ between evaluations, carry a gradient and contain a skip.</summary>
    public static readonly Value Unknown = new() { Varies = true, CarriesGradient = true, MayHaveSkip = true, StateShare = null };

    /// <summary>The same at every evaluation, and no function of the state.</summary>
    public static readonly Value Constant = new();

    /// <summary>The literal null: it gives way to whatever it meets.</summary>
    public static readonly Value Null = new();

    /// <summary>The inputs whose storage it may share.</summary>
    public Inputs Shares { get; init; }

    /// <summary>The inputs that it may be itself, as the same object.</summary>
    public Inputs Is { get; init; }

    /// <summary>Whether the state flows into it along a way that the flow could follow.</summary>
    public bool FromState { get; init; }

    /// <summary>Whether it may differ from one evaluation of the block to the next.</summary>
    public bool Varies { get; init; }

    /// <summary>Whether a gradient may flow from it back to the state.</summary>
    public bool CarriesGradient { get; init; }

    /// <summary>Where the gradient from the state was cut on a way into it.</summary>
    public Location? Cut { get; init; }

    /// <summary>What is known of its dimensions.</summary>
    public Shape Shape { get; init; }

    /// <summary>s where the value is s·h + something that does not have this form; null where that is not known.</summary>
    public double? StateShare { get; init; } = 0;

    /// <summary>Whether anything is added to the share of the state.</summary>
    public bool HasMore { get; init; }

    /// <summary>Whether the state may have come here by addition alone, past every layer that mixes its features.</summary>
    public bool MayHaveSkip { get; init; }

    /// <summary>The modules that the state or a context went through on the way.</summary>
    public ImmutableHashSet<ModuleMember> Path { get; init; } = ImmutableHashSet<ModuleMember>.Empty;

    /// <summary>Whether it is a tensor that this evaluation made, on every path.</summary>
    public bool IsMade { get; init; }

    /// <summary>Whether it is an object or a collection that this evaluation made, on every path: what is put into it does not outlive the evaluation by that.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Whether it may have been taken out of the dispose scope of the evaluation.</summary>
    public bool MayOutliveScope { get; init; }

    /// <summary>The fields that it was computed from and that are no modules.</summary>
    public ImmutableHashSet<ISymbol> Fields { get; init; } = NoFields;

    /// <summary>Whether it is computed from a <c>[ScoreStep]</c> parameter.</summary>
    public bool CountsSteps { get; init; }

    /// <summary>Whether it is the variable of a loop that runs exactly Steps times.</summary>
    public bool LoopsOverSteps { get; init; }

    /// <summary>The modules, or the collections of modules, that it may be.</summary>
    public ImmutableArray<ModuleMember> Modules { get; init; } = ImmutableArray<ModuleMember>.Empty;

    /// <summary>The lambda, local function or method that it is.</summary>
    public Callable? Callable { get; init; }

    /// <summary>The items of a tuple; empty where it is none.</summary>
    public ImmutableArray<Value> Items { get; init; } = ImmutableArray<Value>.Empty;

    /// <summary>What disposing it brings back, where it is a guard like <c>no_grad()</c>.</summary>
    public GradientMode? Restores { get; init; }

    /// <summary>What holds on both of two paths that meet.</summary>
    public static Value Join(Value a, Value b)
    {
        if (ReferenceEquals(a, b) || ReferenceEquals(b, Null))
        {
            return a;
        }

        if (ReferenceEquals(a, Null))
        {
            return b;
        }

        var joined = new Value
        {
            Shares = a.Shares | b.Shares,
            Is = a.Is | b.Is,
            FromState = a.FromState || b.FromState,
            Varies = a.Varies || b.Varies,
            CarriesGradient = a.CarriesGradient || b.CarriesGradient,
            Cut = a.Cut ?? b.Cut,
            Shape = Shape.Join(a.Shape, b.Shape),
            StateShare = a.StateShare == b.StateShare ? a.StateShare : null,
            HasMore = a.HasMore || b.HasMore,
            MayHaveSkip = a.MayHaveSkip || b.MayHaveSkip,
            Path = a.Path.Union(b.Path),
            IsMade = a.IsMade && b.IsMade,
            IsOwn = a.IsOwn && b.IsOwn,
            MayOutliveScope = a.MayOutliveScope || b.MayOutliveScope,
            Fields = a.Fields.Union(b.Fields),
            CountsSteps = a.CountsSteps || b.CountsSteps,
            LoopsOverSteps = a.LoopsOverSteps && b.LoopsOverSteps,
            Modules = a.Modules.Union(b.Modules).ToImmutableArray(),
            Callable = a.Callable == b.Callable ? a.Callable : null,
            Items = a.Items.Length == b.Items.Length ? a.Items.Zip(b.Items, Join).ToImmutableArray() : ImmutableArray<Value>.Empty,
            Restores = a.Restores == b.Restores ? a.Restores : null,
        };
        return joined.Equals(a) ? a : joined;
    }

    /// <summary>Whether the same is known of both.</summary>
    public bool Equals(Value? other)
        => ReferenceEquals(this, other)
            || (other is not null
                && !ReferenceEquals(this, Null)
                && !ReferenceEquals(other, Null)
                && (Shares, Is, FromState, Varies, CarriesGradient, Cut) == (other.Shares, other.Is, other.FromState, other.Varies, other.CarriesGradient, other.Cut)
                && (Shape, StateShare, HasMore, MayHaveSkip) == (other.Shape, other.StateShare, other.HasMore, other.MayHaveSkip)
                && (IsMade, IsOwn, MayOutliveScope, CountsSteps, LoopsOverSteps) == (other.IsMade, other.IsOwn, other.MayOutliveScope, other.CountsSteps, other.LoopsOverSteps)
                && (Callable, Restores) == (other.Callable, other.Restores)
                && Path.SetEquals(other.Path)
                && Fields.SetEquals(other.Fields)
                && Modules.SequenceEqual(other.Modules)
                && Items.SequenceEqual(other.Items));

    public override int GetHashCode() => (Shares, Is, StateShare, Path.Count, Fields.Count, Modules.Length, Items.Length).GetHashCode();
}

/// <summary>Whether gradients are on; otherwise where they were switched off.</summary>
internal sealed record GradientMode(Location? Off);

/// <summary>A set of the block's tensor inputs: the state is the first, contexts follow.</summary>
[Flags]
internal enum Inputs : ulong
{
    None = 0,
    State = 1,
}

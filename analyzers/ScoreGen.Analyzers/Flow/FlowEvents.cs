using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ScoreGen.Analyzers.Flow;

/// <summary>Something that the block does at a place in the source, whatever way it is reached.</summary>
internal abstract record FlowEvent(Location At, IOperation Operation)
{
    /// <summary>What holds of the same place reached twice.</summary>
    public abstract FlowEvent Merge(FlowEvent other);
}

/// <summary>How a tensor is changed in place.</summary>
internal enum InPlaceForm
{
    /// <summary><c>h.add_(x)</c></summary>
    Method,

    /// <summary><c>torch.abs_(h)</c></summary>
    Function,

    /// <summary><c>functional.relu(h, inplace: true)</c></summary>
    Argument,

    /// <summary>A call of a module that was made with <c>inplace: true</c>.</summary>
    Module,

    /// <summary><c>h[…] = x</c></summary>
    Element,
}

/// <summary>A tensor changes in place; <c>Switch</c> is the <c>inplace: true</c> that says so, where there is one.</summary>
internal sealed record InPlaceChange(Location At, IOperation Operation, InPlaceForm Form, Value Target, SyntaxNode? Switch) : FlowEvent(At, Operation)
{
    public override FlowEvent Merge(FlowEvent other) => this with { Target = Value.Join(Target, ((InPlaceChange)other).Target) };
}

/// <summary>A tensor is disposed.</summary>
internal sealed record Disposal(Location At, IOperation Operation, Value Target) : FlowEvent(At, Operation)
{
    public override FlowEvent Merge(FlowEvent other) => this with { Target = Value.Join(Target, ((Disposal)other).Target) };
}

/// <summary>A module is called: with what (all arguments together), and under which conditions.</summary>
internal sealed record ModuleCall(Location At, IOperation Operation, ModuleMember Module, Value Input, ImmutableArray<Choice> Choices) : FlowEvent(At, Operation)
{
    public override FlowEvent Merge(FlowEvent other)
        => this with { Input = Value.Join(Input, ((ModuleCall)other).Input), Choices = Choices.Union(((ModuleCall)other).Choices).ToImmutableArray() };
}

/// <summary>A branch that was taken: what decided, and which way it went.</summary>
internal sealed record Choice(SyntaxNode Branching, int Branch, Value Decider)
{
    public bool IsSameWay(Choice other) => Branching == other.Branching && Branch == other.Branch;
}

/// <summary>A module of a collection is picked by an index or a key.</summary>
internal sealed record Selection(Location At, IOperation Operation, ModuleMember Collection, Value Index) : FlowEvent(At, Operation)
{
    public override FlowEvent Merge(FlowEvent other) => this with { Index = Value.Join(Index, ((Selection)other).Index) };
}

/// <summary>A module or a parameter is created, under the conditions of each of the ways that lead there.</summary>
internal sealed record Construction(Location At, IOperation Operation, ITypeSymbol Type, ImmutableArray<IReadOnlyList<Choice>> Ways) : FlowEvent(At, Operation)
{
    public override FlowEvent Merge(FlowEvent other) => this with { Ways = Ways.AddRange(((Construction)other).Ways) };
}

/// <summary>
/// Something is put where it outlives the evaluation: into a field, a property or a captured constructor parameter, or into the
/// collection that one of these holds; registered means that RegisterComponents has run by then.
/// </summary>
internal sealed record Store(Location At, IOperation Operation, ISymbol Holder, Value Stored, IOperation Source, ImmutableArray<Choice> Choices, bool IsElement, bool IsRegistered) : FlowEvent(At, Operation)
{
    /// <summary>Whether some evaluations do not come here.</summary>
    public bool IsConditional => !Choices.IsEmpty;

    public override FlowEvent Merge(FlowEvent other)
        => this with { Stored = Value.Join(Stored, ((Store)other).Stored), Choices = Choices.Union(((Store)other).Choices).ToImmutableArray(), IsRegistered = IsRegistered || ((Store)other).IsRegistered };
}

/// <summary>The host waits for the device.</summary>
internal sealed record HostSync(Location At, IOperation Operation, string What) : FlowEvent(At, Operation)
{
    public override FlowEvent Merge(FlowEvent other) => this;
}

/// <summary>A dropout draws a mask.</summary>
internal sealed record MaskDraw(Location At, IOperation Operation, string What) : FlowEvent(At, Operation)
{
    public override FlowEvent Merge(FlowEvent other) => this;
}

/// <summary>Random numbers are drawn, not as a dropout does it, nor by a generator that the block gives.</summary>
internal sealed record RandomDraw(Location At, IOperation Operation, string What) : FlowEvent(At, Operation)
{
    public override FlowEvent Merge(FlowEvent other) => this;
}

/// <summary>The block's result on one of its ways out.</summary>
internal sealed record Outcome(Location At, IOperation Operation, Value Result) : FlowEvent(At, Operation)
{
    public override FlowEvent Merge(FlowEvent other) => this with { Result = Value.Join(Result, ((Outcome)other).Result) };
}

/// <summary>What a field holds is taken out of the dispose scope.</summary>
internal sealed record Release(Location At, IOperation Operation, ISymbol Holder) : FlowEvent(At, Operation)
{
    public override FlowEvent Merge(FlowEvent other) => this;
}

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Model;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Analyzers.Flow;

/// <summary>What the walk starts from: the block, what its parameters stand for, and the source around it.</summary>
internal sealed class BlockContext
{
    private readonly Phase phase;

    public BlockContext(DepthParse parse, ISymbol member, Phase phase, SourceCode code)
    {
        Parse = parse;
        Member = member;
        this.phase = phase;
        Code = code;
        Callables = new Callables(Code);
        Creations = new Creations(Code);
        Groups = new ModuleGroups(Code, Creations);
        Weights = new Weights(Creations, Groups);
    }

    public DepthParse Parse { get; }

    public INamedTypeSymbol Type => Parse.Type;

    /// <summary>The method, field or property that computes F.</summary>
    public ISymbol Member { get; }

    /// <summary>The one part of the state that the block moves; null where it moves all.</summary>
    public int? Updates => phase.Block.Updates;

    /// <summary>Whether it is a list that holds a module for each step.</summary>
    public bool IsOnePerStep => Registration.TypeOf(Member) is { } type && TorchTypes.ModuleListElement(type) is not null;

    public bool StripsSkip => phase.Block.StripSkip;

    /// <summary>The settings of the steps. An equilibrium has none, and no rule about steps judges it.</summary>
    public Settings Settings => Parse.Settings!;

    /// <summary>For how many steps in a row the block is applied; 0 for an equilibrium.</summary>
    public int Steps => Parse.IsEquilibrium ? 0 : phase.Steps;

    /// <summary>How often a forward pass evaluates the block; for an equilibrium, at most.</summary>
    public int Evaluations => Parse.EquilibriumSettings?.MaxSteps ?? Steps * Settings.Cycles * (JudgedDepth.Of(Parse, Code.Cancellation)?.Evaluations ?? 1);

    /// <summary>What holds weights of each step's own, by the parameter that is filled from it.</summary>
    public IReadOnlyList<(IParameterSymbol Parameter, StepSource Source)> Sources => Member is IMethodSymbol method
        ? [.. method.Parameters.Zip(phase.Block.Arguments, (parameter, argument) => (parameter, argument))
            .Where(given => given.argument.Kind == ArgumentKind.PerStep)
            .Select(given => (given.parameter, phase.Block.Sources[given.argument.Index]))]
        : [];

    /// <summary>That number in words.</summary>
    public string Count => Parse.IsEquilibrium ? $"up to {Evaluations}" : $"{Evaluations}";

    /// <summary>How often in words.</summary>
    public string Times => Evaluations == 1 ? "once" : $"{Count} times";

    public SourceCode Code { get; }

    public Callables Callables { get; }

    public Creations Creations { get; }

    public ModuleGroups Groups { get; }

    public Weights Weights { get; }

    /// <summary>The state and the contexts as a block that is a module takes them.</summary>
    public ImmutableArray<Value> Inputs() => Parse.Module!.TypeArguments
        .RemoveAt(Parse.Module.Arity - 1)
        .Select((type, i) => i == (phase.Block.Updates ?? 0) ? State : Context(i, type))
        .ToImmutableArray();

    /// <summary>What each parameter of the block's method stands for.</summary>
    public ImmutableArray<Value> Inputs(IMethodSymbol method)
        => method.Parameters.Zip(phase.Block.Arguments, (parameter, argument) => argument.Kind switch
        {
            ArgumentKind.State when phase.Block.Updates is { } one && one != argument.Index => Context(argument.Index, parameter.Type),
            ArgumentKind.State => State,
            ArgumentKind.Context => Context(argument.Index, parameter.Type),
            ArgumentKind.Carry => new Value { HasMore = true, Varies = true },
            ArgumentKind.PerStep => new Value { HasMore = true },
            ArgumentKind.Step => Value.Constant with { Varies = true, CountsSteps = true },
            _ => Value.Constant with { Varies = true },
        }).ToImmutableArray();

    /// <summary>The inputs of a set, as the user calls them.</summary>
    public string Name(Inputs inputs)
    {
        var names = Parse.Signature.Parameters.Select(parameter => parameter.Name).ToList();
        var index = Enumerable.Range(0, names.Count).FirstOrDefault(i => (inputs & Input(i)) != 0);
        return index == 0 ? $"the state '{names[0]}'" : $"the context tensor '{names[index]}'";
    }

    private static Value State { get; } = new()
    {
        Shares = Flow.Inputs.State,
        Is = Flow.Inputs.State,
        FromState = true,
        Varies = true,
        CarriesGradient = true,
        Shape = Shape.OfState,
        StateShare = 1,
        MayHaveSkip = true,
    };

    private static Value Context(int index, ITypeSymbol type)
        => TorchNames.IsTensor(type)
            ? new Value { Shares = Input(index), Is = Input(index), HasMore = true }
            : new Value { HasMore = true };

    private static Inputs Input(int index) => (Inputs)(1ul << System.Math.Min(index, 63));
}

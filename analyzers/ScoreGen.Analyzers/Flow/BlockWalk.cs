using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Analyzers.Flow;

/// <summary>
/// Runs the block on facts instead of tensors, through its flow graph and into helpers, lambdas and modules whose source is at hand.
/// Where paths meet, what holds on both remains (<see cref="Value.Join"/>); all is repeated until nothing new is found.
/// </summary>
internal sealed partial class BlockWalk
{
    private const int DeepestCall = 8;
    private const int DeepestExpression = 150;
    private const int MostVisits = 40_000;

    private readonly BlockContext block;
    private readonly Dictionary<(SyntaxNode Place, System.Type Kind, ModuleMember? Module), FlowEvent> events = [];
    private readonly List<FlowEvent> order = [];
    private readonly Dictionary<ISymbol, Value> stored = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ILocalSymbol, bool> stepLoops = new(SymbolEqualityComparer.Default);
    private readonly HashSet<SyntaxNode> bodies = [];
    private readonly Stack<Frame> frames = new();

    private FlowState state = new();
    private bool isReachable = true;
    private IReadOnlyList<Choice> choices = [];
    private int position;
    private int visits;
    private int depth;

    private BlockWalk(BlockContext block) => this.block = block;

    public static BlockFlow Run(BlockContext block)
    {
        var walk = new BlockWalk(block);

        // A field that this evaluation writes is read by the next.
        Dictionary<ISymbol, Value> before;
        do
        {
            before = new Dictionary<ISymbol, Value>(walk.stored, SymbolEqualityComparer.Default);
            walk.Forget();
            walk.Evaluate();
        }
        while (!walk.IsExhausted && walk.stored.Any(kept => !before.TryGetValue(kept.Key, out var value) || !value.Equals(kept.Value)));

        return walk.Found();
    }

    /// <summary>Runs the constructors of the annotated class on facts, each on its own and after those of its bases.</summary>
    public static BlockFlow Construct(BlockContext block)
    {
        var walk = new BlockWalk(block);
        foreach (var constructor in block.Type.InstanceConstructors)
        {
            walk.state = new FlowState();
            walk.CallConstructor(constructor, ImmutableArray<Value>.Empty);
        }

        return walk.Found();
    }

    private BlockFlow Found() => new(block, order.Select(found => events[Key(found)]).ToList(), bodies, IsComplete && !IsExhausted, StateWidth, StateChannels);

    /// <summary>False where something could not be followed to its end.</summary>
    private bool IsComplete { get; set; } = true;

    private bool IsExhausted => visits > MostVisits;

    /// <summary>The state's last dimension, where a layer of constant size says what it must be.</summary>
    private long? StateWidth { get; set; }

    private long? StateChannels { get; set; }

    private void Evaluate()
    {
        if (block.Member is IMethodSymbol method)
        {
            if (block.Callables.Of(method) is { } callable)
            {
                Call(callable, block.Inputs(method), reportsOutcome: true);
            }

            return;
        }

        var getter = (block.Member as IPropertySymbol)?.GetMethod is { } accessor ? block.Callables.Of(accessor) : null;
        var held = getter is null ? Read(block.Member, Registration.TypeOf(block.Member)) : Call(getter, ImmutableArray<Value>.Empty);
        var place = BlockParser.Location(block.Member);
        foreach (var module in block.IsOnePerStep ? held.Modules.SelectMany(OnePerStep) : held.Modules)
        {
            var made = module.Creation ?? getter?.Graph.OriginalOperation;
            if (made is null)
            {
                IsComplete = false;
                continue;
            }

            Report(new Outcome(place, made, CallModule(module, block.Inputs(), made, place, held)));
        }
    }

    /// <summary>The modules of the steps, of those that are made alike only the first; the list itself where they are not known.</summary>
    private IEnumerable<ModuleMember> OnePerStep(ModuleMember list)
    {
        if (block.Groups.Of(list) is not { IsEmpty: false } elements)
        {
            return [list];
        }

        return elements
            .Select((element, i) => new ModuleMember(list.Holder, i, element, element.Type ?? list.Type))
            .Where((module, i) => !elements.Take(i).Any(earlier => ModuleGroups.AreAlike(earlier, module.Creation!)));
    }

    private void Forget()
    {
        events.Clear();
        order.Clear();
        state = new FlowState();
    }

    private void Report(FlowEvent found)
    {
        var key = Key(found);
        if (events.TryGetValue(key, out var before))
        {
            events[key] = before.Merge(found);
        }
        else
        {
            events[key] = found;
            order.Add(found);
        }
    }

    private static (SyntaxNode Place, System.Type Kind, ModuleMember? Module) Key(FlowEvent found)
        => (found.Operation.Syntax, found.GetType(), (found as ModuleCall)?.Module ?? (found as Selection)?.Collection);
}

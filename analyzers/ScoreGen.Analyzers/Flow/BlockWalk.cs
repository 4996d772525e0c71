using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Analyzers.Flow;

/// <summary>
/// Runs the block on facts instead of tensors: statement by statement, into helpers, lambdas and modules whose source is at hand. Paths
/// that part are followed both and meet again (<see cref="Value.Join"/>); loops run twice, so that what one round leaves reaches the next.
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
    private readonly HashSet<SyntaxNode> bodies = [];
    private readonly Stack<Choice> choices = new();
    private readonly Stack<Frame> frames = new();

    private Dictionary<ISymbol, Value> variables = new(SymbolEqualityComparer.Default);
    private bool isReachable = true;
    private Location? gradientOff;
    private Value conditionalReceiver = Value.Unknown;
    private int visits;
    private int depth;

    private BlockWalk(BlockContext block) => this.block = block;

    public static BlockFlow Run(BlockContext block)
    {
        var walk = new BlockWalk(block);

        // Twice, because a field that this evaluation writes is read by the next.
        walk.Evaluate();
        walk.Forget();
        walk.Evaluate();
        return new BlockFlow(block, walk.order.Select(found => walk.events[Key(found)]).ToList(), walk.bodies, walk.IsComplete, walk.StateWidth, walk.StateChannels);
    }

    /// <summary>False where the block was too large, or jumped about too much, to be followed to its end.</summary>
    private bool IsComplete { get; set; } = true;

    /// <summary>The state's last dimension, where a layer of constant size says what it must be.</summary>
    private long? StateWidth { get; set; }

    private long? StateChannels { get; set; }

    private void Evaluate()
    {
        if (block.Member is IMethodSymbol method)
        {
            if (Callable(method) is { } callable)
            {
                Call(callable, block.Inputs(method), reportsOutcome: true);
            }

            return;
        }

        if (block.Creations.Of(block.Member) is { } creation)
        {
            var place = BlockParser.Location(block.Member);
            var module = new ModuleMember(block.Member, null, creation, creation.Unwrap().Type ?? block.Type);
            Report(new Outcome(place, creation, CallModule(module, block.Inputs(), creation, place)));
        }
        else
        {
            IsComplete = false;
        }
    }

    private void Forget()
    {
        events.Clear();
        order.Clear();
        variables.Clear();
        isReachable = true;
        gradientOff = null;
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

    /// <summary>Runs two ways on from here and lets them meet.</summary>
    private Value Fork(System.Func<Value> one, System.Func<Value> other)
    {
        var (before, reachable) = (variables, isReachable);
        variables = Copy(before);
        var first = one();
        var (afterFirst, firstReachable) = (variables, isReachable);
        (variables, isReachable) = (before, reachable);
        var second = other();
        Meet(afterFirst, firstReachable);
        return !firstReachable ? second : !isReachable ? first : Value.Join(first, second);
    }

    /// <summary>Joins another way's end with where this one is.</summary>
    private void Meet(Dictionary<ISymbol, Value> other, bool otherReachable)
    {
        if (!otherReachable)
        {
            return;
        }

        if (!isReachable)
        {
            (variables, isReachable) = (other, true);
            return;
        }

        foreach (var pair in other)
        {
            variables[pair.Key] = variables.TryGetValue(pair.Key, out var value) ? Value.Join(value, pair.Value) : pair.Value;
        }
    }

    private static Dictionary<ISymbol, Value> Copy(Dictionary<ISymbol, Value> values) => new(values, SymbolEqualityComparer.Default);

    /// <summary>A method, lambda or loop that is being run.</summary>
    private sealed class Frame(ISymbol? method)
    {
        public ISymbol? Method { get; } = method;

        public bool ReportsOutcome { get; init; }

        public List<Value> Results { get; } = [];

        /// <summary>The states at the breaks and continues of the loops inside.</summary>
        public Stack<List<Dictionary<ISymbol, Value>>> Loops { get; } = new();
    }
}

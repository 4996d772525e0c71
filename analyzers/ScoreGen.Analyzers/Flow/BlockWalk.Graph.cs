using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScoreGen.Analyzers.Flow;

internal sealed partial class BlockWalk
{
    /// <summary>A method or lambda that is being run.</summary>
    private sealed class Frame(Callable callable, IReadOnlyList<Choice> outside)
    {
        private readonly Dictionary<int, Value> deciders = [];

        public Callable Callable { get; } = callable;

        public bool ReportsOutcome { get; init; }

        public Value? Result { get; set; }

        /// <summary>What was captured for the graph's own use; null where it is not one thing.</summary>
        public Dictionary<CaptureId, IOperation?> Captured { get; } = [];

        /// <summary>The choices that led to a block.</summary>
        public IReadOnlyList<Choice> Choices(int block) => [.. outside, .. Own(block)];

        /// <summary>Those that were made in this method.</summary>
        public IEnumerable<Choice> Own(int block)
            => Callable.Dependence.Of(block).Select(decision => new Choice(
                decision.Branching,
                decision.Way,
                deciders.TryGetValue(decision.At, out var decider) ? decider : Value.Constant));

        /// <summary>Notes what a block decides by; true where that is new.</summary>
        public bool Decide(int block, Value by)
        {
            var joined = deciders.TryGetValue(block, out var before) ? Value.Join(before, by) : by;
            deciders[block] = joined;
            return !ReferenceEquals(joined, before);
        }
    }

    /// <summary>Keeps a part of an expression for the rest of it. What a condition picked is computed from what the condition read.</summary>
    private Value Capture(IFlowCaptureOperation capture)
    {
        var frame = frames.Peek();
        frame.Captured[capture.Id] = frame.Captured.TryGetValue(capture.Id, out var before) && before?.Syntax != capture.Value.Syntax ? null : capture.Value;
        var value = frame.Own(position)
            .Where(choice => Branchings.Picks(choice.Branching) && choice.Branching.Span.Contains(capture.Syntax.Span))
            .Aggregate(Visit(capture.Value), (picked, choice) => Decided(picked, choice.Decider));
        return state.Captures[capture.Id] = value;
    }

    /// <summary>A value that a condition picked is computed from the fields that the condition read.</summary>
    private static Value Decided(Value value, Value decider)
        => ReferenceEquals(value, Value.Null) || (!decider.Varies && decider.Fields.IsEmpty && !decider.CountsSteps)
            ? value
            : value with { Varies = value.Varies || decider.Varies, Fields = value.Fields.Union(decider.Fields), CountsSteps = value.CountsSteps || decider.CountsSteps };

    /// <summary>The operation under conversions and parentheses, and under what the graph captured of it.</summary>
    private IOperation Uncaptured(IOperation operation)
    {
        var bare = operation.Unwrap();
        while (bare is IFlowCaptureReferenceOperation reference && frames.Peek().Captured.TryGetValue(reference.Id, out var captured) && captured is not null)
        {
            bare = captured.Unwrap();
        }

        return bare;
    }

    private Value Yield(IReturnOperation yielded)
    {
        var value = Visit(yielded.ReturnedValue);
        var frame = frames.Peek();
        frame.Result = frame.Result is { } before ? Value.Join(before, value) : value;
        return value;
    }

    private void Return(Frame frame, IOperation result, Value value)
    {
        frame.Result = frame.Result is { } before ? Value.Join(before, value) : value;
        if (frame.ReportsOutcome)
        {
            Report(new Outcome(result.Syntax.GetLocation(), result, value));
        }
    }

    /// <summary>
    /// What a condition tells where it holds, or where it does not; null where it cannot be so. Who asks whether two tensors are one
    /// object knows it afterwards: <c>if (!ReferenceEquals(k, h)) k.Dispose();</c>
    /// </summary>
    private FlowState? Told(IOperation condition, bool holds, FlowState after)
    {
        if (condition.ConstantValue is { HasValue: true, Value: bool known } && known != holds)
        {
            return null;
        }

        var (compared, areSame) = condition.Unwrap() switch
        {
            IInvocationOperation { TargetMethod.Name: "ReferenceEquals" } call => (call.Arguments.Select(argument => argument.Value).ToList(), holds),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, OperatorMethod: null } comparison => ([comparison.LeftOperand, comparison.RightOperand], holds),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals, OperatorMethod: null } comparison => ([comparison.LeftOperand, comparison.RightOperand], !holds),
            _ => ([], true),
        };
        if (areSame || !compared.All(operand => TorchNames.IsTensor(Uncaptured(operand).Type)))
        {
            return after;
        }

        var told = after.Copy();
        foreach (var variable in compared.Select(operand => Uncaptured(operand).Variable()))
        {
            if (variable is not null && told.Variables.TryGetValue(variable, out var value))
            {
                told.Variables[variable] = value with { Is = Inputs.None };
            }
        }

        return told;
    }

    /// <summary>Whether a local is the variable of a loop that runs exactly Steps times.</summary>
    private bool CountsSteps(ILocalSymbol local)
    {
        if (!stepLoops.TryGetValue(local, out var counts))
        {
            var declared = local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(block.Code.Cancellation);
            var loop = declared is ForEachStatementSyntax ? declared : declared?.Parent?.Parent as ForStatementSyntax;
            stepLoops[local] = counts = (loop is null ? null : block.Code.Operation(loop)) switch
            {
                IForLoopOperation counted => Loops.Rounds(counted, Size) == block.Steps,
                IForEachLoopOperation counted => local.Type.SpecialType == SpecialType.System_Int32 && Loops.Rounds(counted) == block.Steps,
                _ => false,
            };
        }

        return counts;
    }

    /// <summary>How many elements a collection of modules has, where that is asked for.</summary>
    private int? Size(IOperation count) => count.Unwrap() switch
    {
        IPropertyReferenceOperation { Property.Name: "Count" or "Length", Instance: { } collection } when collection.Member() is { } member => block.Groups.Of(member)?.Length,
        IInvocationOperation { TargetMethod.Name: "Count", Arguments: { Length: 1 } given } when given[0].Value.Member() is { } member => block.Groups.Of(member)?.Length,
        _ => null,
    };

    /// <summary>One passage through a flow graph, or through a finally region of it, to a fixed point.</summary>
    private sealed class Passage(BlockWalk walk, Frame frame, int first, int last)
    {
        private readonly Dictionary<int, FlowState> entries = [];
        private readonly SortedSet<int> pending = [];
        private FlowState? end;

        /// <summary>What is known at the end; null where no way leads there.</summary>
        public FlowState? From(FlowState start)
        {
            Enter(first, start);
            while (pending.Count > 0 && !walk.IsExhausted)
            {
                var next = pending.Min;
                pending.Remove(next);
                (walk.state, walk.isReachable) = (entries[next].Copy(), true);
                Run(frame.Callable.Graph.Blocks[next]);
            }

            return end;
        }

        private void Run(BasicBlock block)
        {
            walk.choices = frame.Choices(block.Ordinal);
            walk.position = block.Ordinal;
            MayThrow(block);
            foreach (var operation in block.Operations)
            {
                walk.Visit(operation);
                MayThrow(block);
                if (!walk.isReachable)
                {
                    return;
                }
            }

            if (block.Kind == BasicBlockKind.Exit)
            {
                End(walk.state);
                return;
            }

            var value = walk.Visit(block.BranchValue);
            if (walk.isReachable)
            {
                Leave(block, value);
            }
        }

        private void Leave(BasicBlock block, Value value)
        {
            var after = walk.state;
            if (block.ConditionalSuccessor is { } jump)
            {
                Decide(block, value);
                var jumpsWhen = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
                Follow(jump, walk.Told(block.BranchValue!, jumpsWhen, after));
                Follow(block.FallThroughSuccessor!, walk.Told(block.BranchValue!, !jumpsWhen, after));
                return;
            }

            if (block.FallThroughSuccessor!.Semantics == ControlFlowBranchSemantics.Return && block.BranchValue is { } result)
            {
                walk.Return(frame, result, value);
            }

            Follow(block.FallThroughSuccessor, after);
        }

        /// <summary>What depends on the decision runs again where it is decided by something new.</summary>
        private void Decide(BasicBlock block, Value by)
        {
            if (frame.Decide(block.Ordinal, by))
            {
                pending.UnionWith(entries.Keys.Where(entered => frame.Callable.Dependence.Of(entered).Any(decision => decision.At == block.Ordinal)));
            }
        }

        /// <summary>On the way out of a try its finally runs first.</summary>
        private void Follow(ControlFlowBranch branch, FlowState? after)
        {
            foreach (var region in branch.FinallyRegions)
            {
                after = after is null ? null : new Passage(walk, frame, region.FirstBlockOrdinal, region.LastBlockOrdinal).From(after);
            }

            if (after is null)
            {
                return;
            }

            if (branch.Destination is { } destination)
            {
                Enter(destination.Ordinal, after);
            }
            else if (branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling && Handler(branch.Source)?.FirstBlockOrdinal == first)
            {
                End(after);
            }
        }

        /// <summary>The finally, or the filter of a catch, that a block is part of.</summary>
        private static ControlFlowRegion? Handler(BasicBlock block)
        {
            var region = block.EnclosingRegion;
            while (region is { Kind: not (ControlFlowRegionKind.Finally or ControlFlowRegionKind.Filter) })
            {
                region = region.EnclosingRegion;
            }

            return region;
        }

        private void End(FlowState state)
        {
            if (end is null)
            {
                end = state.Copy();
            }
            else
            {
                end.Join(state);
            }
        }

        private void Enter(int block, FlowState state)
        {
            if (!entries.TryGetValue(block, out var entry))
            {
                entries[block] = state.Copy();
                pending.Add(block);
            }
            else if (entry.Join(state))
            {
                pending.Add(block);
            }
        }

        /// <summary>Whatever runs inside a try may end up in its handlers.</summary>
        private void MayThrow(BasicBlock block)
        {
            for (var region = block.EnclosingRegion; region is not null; region = region.EnclosingRegion)
            {
                if (region is { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { Kind: ControlFlowRegionKind.TryAndCatch } guarded })
                {
                    foreach (var handler in guarded.NestedRegions.Where(nested => nested != region && nested.FirstBlockOrdinal >= first && nested.LastBlockOrdinal <= last))
                    {
                        Enter(handler.FirstBlockOrdinal, walk.state);
                    }
                }
            }
        }
    }
}

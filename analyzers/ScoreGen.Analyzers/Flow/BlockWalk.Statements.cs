using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScoreGen.Analyzers.Flow;

internal sealed partial class BlockWalk
{
    private Value Visit(IOperation? operation)
    {
        if (operation is null)
        {
            return Value.Constant;
        }

        block.Code.Cancellation.ThrowIfCancellationRequested();
        if (++visits > MostVisits || depth >= DeepestExpression)
        {
            IsComplete = false;
            return Value.Unknown;
        }

        depth++;
        var value = operation.ConstantValue is { HasValue: true, Value: not null } ? Value.Constant : Statement(operation) ?? Expression(operation);
        depth--;
        return value;
    }

    /// <summary>Runs a statement; null where the operation is none.</summary>
    private Value? Statement(IOperation operation)
    {
        switch (operation)
        {
            case IBlockOperation statements:
                VisitBlock(statements.Operations);
                break;
            case IMethodBodyOperation body:
                Visit(body.BlockBody ?? body.ExpressionBody);
                break;
            case IExpressionStatementOperation statement:
                return Visit(statement.Operation);
            case IVariableDeclarationGroupOperation group:
                group.Declarations.SelectMany(declaration => declaration.Declarators).ToList().ForEach(Declare);
                break;
            case ILocalFunctionOperation:
            case IEmptyOperation:
                break;
            case IReturnOperation returned:
                Return(returned);
                break;
            case IThrowOperation thrown:
                Visit(thrown.Exception);
                isReachable = false;
                return Value.Null;
            case IConditionalOperation conditional:
                return Choose(conditional);
            case ILoopOperation loop:
                VisitLoop(loop);
                break;
            case ISwitchOperation cases:
                VisitSwitch(cases);
                break;
            case IUsingOperation scope:
                VisitUsing(scope.Resources, scope.Body);
                break;
            case IUsingDeclarationOperation scope:
                VisitUsing(scope.DeclarationGroup, null);
                break;
            case ITryOperation guarded:
                VisitTry(guarded);
                break;
            case ILockOperation locked:
                Visit(locked.LockedValue);
                Visit(locked.Body);
                break;
            case ILabeledOperation labeled:
                // Someone may jump here from a place that was not followed.
                IsComplete = false;
                Visit(labeled.Operation);
                break;
            case IBranchOperation branch:
                Leave(branch);
                break;
            default:
                return null;
        }

        return Value.Constant;
    }

    private void VisitBlock(IEnumerable<IOperation> statements)
    {
        var outside = gradientOff;
        foreach (var statement in statements)
        {
            if (!isReachable)
            {
                break;
            }

            Visit(statement);
        }

        gradientOff = outside;
    }

    private void Declare(IVariableDeclaratorOperation declarator)
        => variables[declarator.Symbol] = declarator.GetVariableInitializer() is { } initializer ? Visit(initializer.Value) : Value.Null;

    private void Return(IReturnOperation returned)
    {
        var value = Visit(returned.ReturnedValue);
        if (frames.Count > 0 && returned.ReturnedValue is { } result)
        {
            frames.Peek().Results.Add(value);
            if (frames.Peek().ReportsOutcome && isReachable)
            {
                var shown = result.Syntax.Span.IsEmpty ? returned.Syntax : result.Syntax;
                Report(new Outcome(shown.GetLocation(), result, value));
            }
        }

        isReachable = isReachable && returned.Kind == OperationKind.YieldReturn;
    }

    private Value Choose(IConditionalOperation conditional)
    {
        var decider = Visit(conditional.Condition);
        if (conditional.Condition.ConstantValue is { HasValue: true, Value: bool known })
        {
            return Visit(known ? conditional.WhenTrue : conditional.WhenFalse);
        }

        ForgetIdentity(conditional.Condition);
        var merged = Fork(
            () => Under(new Choice(conditional.Syntax, 0, decider), conditional.WhenTrue),
            () => Under(new Choice(conditional.Syntax, 1, decider), conditional.WhenFalse));
        return Decided(merged, decider);
    }

    /// <summary>A value that a condition picked is computed from the fields that the condition read.</summary>
    private static Value Decided(Value value, Value decider)
        => ReferenceEquals(value, Value.Null) || (!decider.Varies && decider.Fields.IsEmpty && !decider.CountsSteps)
            ? value
            : value with { Varies = value.Varies || decider.Varies, Fields = value.Fields.Union(decider.Fields), CountsSteps = value.CountsSteps || decider.CountsSteps };

    private Value Under(Choice choice, IOperation? operation)
    {
        choices.Push(choice);
        var value = Visit(operation);
        choices.Pop();
        return value;
    }

    /// <summary>Who asks whether two tensors are one object knows it afterwards: <c>if (!ReferenceEquals(k, h)) k.Dispose();</c></summary>
    private void ForgetIdentity(IOperation condition)
    {
        foreach (var test in condition.DescendantsAndSelf())
        {
            var compared = test switch
            {
                IInvocationOperation { TargetMethod.Name: "ReferenceEquals" } call => call.Arguments.Select(argument => argument.Value),
                IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison => [comparison.LeftOperand, comparison.RightOperand],
                _ => [],
            };
            foreach (var variable in compared.Select(operand => operand.Variable()))
            {
                if (variable is not null && variables.TryGetValue(variable, out var value) && test.Descendants().Count(child => TorchNames.IsTensor(child.Type)) > 1)
                {
                    variables[variable] = value with { Is = Inputs.None };
                }
            }
        }
    }

    private void VisitLoop(ILoopOperation loop)
    {
        var head = Enter(loop);
        var exits = new List<Dictionary<ISymbol, Value>>();
        Loops().Push(exits);
        for (var round = 0; round < 2 && isReachable; round++)
        {
            var before = Copy(variables);
            Bind(loop, head);
            choices.Push(new Choice(loop.Syntax, 0, head));
            Visit(loop.Body);
            foreach (var exit in exits)
            {
                Meet(exit, true);
            }

            exits.Clear();
            if (loop is IForLoopOperation { AtLoopBottom: { } bottom } && isReachable)
            {
                bottom.ToList().ForEach(step => Visit(step));
            }

            choices.Pop();
            Meet(before, true);
        }

        Loops().Pop();
    }

    /// <summary>What is done before the first round; the value of what is looped over.</summary>
    private Value Enter(ILoopOperation loop)
    {
        switch (loop)
        {
            case IForEachLoopOperation each:
                return Visit(each.Collection);
            case IForLoopOperation counted:
                counted.Before.ToList().ForEach(statement => Visit(statement));
                return Visit(counted.Condition);
            case IWhileLoopOperation repeated:
                return repeated.ConditionIsTop ? Visit(repeated.Condition) : Value.Constant;
            default:
                return Value.Unknown;
        }
    }

    private void Bind(ILoopOperation loop, Value head)
    {
        if (loop is IForLoopOperation counted && Flow.Loops.Counter(counted) is { } counter)
        {
            var rounds = Flow.Loops.Rounds(counted);
            variables[counter.Symbol] = Value.Constant with { Varies = true, LoopsOverSteps = rounds is not null && rounds == block.Steps };
        }
        else if (loop is IForEachLoopOperation each)
        {
            Assign(each.LoopControlVariable, Element(head, ModuleMember.Any), each.Collection);
        }
    }

    private Stack<List<Dictionary<ISymbol, Value>>> Loops() => frames.Count > 0 ? frames.Peek().Loops : new Stack<List<Dictionary<ISymbol, Value>>>();

    private void Leave(IBranchOperation branch)
    {
        if (branch.BranchKind == BranchKind.GoTo)
        {
            IsComplete = false;
        }
        else if (isReachable && Loops() is { Count: > 0 } loops)
        {
            loops.Peek().Add(Copy(variables));
        }

        isReachable = false;
    }

    private void VisitSwitch(ISwitchOperation cases)
    {
        var decider = Visit(cases.Value);
        var before = variables;
        var exits = new List<Dictionary<ISymbol, Value>>();
        Loops().Push(exits);
        for (var i = 0; i < cases.Cases.Length; i++)
        {
            (variables, isReachable) = (Copy(before), true);
            choices.Push(new Choice(cases.Syntax, i, decider));
            VisitBlock(cases.Cases[i].Body);
            choices.Pop();
            if (isReachable)
            {
                exits.Add(variables);
            }
        }

        Loops().Pop();
        (variables, isReachable) = (Copy(before), !cases.Cases.SelectMany(section => section.Clauses).Any(clause => clause.CaseKind == CaseKind.Default));
        foreach (var exit in exits)
        {
            Meet(exit, true);
        }
    }

    private void VisitUsing(IOperation resources, IOperation? body)
    {
        var outside = gradientOff;
        if (resources is IVariableDeclarationGroupOperation group)
        {
            foreach (var declarator in group.Declarations.SelectMany(declaration => declaration.Declarators))
            {
                Declare(declarator);
                NoteUsing(declarator.GetVariableInitializer()?.Value, variables[declarator.Symbol]);
            }
        }
        else
        {
            NoteUsing(resources, Visit(resources));
        }

        if (body is not null)
        {
            Visit(body);
            gradientOff = outside;
        }
    }

    private void NoteUsing(IOperation? resource, Value value)
    {
        if (resource is null)
        {
            return;
        }

        if (value.Is != Inputs.None)
        {
            Report(new Disposal(resource.Syntax.GetLocation(), resource, value));
        }

        if (resource.Unwrap() is IInvocationOperation { TargetMethod: { } method } guard && TorchNames.IsTorch(method))
        {
            var first = guard.Arguments.FirstOrDefault()?.Value;
            gradientOff = method.Name switch
            {
                "no_grad" => guard.Syntax.GetLocation(),
                "inference_mode" or "enable_grad" or "set_grad_enabled" when first?.Unwrap().ConstantValue is { HasValue: true, Value: bool on } =>
                    on == (method.Name == "inference_mode") ? guard.Syntax.GetLocation() : null,
                _ => gradientOff,
            };
        }
    }

    private void VisitTry(ITryOperation guarded)
    {
        var before = Copy(variables);
        Visit(guarded.Body);
        var (after, reachable) = (variables, isReachable);
        foreach (var handler in guarded.Catches)
        {
            (variables, isReachable) = (Copy(before), true);
            Meet(Copy(after), true);
            choices.Push(new Choice(handler.Syntax, 0, Value.Constant));
            Visit(handler.Handler);
            choices.Pop();
            Meet(after, reachable);
            (after, reachable) = (variables, isReachable);
        }

        if (guarded.Finally is { } last)
        {
            isReachable = true;
            Visit(last);
            isReachable = reachable;
        }
    }
}

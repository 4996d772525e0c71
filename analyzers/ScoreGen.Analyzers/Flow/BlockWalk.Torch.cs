using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScoreGen.Analyzers.Flow;

internal sealed partial class BlockWalk
{
    private Value CallTorch(IInvocationOperation invocation, Value receiver, ImmutableArray<Value> arguments)
    {
        var name = invocation.TargetMethod.Name;
        if (name == Registration.Automatic && invocation.Instance is IInstanceReferenceOperation)
        {
            state.IsRegistered = true;
            return Value.Constant;
        }

        if (TorchNames.IsModule(invocation.Type) && invocation.TargetMethod.IsStatic || TorchNames.IsParameter(invocation.Type) && name == "Parameter")
        {
            return Construct(invocation);
        }

        if (Switched(invocation) is { } off)
        {
            var guard = Value.Constant with { Restores = new GradientMode(state.GradientOff) };
            state.GradientOff = off.Off;
            return guard;
        }

        if (RunLambdas(name, receiver, arguments) is { } ran)
        {
            return name == "WrappedTensorDisposeScope" ? ran : Opaque([receiver, .. arguments, ran]);
        }

        // A method of a tensor acts on the receiver, a function of torch on its first argument; the rest is what it is given.
        var isMethod = TorchNames.IsTensor(invocation.Instance?.Type);
        var subject = invocation.Instance is not null ? receiver : arguments.FirstOrDefault() ?? Value.Constant;
        var given = invocation.Instance is not null ? arguments : arguments.Skip(1).ToImmutableArray();
        if (TorchNames.IsModule(invocation.Instance?.Type))
        {
            return Opaque([receiver, .. arguments]);
        }

        DisposeAfter(invocation, subject);
        if (TorchNames.ReturnsSameObject(name))
        {
            if (TorchNames.TakesOutOfScope(name) && (isMethod ? invocation.Instance : invocation.Arguments.FirstOrDefault()?.Value) is { } taken && Uncaptured(taken).Member() is { } holder)
            {
                Report(new Release(invocation.Place(), invocation, holder));
            }

            return PassOn(name, isMethod ? subject : arguments.FirstOrDefault() ?? subject);
        }

        if (IsInPlace(invocation, isMethod) is { } change)
        {
            Report(change with { Target = subject });
            var result = Compute(name.TrimEnd('_'), invocation, isMethod, subject, given);
            Change(subject, result);
            return result with { Shares = subject.Shares, Is = subject.Is, IsMade = subject.IsMade, MayOutliveScope = subject.MayOutliveScope };
        }

        return Compute(name, invocation, isMethod, subject, given);
    }

    /// <summary>Where gradients go off, or that they go on, by a guard like <c>no_grad()</c>; null for any other call.</summary>
    private GradientMode? Switched(IInvocationOperation invocation)
    {
        var place = invocation.Syntax.GetLocation();
        return invocation.TargetMethod.Name switch
        {
            "no_grad" => new GradientMode(place),
            "inference_mode" or "enable_grad" or "set_grad_enabled" => invocation.Arguments.FirstOrDefault()?.Value.Unwrap().ConstantValue is { HasValue: true, Value: bool on }
                ? new GradientMode(on == (invocation.TargetMethod.Name == "inference_mode") ? place : null)
                : new GradientMode(state.GradientOff),
            _ => null,
        };
    }

    private void DisposeAfter(IInvocationOperation invocation, Value subject)
    {
        if (subject.Is != Inputs.None && invocation.Arguments.Argument("disposeAfter") is { } argument && argument.Value.IsConstant(true))
        {
            Report(new Disposal(argument.Syntax.GetLocation(), invocation, subject));
        }
    }

    private Value PassOn(string name, Value subject)
    {
        if (!TorchNames.TakesOutOfScope(name) || subject.MayOutliveScope)
        {
            return subject;
        }

        var kept = subject with { MayOutliveScope = true };
        Change(subject, kept);
        return kept;
    }

    /// <summary>The in-place change that a call makes; null where it makes none.</summary>
    private static InPlaceChange? IsInPlace(IInvocationOperation invocation, bool isMethod)
    {
        if (invocation.Arguments.Argument("inplace") is { } inplace && inplace.Value.IsConstant(true))
        {
            return new InPlaceChange(invocation.Place(), invocation, InPlaceForm.Argument, Value.Constant, inplace.Value.Syntax);
        }

        return TorchNames.IsInPlace(invocation.TargetMethod.Name) && (isMethod || TorchNames.IsTensor(invocation.Arguments.FirstOrDefault()?.Value.Type))
            ? new InPlaceChange(invocation.Place(), invocation, isMethod ? InPlaceForm.Method : InPlaceForm.Function, Value.Constant, null)
            : null;
    }

    private Value Compute(string name, IInvocationOperation invocation, bool isMethod, Value subject, ImmutableArray<Value> given)
    {
        if (!ReturnsTensors(invocation.Type))
        {
            return TorchNames.IsHostSync(name) && TakesTensor(invocation) ? Synchronize(subject, invocation, $"{name}()")
                : isMethod || TakesTensor(invocation) ? Value.Constant
                : Derived([subject, .. given]);
        }

        if (name is "cpu" || (name == "to" && invocation.Arguments.Any(argument => IsCpu(argument.Value))))
        {
            Report(new HostSync(invocation.Place(), invocation, name == "cpu" ? "cpu()" : "to(CPU)"));
        }

        if (name == "dropout" || (TorchNames.IsDropout(name) && invocation.TargetMethod.ContainingType.Name != "Tensor"))
        {
            return Drop(invocation, subject);
        }

        if (name == "scaled_dot_product_attention" && invocation.Arguments.Argument("p")?.Value.ConstantNumber() is > 0)
        {
            Report(new MaskDraw(invocation.Place(), invocation, "the dropout of scaled_dot_product_attention"));
        }

        if (TorchNames.IsRandom(name) && invocation.Arguments.Argument("generator") is null or { ArgumentKind: ArgumentKind.DefaultValue })
        {
            Report(new RandomDraw(invocation.Place(), invocation, invocation.TargetMethod.Name));
        }

        if (TorchNames.IsView(name))
        {
            return View(subject, name, invocation);
        }

        return Combine(name, invocation, isMethod, subject, given);
    }

    private Value Combine(string name, IInvocationOperation invocation, bool isMethod, Value subject, ImmutableArray<Value> given)
    {
        var operands = isMethod ? [invocation.Instance!, .. invocation.Arguments.Select(argument => argument.Value)] : invocation.Arguments.Select(argument => argument.Value).ToList();
        var kind = name switch
        {
            "add" => BinaryOperatorKind.Add,
            "sub" or "subtract" => BinaryOperatorKind.Subtract,
            "mul" or "multiply" => BinaryOperatorKind.Multiply,
            "div" or "divide" or "true_divide" => BinaryOperatorKind.Divide,
            _ => BinaryOperatorKind.None,
        };
        if (kind != BinaryOperatorKind.None && operands.Count >= 2)
        {
            var alpha = invocation.Arguments.Argument("alpha")?.Value;
            var sum = Arithmetic(kind, invocation, (subject, operands[0]), (given[0], operands[1]), alpha is null ? 1 : alpha.ConstantNumber());
            return given.Length > 1 ? sum with { Varies = sum.Varies || given.Any(value => value.Varies) } : sum;
        }

        var result = Tensor(name, [subject, .. given]);
        return name switch
        {
            "interpolate" or "pad" => Resize(name, invocation.Arguments, [subject]),
            _ when TorchNames.IsSlidingPool(name) => Resize(name, invocation.Arguments, [subject]),
            _ when TorchNames.Broadcasts(name) => result with { Shape = operands.Zip(new[] { subject }.Concat(given), (operand, value) => (operand, value)).Where(pair => IsTensor(pair.operand)).Select(pair => pair.value.Shape).Aggregate(Shape.Join) },
            "neg" or "negative" => result with { StateShare = -subject.StateShare, HasMore = subject.HasMore },
            "clone" or "to" or "type_as" or "cuda" or "cpu" => result with { StateShare = subject.StateShare, HasMore = subject.HasMore },
            _ => result,
        };
    }

    /// <summary>A new tensor that an operator of torch computes.</summary>
    private Value Tensor(string name, IReadOnlyCollection<Value> values)
    {
        var all = Derived(values);
        var keepsShape = TorchNames.KeepsShape(name);
        var subject = values.FirstOrDefault() ?? Value.Constant;
        return all with
        {
            Varies = all.Varies || TorchNames.IsRandom(name),
            CarriesGradient = all.CarriesGradient && state.GradientOff is null,
            Cut = state.GradientOff is not null && values.Any(IsCuttable) ? state.GradientOff : all.Cut,
            MayHaveSkip = all.MayHaveSkip && !TorchNames.IsMixing(name),
            Shape = keepsShape ? subject.Shape : default,
            IsMade = true,
        };
    }

    private static bool IsCuttable(Value value) => value is { FromState: true, CarriesGradient: true };

    private Value View(Value whole, string name, IOperation operation)
    {
        var keepsShape = TorchNames.KeepsShape(name);
        var cut = name == "detach" ? operation.Place() : state.GradientOff;
        return whole with
        {
            Is = Inputs.None,
            IsMade = true,
            MayOutliveScope = false,
            Modules = ImmutableArray<ModuleMember>.Empty,
            Shape = keepsShape ? whole.Shape : default,
            StateShare = keepsShape || whole.StateShare == 0 ? whole.StateShare : null,
            CarriesGradient = whole.CarriesGradient && cut is null,
            Cut = cut is not null && IsCuttable(whole) ? cut : whole.Cut,
        };
    }

    /// <summary>In training a dropout makes a new tensor; in evaluation it gives back what it was given.</summary>
    private Value Drop(IInvocationOperation invocation, Value subject)
    {
        var training = invocation.Arguments.Argument("training")?.Value;
        if (invocation.Arguments.Argument("p")?.Value.ConstantNumber() is not 0 && training?.IsConstant(false) != true)
        {
            Report(new MaskDraw(invocation.Place(), invocation, invocation.TargetMethod.Name));
        }

        return Dropped(subject);
    }

    private Value Dropped(Value subject)
        => Tensor("dropout", [subject]) with { Shares = subject.Shares, StateShare = subject.StateShare == 0 ? 0 : null };

    private Value Synchronize(Value value, IOperation operation, string what)
    {
        Report(new HostSync(operation.Place(), operation, what));
        return CutAt(value, operation);
    }

    /// <summary>Plain numbers read out of a tensor: they follow the state, and no gradient follows back.</summary>
    private static Value CutAt(Value value, IOperation operation)
        => Derived([value]) with { CarriesGradient = false, Cut = IsCuttable(value) ? operation.Place() : value.Cut };

    /// <summary>A sum, difference, product or quotient, with the state's share in it.</summary>
    private Value Arithmetic(BinaryOperatorKind kind, IOperation operation, (Value Value, IOperation Operation) left, (Value Value, IOperation Operation) right, double? alpha = 1)
    {
        var (a, b) = (left.Value, right.Value);
        var result = Tensor("add", [a, b]) with
        {
            Shape = !IsTensor(right.Operation) ? a.Shape : !IsTensor(left.Operation) ? b.Shape : Shape.Join(a.Shape, b.Shape),
        };
        switch (kind)
        {
            case BinaryOperatorKind.Add or BinaryOperatorKind.Subtract:
                var sign = kind == BinaryOperatorKind.Add ? alpha : -alpha;
                return result with { StateShare = b.StateShare == 0 ? a.StateShare : a.StateShare + (sign * b.StateShare), HasMore = a.HasMore || b.HasMore };
            case BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide:
                var factor = right.Operation.ConstantNumber() is { } second ? (kind == BinaryOperatorKind.Multiply ? second : 1 / second)
                    : kind == BinaryOperatorKind.Multiply ? left.Operation.ConstantNumber() : null;
                var scaled = right.Operation.ConstantNumber() is null ? b : a;
                return factor is not null ? result with { StateShare = scaled.StateShare * factor, HasMore = scaled.HasMore }
                    : (a.StateShare == 0 || b.FromState) && (b.StateShare == 0 || a.FromState) ? result
                    : result with { StateShare = null };
            default:
                return result;
        }
    }

    private static bool IsTensor(IOperation operation)
        => TorchNames.IsTensor(operation is IConversionOperation { OperatorMethod: not null } conversion ? conversion.Operand.Type : operation.Type);

    private static bool ReturnsTensors(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => ReturnsTensors(array.ElementType),
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Any(element => ReturnsTensors(element.Type)),
        _ => TorchNames.IsTensor(type),
    };

    private static bool TakesTensor(IInvocationOperation invocation)
        => TorchNames.IsTensor(invocation.Instance?.Type) || TorchNames.IsTensor(invocation.Arguments.FirstOrDefault()?.Value.Type);

    private static bool IsCpu(IOperation argument) => argument.Unwrap() switch
    {
        IFieldReferenceOperation { Field.Name: "CPU" } field => TorchNames.IsTorch(field.Field),
        ILiteralOperation { ConstantValue.Value: "cpu" } => true,
        _ => false,
    };
}

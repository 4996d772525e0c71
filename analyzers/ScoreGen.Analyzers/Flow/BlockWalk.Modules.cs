using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScoreGen.Analyzers.Flow;

internal sealed partial class BlockWalk
{
    private static readonly HashSet<string> ReshapingModules =
    [
        "Fold", "Unfold", "PixelShuffle", "PixelUnshuffle", "GLU", "CosineSimilarity", "PairwiseDistance",
    ];

    private Value CallModules(Value receiver, ImmutableArray<Value> arguments, IInvocationOperation call)
    {
        if (receiver.Modules.IsEmpty)
        {
            return Opaque(arguments);
        }

        // What picked the module decided the value as well.
        var result = receiver.Modules.Select(module => CallModule(module, arguments, call, call.Place(), receiver)).Aggregate(Value.Join);
        return Decided(result, Derived([receiver]));
    }

    private Value CallModule(ModuleMember module, ImmutableArray<Value> arguments, IOperation call, Location place, Value? picked = null)
    {
        var input = Derived(arguments);
        var reached = choices.Where(choice => !choice.Decider.Fields.IsEmpty);
        if (picked is { Fields.IsEmpty: false })
        {
            reached = reached.Append(new Choice(call.Syntax, 0, Derived([picked])));
        }

        Report(new ModuleCall(place, call, module, input, reached.ToImmutableArray()));
        var result = Apply(module, arguments, call, place);
        return result with { Path = result.Path.Union(input.Path).Add(module) };
    }

    private Value Apply(ModuleMember module, ImmutableArray<Value> arguments, IOperation call, Location place)
    {
        var made = module.Creation?.Unwrap();
        var type = TorchNames.IsModule(made?.Type) ? made!.Type! : module.Type;
        var subject = arguments.FirstOrDefault() ?? Value.Constant;
        if (made is not null && made.Arguments().Argument("inplace") is { } inplace && inplace.Value.IsConstant(true))
        {
            Report(new InPlaceChange(place, call, InPlaceForm.Module, subject, inplace.Value.Syntax));
            var changed = Tensor("relu", arguments);
            Change(subject, changed);
            return changed with { Shares = subject.Shares, Is = subject.Is, IsMade = subject.IsMade };
        }

        if (!TorchNames.IsTorch(type))
        {
            return type.Locations.Any(location => location.IsInSource) && Forward(type, arguments.Length) is { } forward ? Call(forward, arguments) : Unseen(arguments);
        }

        return type.Name switch
        {
            "Sequential" => CallSequential(module, arguments, call, place),
            "Identity" => View(subject, "alias", call),
            "Flatten" or "Unflatten" => View(subject, "flatten", call),
            "Linear" => CallLinear(made, arguments),
            "Conv1d" or "Conv2d" or "Conv3d" or "ConvTranspose1d" or "ConvTranspose2d" or "ConvTranspose3d" => CallConvolution(type.Name, made, arguments),
            "Embedding" or "EmbeddingBag" => Tensor("embedding", arguments) with { Shape = new Shape { Width = Extent.Of(made?.ConstantSize(1)) }, MayHaveSkip = false },
            "MultiheadAttention" => Tensor("matmul", arguments),
            "Module" or "IModule" => Unseen(arguments),
            _ when TorchNames.IsDropout(type.Name) => Dropped(subject),
            _ when type.Name.Contains("Pool") || type.Name.Contains("Pad") || type.Name == "Upsample" => Resize(type.Name, made?.Arguments() ?? ImmutableArray<IArgumentOperation>.Empty, arguments),
            _ when ReshapingModules.Contains(type.Name) => Tensor("module", arguments),
            _ when KeepsWidth(type) => Tensor("relu", arguments),
            _ => Tensor("module", arguments) with { MayHaveSkip = true },
        };
    }

    private static bool KeepsWidth(ITypeSymbol type)
        => type.AllInterfaces.Any(shape => shape.Name == "IParameterLessModule") || type.Name.EndsWith("Norm", System.StringComparison.Ordinal) || type.Name.Contains("Norm") || type.Name == "PReLU";

    /// <summary>A module whose source is not at hand: what comes out follows what goes in.</summary>
    private Value Unseen(ImmutableArray<Value> arguments)
        => Tensor("module", arguments) with { MayHaveSkip = true };

    private Callable? Forward(ITypeSymbol type, int arity)
    {
        for (var current = type; current is not null && !TorchNames.IsTorch(current); current = current.BaseType)
        {
            var forward = current.GetMembers("forward").OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.Length == arity);
            if (forward is not null && block.Callables.Of(forward) is { } callable)
            {
                return callable;
            }
        }

        return null;
    }

    private Value CallSequential(ModuleMember group, ImmutableArray<Value> arguments, IOperation call, Location place)
    {
        if (block.Groups.Of(group) is not { Length: > 0 } elements)
        {
            return Unseen(arguments);
        }

        foreach (var element in elements)
        {
            var module = element.Member() is { } holder
                ? new ModuleMember(holder, null, block.Creations.Of(holder), element.Type ?? block.Type)
                : new ModuleMember(null, null, element, element.Type ?? block.Type);
            arguments = ImmutableArray.Create(CallModule(module, arguments, call, place));
        }

        return arguments[0];
    }
}

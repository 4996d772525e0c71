using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Analyzers;

/// <summary>
/// SCORE205: weights in an array or list, weights assigned after RegisterComponents, and a class that registers nothing, be it the annotated one
/// or one that it gives to a Sequential.
/// </summary>
internal sealed class UnregisteredWeightsRule() : BlockRule(Descriptors.UnregisteredWeights)
{
    public override void Judge(BlockFlow flow, Action<Finding> report)
    {
        var registration = RegistrationOf(flow, flow.Block.Type);
        if (registration.IsByHand)
        {
            return;
        }

        if (registration.IsMissing)
        {
            if (registration.Members.Any(member => HasWeights(flow, member)))
            {
                var type = flow.Block.Type;
                var message = $"'{type.Name}' has weights and never calls RegisterComponents(): alone, and as a child of a Sequential, it has no parameters, so that nothing of it is trained or saved; call it at the end of the constructor";
                report(new Finding(Descriptors.UnregisteredWeights, TypeShell.NameLocation(type), message) { Places = registration.Ends() });
            }

            return;
        }

        var construction = new Lazy<BlockFlow>(() => BlockWalk.Construct(flow.Block));
        foreach (var member in registration.Members)
        {
            JudgeCollection(flow, registration, member, report);
            JudgeAssignments(flow, registration, construction, member, report);
            JudgeChildren(flow, member, report);
        }
    }

    private static Registration RegistrationOf(BlockFlow flow, INamedTypeSymbol type) => new(type, flow.Block.Code, flow.Block.Creations);

    /// <summary>A Sequential registers what a child has registered itself; a field or a ModuleList registers the child's fields as well.</summary>
    private static void JudgeChildren(BlockFlow flow, ISymbol member, Action<Finding> report)
    {
        var children = flow.Block.Creations.All(member)
            .SelectMany(value => value.DescendantsAndSelf())
            .Where(made => IsCreation(made) && TorchNames.IsNamed(made.Type, "Sequential"))
            .Select(flow.Block.Groups.Of)
            .Append(flow.Block.Creations.Of(member) is { } whole && TorchNames.IsNamed(whole.Type, "Sequential") ? flow.Block.Groups.Of(member) : null)
            .SelectMany(elements => elements ?? ImmutableArray<IOperation>.Empty)
            .OfType<IObjectCreationOperation>();
        foreach (var child in children)
        {
            if (child.Type is INamedTypeSymbol type
                && !TorchNames.IsTorch(type)
                && flow.Block.Weights.Has(type, child) is true
                && RegistrationOf(flow, type) is { IsMissing: true, IsByHand: false } registration)
            {
                var message = $"'{type.Name}' has weights and never calls RegisterComponents(): as a child of a Sequential they are lost, neither trained nor saved; call it at the end of the constructor of '{type.Name}'";
                report(new Finding(Descriptors.UnregisteredWeights, child.Syntax.GetLocation(), message) { Places = registration.Ends() });
            }
        }
    }

    private static void JudgeCollection(BlockFlow flow, Registration registration, ISymbol member, Action<Finding> report)
    {
        if (Registration.TypeOf(member) is { } type
            && Weights.Held(type) is not null
            && !registration.IsHandedOn(member)
            && flow.Block.Groups.Created(member).Any(made => flow.Block.Weights.Has(made.Type, made) is true))
        {
            var message = $"'{member.Name}' holds modules or parameters in a collection that RegisterComponents() does not look into: they are neither trained nor saved; hold them in a ModuleList or a ParameterList";
            report(new Finding(Descriptors.UnregisteredWeights, BlockParser.Location(member), message));
        }
    }

    private static void JudgeAssignments(BlockFlow flow, Registration registration, Lazy<BlockFlow> construction, ISymbol member, Action<Finding> report)
    {
        foreach (var late in flow.Block.Creations.Assigned(member).Where(value => !registration.IsPlainlyInTime(value) && registration.IsTooLate(value, construction.Value)))
        {
            var isFresh = flow.All<Construction>().Any(made => !flow.IsKept(made) && made.Operation.Syntax == late.Unwrap().Syntax);
            if (!isFresh && late.Unwrap() is { Type: { } type } made && IsCreation(made) && flow.Block.Weights.Has(Registration.TypeOf(member), made) is true)
            {
                var message = $"'{member.Name}' is assigned after RegisterComponents() has run: the new {type.Name} is not registered, and is neither trained nor saved; create it before";
                report(new Finding(Descriptors.UnregisteredWeights, late.Syntax.GetLocation(), message));
            }
        }
    }

    private static bool IsCreation(IOperation operation)
        => operation.Kind is OperationKind.ObjectCreation or OperationKind.Invocation;

    private static bool HasWeights(BlockFlow flow, ISymbol member)
        => Registration.TypeOf(member) is { } type && flow.Block.Weights.Has(new ModuleMember(member, null, flow.Block.Creations.Of(member), type)) is true;
}

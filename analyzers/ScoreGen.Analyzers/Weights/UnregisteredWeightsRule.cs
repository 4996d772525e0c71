using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Analyzers.Flow;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Analyzers;

/// <summary>SCORE205: weights in an array or list, weights assigned after RegisterComponents, and a class that registers nothing.</summary>
internal sealed class UnregisteredWeightsRule() : BlockRule(Descriptors.UnregisteredWeights)
{
    public override void Judge(BlockFlow flow, Action<Finding> report)
    {
        var registration = new Registration(flow.Block);
        if (registration.IsByHand)
        {
            return;
        }

        if (registration.IsMissing)
        {
            if (registration.Members.Any(member => HasWeights(flow, member, flow.Block.Creations.Of(member))))
            {
                var type = flow.Block.Type;
                var message = $"'{type.Name}' has weights and never calls RegisterComponents(): as a child of a registered module it works, alone it has no parameters and trains nothing; call it at the end of the constructor";
                report(new Finding(Descriptors.UnregisteredWeights, TypeShell.NameLocation(type), message));
            }

            return;
        }

        foreach (var member in registration.Members)
        {
            JudgeCollection(flow, registration, member, report);
            JudgeAssignments(flow, registration, member, report);
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

    private static void JudgeAssignments(BlockFlow flow, Registration registration, ISymbol member, Action<Finding> report)
    {
        foreach (var late in flow.Block.Creations.Assigned(member).Where(value => registration.IsTooLate(value.Syntax)))
        {
            var isFresh = flow.All<Construction>().Any(made => !flow.IsKept(made) && made.Operation.Syntax == late.Unwrap().Syntax);
            if (!isFresh && late.Unwrap() is { Type: { } type } made && IsCreation(made) && HasWeights(flow, member, made))
            {
                var message = $"'{member.Name}' is assigned after RegisterComponents() has run: the new {type.Name} is not registered, and is neither trained nor saved; create it before";
                report(new Finding(Descriptors.UnregisteredWeights, late.Syntax.GetLocation(), message));
            }
        }
    }

    private static bool IsCreation(IOperation operation)
        => operation.Kind is OperationKind.ObjectCreation or OperationKind.Invocation;

    private static bool HasWeights(BlockFlow flow, ISymbol member, IOperation? creation)
        => flow.Block.Weights.Has(Registration.TypeOf(member), creation) is true;
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Equilibria;
using ScoreGen.Generator.Emitting.Members;
using ScoreGen.Generator.Emitting.Steps;
using ScoreGen.Generator.Emitting.Support;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting;

/// <summary>Writes the file of one annotated class.</summary>
internal static class DepthEmitter
{
    public static EmittedFile Emit(DepthModel model, CancellationToken cancellation)
    {
        var context = ModuleContext.Of(model);
        var writer = new SourceWriter();
        FileFrame.WriteHeader(writer, [.. model.AcceptedIds]);
        writer.Line();
        foreach (var alias in model.Aliases)
        {
            writer.Line($"extern alias {alias};");
            writer.Line();
        }

        using (model.Hierarchy.Namespace.Length == 0 ? default(IDisposable) : writer.Braces($"namespace {model.Hierarchy.Namespace}"))
        {
            WriteTypes(model, context, model.Hierarchy.Declarations, writer, cancellation);
        }

        return new EmittedFile(model.Hierarchy.MetadataName, writer.ToString(), context is null ? EquatableArray<string>.Empty : SupportFile.NeededBy(context));
    }

    private static void WriteTypes(DepthModel model, ModuleContext? context, IEnumerable<string> types, SourceWriter writer, CancellationToken cancellation)
    {
        using (writer.Braces(types.First()))
        {
            if (types.Skip(1).Any())
            {
                WriteTypes(model, context, types.Skip(1), writer, cancellation);
            }
            else if (context is not null)
            {
                WriteMembers(context, writer, cancellation);
            }
            else
            {
                StubWriter.Write(model, writer);
            }
        }
    }

    private static void WriteMembers(ModuleContext context, SourceWriter writer, CancellationToken cancellation)
    {
        var members = Members(context, writer).ToList();
        members[0]();
        foreach (var member in members.Skip(1))
        {
            cancellation.ThrowIfCancellationRequested();
            writer.Line();
            member();
        }
    }

    /// <summary>The members in the order of a reader's interest: the pass, its companions, then what they are made of.</summary>
    private static IEnumerable<Action> Members(ModuleContext context, SourceWriter writer) => context is EquilibriumContext equilibrium
        ? EquilibriumEmitter.Members(equilibrium, writer)
        : Members((EmitContext)context, writer);

    private static IEnumerable<Action> Members(EmitContext context, SourceWriter writer)
        => Public(context, writer).Concat(Private(context, writer)).Concat(Holders(context, writer));

    private static IEnumerable<Action> Public(EmitContext context, SourceWriter writer)
    {
        yield return () => new ForwardWriter(context, writer).Write();
        foreach (var companion in context.Model.Names.Companions)
        {
            yield return companion.Name switch
            {
                EmittedNames.ForwardSteps => () => ForwardStepsWriter.Write(context, writer),
                EmittedNames.ForwardSchedule => () => ForwardScheduleWriter.Write(context, writer),
                EmittedNames.ForwardUntil => () => new ForwardUntilWriter(context, writer).Write(),
                EmittedNames.ForwardWithEnergy => () => ForwardWithEnergyWriter.Write(context, writer),
                EmittedNames.ForwardWithPonder => () => new ForwardWithPonderWriter(context, writer).Write(),
                EmittedNames.ForwardWithExits => () => new ExitsWriter(context, writer).WriteForwardWithExits(),
                EmittedNames.ForwardWithRouting => () => new ForwardWithRoutingWriter(context, writer).Write(),
                EmittedNames.ForwardWithCarry => () => ForwardWithCarryWriter.Write(context, writer),
                EmittedNames.ForwardWithJacobian => () => ForwardWithJacobianWriter.Write(context, writer),
                EmittedNames.Spectrum => () => SpectrumWriter.Write(context, writer),
                EmittedNames.States => () => StatesWriter.Write(context, writer),
                EmittedNames.Trace => () => TraceWriter.Write(context, writer),
                _ => () => PlanWriter.Write(context, writer),
            };
        }

        if (context.Model.Registration is { } registration)
        {
            yield return () => RegistrationWriter.Write(context, registration, writer);
        }
    }

    private static IEnumerable<Action> Private(EmitContext context, SourceWriter writer)
    {
        if (context.UsesAdvance)
        {
            yield return () => new AdvanceWriter(context, writer, StepKind.Plain).Write();
        }

        if (context.UsesEnergy)
        {
            yield return () => new AdvanceWriter(context, writer, StepKind.WithEnergy).Write();
        }

        if (context.UsesSizes)
        {
            yield return () => new AdvanceWriter(context, writer, StepKind.Sized).Write();
        }

        if (context.Steering.Route is not null)
        {
            yield return () => new AdvanceChosenWriter(context, writer, StepKind.Plain).Write();
        }

        if (context.Steering.Route is not null && context.UsesSizes)
        {
            yield return () => new AdvanceChosenWriter(context, writer, StepKind.Sized).Write();
        }

        if (context.Steering.Halt is { IsDistribution: true })
        {
            yield return () => new ExitsWriter(context, writer).WriteForwardToExit();
        }

        if (context.IsCheckpointed)
        {
            yield return () => CheckpointWriter.Write(context, writer, StepKind.Plain);
        }

        if (context.IsCheckpointed && context.UsesEnergy)
        {
            yield return () => CheckpointWriter.Write(context, writer, StepKind.WithEnergy);
        }

        if (context.IsCheckpointed && context.UsesSizes)
        {
            yield return () => CheckpointWriter.Write(context, writer, StepKind.Sized);
        }

        foreach (var member in context.Rule.Members(writer))
        {
            yield return member;
        }

        if (context.Tableau.Stages > 1)
        {
            foreach (var group in context.Groups.GroupBy(group => group.Phase).Select(groups => groups.First()))
            {
                yield return () => EvaluateWriter.Write(context, writer, group);
            }
        }

        if (context.UsesSpectrum || context.UsesJacobian)
        {
            foreach (var field in context.Fields)
            {
                yield return () => FieldWriter.Write(context, writer, "F", field.Method, field.Block, field.Block.StripSkip ? -1 : 0);
            }
        }
    }

    private static IEnumerable<Action> Holders(EmitContext context, SourceWriter writer)
    {
        foreach (var coefficients in context.Groups.Select(group => group.Coefficients).Distinct().Where(context.Rule.HasCoefficients))
        {
            yield return () => CoefficientsWriter.Write(context, coefficients, writer);
        }
    }
}

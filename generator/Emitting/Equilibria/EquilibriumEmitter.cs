using System;
using System.Collections.Generic;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Members;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Equilibria;

/// <summary>The members of a class with an equilibrium, in the order of a reader's interest.</summary>
internal static class EquilibriumEmitter
{
    public static IEnumerable<Action> Members(EquilibriumContext context, SourceWriter writer)
    {
        var passes = new EquilibriumForwardWriter(context, writer);
        var (names, equilibrium) = (context.Model.Names, context.Equilibrium);
        yield return passes.WriteForward;
        foreach (var companion in names.Companions)
        {
            yield return companion.Name switch
            {
                EmittedNames.Solve => passes.WriteSolve,
                EmittedNames.ForwardWithJacobian => () => ForwardWithJacobianWriter.Write(context, writer),
                EmittedNames.Spectrum => () => SpectrumWriter.Write(context, writer),
                _ => () => EquilibriumPlanWriter.Write(context, writer),
            };
        }

        yield return () => FieldWriter.Write(context, writer, "G", names.Map, equilibrium.Block, equilibrium.StateInMap);
        if (context.UsesField)
        {
            yield return () => FieldWriter.Write(context, writer, "F", names.Field, equilibrium.Block, equilibrium.StateInField);
        }
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting;

/// <summary>Writes the file of one annotated class.</summary>
internal static class DepthEmitter
{
    public static string Emit(DepthModel model, CancellationToken cancellation)
    {
        var writer = new SourceWriter();
        FileFrame.WriteHeader(writer, [.. model.AcceptedIds]);
        writer.Line();
        using (model.Namespace.Length == 0 ? default(IDisposable) : writer.Braces($"namespace {model.Namespace}"))
        {
            WriteTypes(model, model.Types, writer, cancellation);
        }

        return writer.ToString();
    }

    private static void WriteTypes(DepthModel model, IEnumerable<PartialType> types, SourceWriter writer, CancellationToken cancellation)
    {
        using (writer.Braces(types.First().Declaration))
        {
            if (types.Skip(1).Any())
            {
                WriteTypes(model, types.Skip(1), writer, cancellation);
            }
            else if (model.Depth is { } depth)
            {
                WriteMembers(new Scene(model, depth), writer, cancellation);
            }
            else
            {
                StubWriter.Write(model, writer);
            }
        }
    }

    private static void WriteMembers(Scene scene, SourceWriter writer, CancellationToken cancellation)
    {
        var members = Members(scene, writer).ToList();
        members[0]();
        foreach (var member in members.Skip(1))
        {
            cancellation.ThrowIfCancellationRequested();
            writer.Line();
            member();
        }
    }

    /// <summary>The members in the order of a reader's interest: the pass, its companions, then what they are made of.</summary>
    private static IEnumerable<Action> Members(Scene scene, SourceWriter writer)
    {
        yield return () => new ForwardWriter(scene, writer).Write();
        yield return () => ForwardStepsWriter.Write(scene, writer);
        yield return () => ForwardUntilWriter.Write(scene, writer);
        yield return () => ForwardWithEnergyWriter.Write(scene, writer);
        yield return () => StatesWriter.Write(scene, writer);
        yield return () => TraceWriter.Write(scene, writer);
        yield return () => PlanWriter.Write(scene, writer);
        yield return () => new AdvanceWriter(scene, writer).Write(withEnergy: false);
        yield return () => new AdvanceWriter(scene, writer).Write(withEnergy: true);
        if (scene.IsCheckpointed)
        {
            yield return () => CheckpointWriter.Write(scene, writer, withEnergy: false);
            yield return () => CheckpointWriter.Write(scene, writer, withEnergy: true);
        }

        if (scene.Depth.LearnedDt is { } learned)
        {
            yield return () => StepSizeWriter.Write(scene, learned, writer);
        }

        if (scene.Tableau.Stages > 1)
        {
            foreach (var kind in scene.Kinds.GroupBy(kind => kind.Phase).Select(kinds => kinds.First()))
            {
                yield return () => EvaluateWriter.Write(scene, writer, kind);
            }
        }

        foreach (var variant in scene.Variants)
        {
            yield return () => CoefficientsWriter.Write(scene, variant, writer);
        }
    }
}

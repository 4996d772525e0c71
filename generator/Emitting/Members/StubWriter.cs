using System.Collections.Generic;
using System.Linq;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Members;

/// <summary>
/// Writes the members of a class that has an error, so that the user sees that error and none that follows from it. They cannot run: the error
/// stops the build.
/// </summary>
internal static class StubWriter
{
    public static void Write(DepthModel model, SourceWriter writer)
    {
        var isFirst = true;
        foreach (var (name, signature) in Members(model).Where(member => (member.Name == EmittedNames.Forward || model.Names.Has(member.Name)) && !model.Names.Omitted.Contains(member.Name)))
        {
            if (!isFirst)
            {
                writer.Line();
            }

            isFirst = false;
            Documentation.Summary(writer, "Cannot run: the class has an error.");
            writer.Line(FileFrame.GeneratedCode);
            writer.Line($"{(name == EmittedNames.Forward ? "public override " : Modifiers.Of(model.Names, name))}{signature} => throw new global::System.InvalidOperationException({Literals.Of(model.Error ?? "")});");
        }
    }

    private static IEnumerable<(string Name, string Signature)> Members(DepthModel model)
    {
        var inputs = string.Join(", ", model.Module.Parameters.Select(parameter => $"{parameter.Type} {parameter.Name}"));
        var state = Torch.Tensor;
        if (inputs.Length > 0)
        {
            state = model.Module.Result;
            yield return (EmittedNames.Forward, $"{state} {EmittedNames.Forward}({inputs})");
        }
        else
        {
            inputs = $"{Torch.Tensor} h";
        }

        yield return (EmittedNames.ForwardSteps, $"{state} {EmittedNames.ForwardSteps}(int {FreeName(model, "steps")}, {inputs})");
        yield return (EmittedNames.ForwardSchedule, $"{state} {EmittedNames.ForwardSchedule}(double[] {FreeName(model, "dt")}, {inputs})");
        yield return (EmittedNames.ForwardUntil, $"{state} {EmittedNames.ForwardUntil}({inputs}, out int {FreeName(model, "stepsTaken")})");
        yield return (EmittedNames.ForwardWithEnergy, $"({state} State, {Torch.Tensor} Energy) {EmittedNames.ForwardWithEnergy}({inputs})");
        yield return (EmittedNames.ForwardWithPonder, $"({state} State, {Torch.Tensor} Ponder) {EmittedNames.ForwardWithPonder}({inputs})");
        yield return (EmittedNames.ForwardWithExits, $"({state}[] States, {Torch.Tensor} Exits) {EmittedNames.ForwardWithExits}({inputs})");
        yield return (EmittedNames.ForwardWithRouting, $"({state} State, {Torch.Tensor} Logits, {Torch.Tensor} Depths) {EmittedNames.ForwardWithRouting}({inputs})");
        yield return (EmittedNames.ForwardWithCarry, $"({state} State, {Torch.Tensor}? Carry) {EmittedNames.ForwardWithCarry}({inputs})");
        yield return (EmittedNames.States, $"{state}[] {EmittedNames.States}({inputs})");
        yield return (EmittedNames.Trace, $"global::ScoreGen.ScoreTrace {EmittedNames.Trace}({inputs})");
        yield return (EmittedNames.Solve, $"{state} {EmittedNames.Solve}({inputs}, out global::ScoreGen.EquilibriumReport {FreeName(model, "report")})");
        yield return (EmittedNames.ForwardWithJacobian, $"({state} State, {Torch.Tensor} Penalty) {EmittedNames.ForwardWithJacobian}({inputs})");
        yield return (EmittedNames.Spectrum, $"global::ScoreGen.ScoreSpectrum {EmittedNames.Spectrum}({inputs}, int {FreeName(model, "iterations")} = 30)");
        yield return (EmittedNames.Depth, $"static global::ScoreGen.{(model.Names.Has(EmittedNames.Solve) ? "EquilibriumPlan" : "ScorePlan")} {EmittedNames.Depth}");
    }

    private static string FreeName(DepthModel model, string wanted)
        => FreeNames.Find(wanted, model.Module.Parameters.Select(parameter => parameter.Name));
}

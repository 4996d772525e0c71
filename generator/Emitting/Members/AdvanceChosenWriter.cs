using System;
using System.Collections.Generic;
using System.Linq;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Steps;
using ScoreGen.Generator.Emitting.Support;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Members;

/// <summary>Writes <c>AdvanceChosen</c>: one step with the tokens that the router chooses for it.</summary>
/// <param name="context">The class.</param>
/// <param name="writer">Where to write.</param>
/// <param name="kind">What the step takes beside the state.</param>
internal sealed class AdvanceChosenWriter(EmitContext context, SourceWriter writer, StepKind kind)
{
    private readonly Route route = context.Steering.Route!;
    private readonly string routing = context.Local("routing");
    private readonly string step = context.Local("step");
    private readonly string time = context.Local("time");
    private readonly string chosen = context.Local("chosen");
    private readonly string next = context.Local("next");

    private string State => context.States[0];

    private string RoutingType => (route.IsExpert ? SupportFile.ExpertRouting : SupportFile.TokenRouting).Name();

    public static string Name(EmitContext context, StepKind kind) => kind == StepKind.Sized ? context.Model.Names.AdvanceChosenBy : context.Model.Names.AdvanceChosen;

    public void Write()
    {
        Documentation.Summary(writer, route.IsExpert
            ? $"Takes one step with the tokens that {route.Member.Name} scores highest among those of the step before; the others keep their state."
            : "Takes one step. The tokens that have chosen fewer keep their state.");
        writer.Line(FileFrame.GeneratedCode);
        using (writer.Braces($"private {Torch.Tensor} {Name(context, kind)}({RoutingType} {routing}, {AdvanceWriter.Parameters(context, kind, step, time)})"))
        {
            writer.Line($"using var {context.Local("scope")} = {Torch.NewScope};");
            if (route.IsExpert)
            {
                writer.Line($"{routing}.Choose({Scores(State, time, step)}, {State}, {step});");
                writer.Line($"var {chosen} = {routing}.Take({State});");
                writer.Line($"var {next} = {Advance(chosen)};");
                writer.Line($"return {routing}.Put({State}, {chosen}, {next}){Torch.Keep};");
                return;
            }

            writer.Line($"var {next} = {Advance(State)};");
            writer.Line($"return {routing}.Put({State}, {next}, {step}){Torch.Keep};");
        }
    }

    /// <summary>Writes what a pass begins with: nothing is routed yet, or with token choice everything is.</summary>
    /// <param name="held">The variable that holds it.</param>
    public void WriteOpening(string held)
    {
        var first = route.IsExpert
            ? $"new double[] {{ {string.Join(", ", route.Capacity.Select(Literals.Of))} }}"
            : Literals.Of(context.Settings.Steps);
        writer.Line($"var {held} = new {RoutingType}({first}, {Literals.Of(route.Scale)}, {Literals.Of($"{context.Model.DisplayName}.{route.Member.Name}")});{Literals.Beside([.. route.IsExpert ? route.Capacity : [], route.Scale])}");
        if (route.IsExpert)
        {
            return;
        }

        using (writer.Braces($"using ({Torch.NewScope})"))
        {
            writer.Line($"{held}.Choose({Scores(State, Literals.Of(0.0), Literals.Of(0))}, {State});");
        }

        writer.Line();
    }

    private string Scores(string state, string at, string index) => SteeringCall.Of(context, route.Member, [state], [], at, index);

    private string Advance(string state)
    {
        var method = context.IsCheckpointed ? CheckpointWriter.Name(context, kind) : AdvanceWriter.Name(context, kind);
        IEnumerable<string> position = [step, .. context.UsesTime ? [time] : Array.Empty<string>(), .. kind == StepKind.Sized ? [AdvanceWriter.Size(context)] : Array.Empty<string>()];
        var contexts = context.Contexts.Select(parameter => route.IsExpert && parameter.IsPerToken ? $"{routing}.Take({parameter.Name}, {Literals.Of(parameter.Name.TrimStart('@'))})" : parameter.Name);
        return $"{method}({string.Join(", ", position.Concat(context.Rule.HandedDownTo(kind).Select(local => local.Name)).Append(state).Concat(contexts))})";
    }
}

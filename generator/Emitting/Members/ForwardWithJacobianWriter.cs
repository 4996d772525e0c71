using System.Linq;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Support;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Members;

/// <summary>Writes <c>ForwardWithJacobian</c>: the state, and a penalty on the slope of F there.</summary>
internal static class ForwardWithJacobianWriter
{
    public static void Write(ModuleContext context, SourceWriter writer)
    {
        var (penalty, end) = (context.Local("penalty"), context.Locals("end"));
        Documentation.Summary(
            writer,
            "Returns the state of forward, and a penalty on the slope of F there, <c>mean(((F(h + ε·v) - F(h - ε·v)) / 2ε)²)</c> for one normal draw of v:",
            "on average the squared Frobenius norm of ∂F/∂h over the number of its rows. Its gradient trains what F is made of, and does not flow into the state.");
        Documentation.Inputs(context, writer);
        writer.Line("/// <returns>The state, and the penalty as a tensor of one element: both new, and the caller's to dispose of.</returns>");
        Documentation.ChangedStateException(writer);
        writer.Line(FileFrame.GeneratedCode);
        var result = $"({context.StateType} State, {Torch.Tensor} Penalty)";
        using (writer.Braces($"{Modifiers.Of(context.Model.Names, EmittedNames.ForwardWithJacobian)}{result} {EmittedNames.ForwardWithJacobian}({context.Parameters()})"))
        {
            var penalties = context.Fields
                .Select(field => $"{SupportFile.JacobianPenalty.Name("Of")}({FieldWriter.At(context, field, end, [.. field.Last])})")
                .ToList();
            writer.Line($"using var {context.Pass} = {Torch.NewScope};");
            writer.Line($"{StateTuple.Declaration(end)} = {EmittedNames.Forward}({context.Arguments([], context.States)});");
            writer.Line($"var {penalty} = {penalties[0]};");
            penalties.Skip(1).ToList().ForEach(further => writer.Line($"{penalty} = {penalty}.add({further});"));
            writer.Line($"return ({StateTuple.Kept(end)}, {penalty}{Torch.Keep});");
        }
    }
}

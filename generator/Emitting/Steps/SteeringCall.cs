using System.Collections.Generic;
using System.Linq;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Steps;

/// <summary>Writes the call of a member that steers the pass.</summary>
internal static class SteeringCall
{
    /// <param name="context">The class.</param>
    /// <param name="member">The member.</param>
    /// <param name="state">The components of the state.</param>
    /// <param name="result">What came of them; empty where the member does not ask.</param>
    /// <param name="time">The depth time, as an expression.</param>
    /// <param name="step">The step's number, as an expression.</param>
    public static string Of(EmitContext context, SteeringMember member, IReadOnlyList<string> state, IReadOnlyList<string> result, string time, string step)
    {
        var arguments = member.Arguments.Select(argument => argument.Kind switch
        {
            ArgumentKind.State => state[argument.Index],
            ArgumentKind.Result => result[argument.Index],
            ArgumentKind.Time => time,
            ArgumentKind.Step => step,
            _ => context.Model.Module.Parameters[argument.Index].Name + (argument.IsForgiven ? "!" : ""),
        });
        return $"{member.Target}({string.Join(", ", arguments)}){(member.MayReturnNull ? "!" : "")}";
    }
}

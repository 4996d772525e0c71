using System;
using System.Collections.Generic;
using System.Linq;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Emitting.Support;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Steps;

/// <summary>Writes the check that factors fit the state, where they are first used.</summary>
internal static class Broadcasting
{
    public static void WriteGuard(EmitContext context, SourceWriter writer, SteeringMember member, IReadOnlyList<string> factors, IReadOnlyList<string> state, string? guard)
    {
        if (guard is null)
        {
            return;
        }

        using (guard == "true" ? default(IDisposable) : writer.Braces($"if ({guard})"))
        {
            var name = Literals.Of($"{context.Model.DisplayName}.{member.Name}");
            foreach (var (factor, component) in factors.SelectMany(factor => state.Select(component => (factor, component))))
            {
                writer.Line($"{SupportFile.Steering.Name("RequireBroadcast")}({factor}, {component}, {name});");
            }
        }

        if (guard != "true")
        {
            writer.Line();
        }
    }
}

using System.Linq;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Members;

/// <summary>
/// Writes an override of <c>RegisterComponents</c>, which a constructor calls last: weights of each step's own are counted when the model is built.
/// </summary>
internal static class RegistrationWriter
{
    public static void Write(EmitContext context, Registration registration, SourceWriter writer)
    {
        Documentation.Summary(writer, "Registers the components, as the base class does, and checks that there are weights for each step.");
        writer.Line("/// <exception cref=\"global::System.InvalidOperationException\">There are more or fewer of them than steps.</exception>");
        writer.Line(FileFrame.GeneratedCode);
        using (writer.Braces("protected override void RegisterComponents()"))
        {
            writer.Line("base.RegisterComponents();");
            if (registration.Type is { } type)
            {
                using (writer.Braces($"if (GetType() != typeof({type}))"))
                {
                    writer.Line("return; // a class that derives from this one may take other steps");
                }
            }

            // A list that the constructor fills later, or that a base class's constructor does not find yet, is left to the pass.
            foreach (var check in EntryCheck.Of(context).Where(check => registration.Members.Contains(check.Member)))
            {
                var member = check.Owner.TrimEnd('!');
                writer.Line();
                using (writer.Braces($"if ({member} {(check.Kind == StepSourceKind.Rows ? "is not null" : "is { Count: > 0 }")})"))
                {
                    writer.Line(check.Call(member));
                }
            }
        }
    }
}

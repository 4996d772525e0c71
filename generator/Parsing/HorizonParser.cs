using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Generator.Parsing;

/// <summary>Refuses <c>KeepHorizon</c> where the step sizes are not those of one dt, which other steps could divide anew.</summary>
internal static class HorizonParser
{
    public static void Parse(DepthParse parse, System.Threading.CancellationToken cancellation)
    {
        var arguments = new DepthArguments(parse.Attribute, cancellation);
        if (!arguments.Value("KeepHorizon", false))
        {
            return;
        }

        if (arguments.Values("DtSchedule") is not null)
        {
            Refuse("DtSchedule", "a schedule gives each step a size of its own; for other steps call ForwardSchedule, which Members = DepthMembers.Schedule asks for");
        }

        if (parse.Steering.LearnedDt is { } learned)
        {
            Refuse($"[ScoreDt] on '{learned.Name}'", "a step size that is learned makes a horizon of its own");
        }

        if (parse.Steering.Gate is { } gate)
        {
            Refuse($"[ScoreDt] on '{gate.Member.Name}'", "the method decides how far each step goes, so that smaller steps of the declared Dt would change nothing");
        }

        void Refuse(string other, string reason)
            => parse.Report(Descriptors.Excluding, arguments.Location("KeepHorizon"), "KeepHorizon", other, reason);
    }
}

using System.Linq;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Generator.Model;

/// <summary>What the pipeline keeps of an annotated class: what to emit, and the errors that only the generator can report.</summary>
internal sealed record ParseResult(DepthModel? Model, EquatableArray<ReportedError> Errors)
{
    public static ParseResult Of(DepthParse parse)
        => new(parse.ToModel(), parse.Findings.Where(ReportedError.Covers).Select(ReportedError.Of).ToEquatableArray());
}

using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Parsing;

namespace ScoreGen.Generator.Model;

/// <summary>What the pipeline keeps of an annotated class: what to emit, and the errors that only the generator can report.</summary>
internal sealed record ParseResult(DepthModel? Model, EquatableArray<ReportedError> Errors)
{
    public static ParseResult Of(DepthParse parse, Compilation compilation, CancellationToken cancellation)
        => new(parse.ToModel(compilation, cancellation), parse.Findings.Where(ReportedError.Covers).Select(ReportedError.Of).ToEquatableArray());
}

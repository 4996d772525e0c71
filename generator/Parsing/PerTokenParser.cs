using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Parsing;

/// <summary>Reads <c>[ScorePerToken]</c>: the contexts that have one entry a token. A mark of any block counts for all of them.</summary>
internal static class PerTokenParser
{
    public static void Parse(DepthParse parse)
    {
        var marked = parse.Members.SelectMany(member => Marked(parse, member.Symbol)).ToList();
        foreach (var (parameter, index) in marked.Where(mark => mark.Index < parse.Signature.States || !TorchTypes.IsTensor(mark.Parameter.Type)))
        {
            parse.Report(
                Descriptors.SteeringSignature,
                BlockParser.Location(parameter),
                parameter.Name,
                parse.Type.Name,
                "[ScorePerToken]",
                index < parse.Signature.States && index >= 0 ? "it is the state, whose tokens are taken in any case" : "only a context of type Tensor has one entry a token");
        }

        if (marked.Count == 0)
        {
            return;
        }

        var indices = new HashSet<int>(marked.Select(mark => mark.Index));
        var parameters = parse.Signature.Parameters.Select((parameter, i) => indices.Contains(i) ? parameter with { IsPerToken = true } : parameter);
        parse.Signature = parse.Signature with { Parameters = parameters.ToEquatableArray() };
    }

    public static bool IsMark(AttributeData mark) => ScoreGenTypes.Is(mark, "ScorePerTokenAttribute");

    /// <summary>The marked parameters of a block, each with its index among the inputs; -1 for what is no input.</summary>
    private static IEnumerable<(IParameterSymbol Parameter, int Index)> Marked(DepthParse parse, ISymbol block)
    {
        var index = 0;
        foreach (var parameter in Parameters(parse, block))
        {
            var own = BlockSignature.ConstantKind(parameter) is null ? index++ : -1;
            if (parameter.GetAttributes().Any(IsMark))
            {
                yield return (parameter, own);
            }
        }
    }

    /// <summary>Those of the method, or of the <c>forward</c> of the module.</summary>
    private static IEnumerable<IParameterSymbol> Parameters(DepthParse parse, ISymbol block)
    {
        if (block is IMethodSymbol method)
        {
            return method.Parameters;
        }

        var type = block is IPropertySymbol property ? property.Type : ((IFieldSymbol)block).Type;
        for (var current = TorchTypes.ModuleListElement(type) ?? type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(EmittedNames.Forward).OfType<IMethodSymbol>().FirstOrDefault(forward => forward.Parameters.Length == parse.Signature.Parameters.Count) is { } forward)
            {
                return forward.Parameters;
            }
        }

        return [];
    }
}

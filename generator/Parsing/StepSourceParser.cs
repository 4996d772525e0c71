using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Parsing;

/// <summary>Reads <c>[ScorePerStep]</c> on a parameter of a block: the member that holds the weights of all steps.</summary>
internal sealed class StepSourceParser(DepthParse parse, Compilation compilation)
{
    /// <summary>The member that a parameter is filled from; null where it has no such mark.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="problem">What is wrong with the mark; null where nothing is.</param>
    public StepSource? Read(IParameterSymbol parameter, out string? problem)
    {
        problem = null;
        if (parameter.GetAttributes().FirstOrDefault(mark => ScoreGenTypes.Is(mark, "ScorePerStepAttribute")) is not { } attribute)
        {
            return null;
        }

        var name = attribute.ConstructorArguments.FirstOrDefault().Value as string ?? "";
        var from = $"its parameter '{parameter.Name}' takes the weights of each step from '{name}'";
        if (Find(name) is not { } member)
        {
            problem = $"{from}, and '{parse.Type.Name}' has no field or property of that name; name a ModuleList, a ParameterList or a Parameter, as in [ScorePerStep(nameof(adapters))]";
            return null;
        }

        if (member.IsStatic)
        {
            problem = $"{from}, which is static: weights belong to an instance, which registers them";
            return null;
        }

        var type = member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;
        if (KindOf(type) is not { } kind)
        {
            problem = $"{from}, which is {Short(type)}; it must be a ModuleList, a ParameterList or a Parameter";
            return null;
        }

        var element = TorchTypes.ModuleListElement(type);
        if (element is null ? !TorchTypes.IsTensor(parameter.Type) : !IsGivenBy(element, parameter.Type))
        {
            problem = $"{from}, whose {(kind == StepSourceKind.Rows ? "rows are Tensors" : element is null ? "entries are Tensors" : $"entries are {Short(element)}")}, and it is {Short(parameter.Type)}; they must be the same";
            return null;
        }

        parse.StepSources.Add(member);
        return new StepSource(name, TypeNames.Escape(name) + (type.NullableAnnotation == NullableAnnotation.Annotated ? "!" : ""), kind);
    }

    private ISymbol? Find(string name)
    {
        for (var current = parse.Type; current is not null && name.Length > 0; current = current.BaseType)
        {
            if (current.GetMembers(name).FirstOrDefault(member => member is IFieldSymbol or IPropertySymbol { IsIndexer: false, GetMethod: not null }) is { } found
                && compilation.IsSymbolAccessibleWithin(found, parse.Type))
            {
                return found;
            }
        }

        return null;
    }

    private static StepSourceKind? KindOf(ITypeSymbol type)
        => TorchTypes.ModuleListElement(type) is not null ? StepSourceKind.Modules
            : TorchTypes.IsParameterList(type) ? StepSourceKind.Parameters
            : TorchTypes.IsTensorOrDerived(type) ? StepSourceKind.Rows
            : null;

    private bool IsGivenBy(ITypeSymbol element, ITypeSymbol parameter)
        => compilation.ClassifyConversion(element, parameter) is { IsImplicit: true, IsUserDefined: false };

    private static string Short(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}

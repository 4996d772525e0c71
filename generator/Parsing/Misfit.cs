using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Parsing;

/// <summary>What to write instead, where the inputs of a block are not those of its module.</summary>
internal static class Misfit
{
    /// <summary>Such as <c>1 input</c>.</summary>
    public static string Inputs(int count) => count == 1 ? "1 input" : $"{count} inputs";

    /// <summary>A number among the parameters of a method is often the step's or the time's, which a mark fills in; empty where there is none.</summary>
    /// <param name="parameters">The parameters that the module's inputs are to fill.</param>
    /// <param name="inputs">The module's inputs.</param>
    public static string Number(IReadOnlyList<IParameterSymbol> parameters, IReadOnlyList<ITypeSymbol> inputs)
    {
        var number = parameters.Where((parameter, i) => i >= inputs.Count || !SymbolEqualityComparer.Default.Equals(parameter.Type, inputs[i])).FirstOrDefault(parameter => Mark(parameter) is not null);
        return number is null ? "" : $"; where '{number.Name}' is {Mark(number)} {TypeNames.Escape(number.Name)}, which ScoreGen fills in";
    }

    /// <summary>The parameters of a module's forward are not filled in, whatever marks they have; empty where none has one.</summary>
    public static string Filled(ITypeSymbol module, string name)
    {
        var forward = module.GetMembers(EmittedNames.Forward).OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.Any(parameter => BlockSignature.ConstantKind(parameter) is not null));
        if (forward is null)
        {
            return "";
        }

        var marked = forward.Parameters.First(parameter => BlockSignature.ConstantKind(parameter) is not null);
        return $"; '{marked.Name}' of its forward is not filled in: mark a method instead that takes [Score{BlockSignature.ConstantKind(marked)}] and calls {name}.call";
    }

    private static string? Mark(IParameterSymbol parameter) => parameter.Type.SpecialType switch
    {
        SpecialType.System_Int32 or SpecialType.System_Int64 => "the number of the step, write [ScoreStep] int",
        SpecialType.System_Single or SpecialType.System_Double => "the time of the step, write [ScoreTime] double",
        _ => null,
    };

    /// <summary>A recurrent cell reads its first input and updates its second, so that only a method can hand it the state; null for any other module.</summary>
    public static string? Cell(ITypeSymbol module, string name) => TorchTypes.RecurrentCell(module) switch
    {
        null => null,
        "LSTMCell" => $"an LSTMCell takes what it reads first and its state, a pair, second; mark a method that calls it, (Tensor, Tensor) Block(Tensor h, Tensor c, Tensor x) => {name}.call(x, (h, c)), in a class that derives from Module<Tensor, Tensor, Tensor, (Tensor, Tensor)>",
        var cell => $"{(cell[0] == 'R' ? "an" : "a")} {cell} takes what it reads first and its state second; mark a method that calls it, Tensor Block(Tensor h, Tensor x) => {name}.call(x, h), in a class that derives from Module<Tensor, Tensor, Tensor>",
    };
}

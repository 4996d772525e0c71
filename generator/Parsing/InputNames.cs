using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Parsing;

/// <summary>
/// What a module calls the inputs of its <c>forward</c>; null where that says less than a name of ours: a discard, the state of a module that the user has not
/// written, or one of TorchSharp's many "input".
/// </summary>
internal static class InputNames
{
    public static IReadOnlyList<string?> Of(ITypeSymbol? module, int inputs, int states)
    {
        for (var current = module; current is not null && !SymbolEqualityComparer.Default.Equals(current, TorchTypes.ModuleBase(current)); current = current.BaseType)
        {
            if (current.GetMembers(EmittedNames.Forward).OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.Length == inputs) is { } forward)
            {
                return [.. forward.Parameters.Select((parameter, i) => IsTelling(parameter, i >= states) ? parameter.Name : null)];
            }
        }

        return [];
    }

    private static bool IsTelling(IParameterSymbol parameter, bool isContext)
        => parameter.Name != "_" && (parameter.Locations.Any(location => location.IsInSource) || (isContext && !parameter.Name.StartsWith("input", StringComparison.Ordinal)));
}

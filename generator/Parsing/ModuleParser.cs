using System.Linq;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Parsing;

/// <summary>Reads the signature that the module's base asks of <c>forward</c>.</summary>
internal static class ModuleParser
{
    public static void Parse(DepthParse parse, Compilation compilation)
    {
        var module = TorchTypes.ModuleBase(parse.Type);
        if (module is null)
        {
            parse.Report(Descriptors.NotAModule, TypeShell.NameLocation(parse.Type), parse.Type.Name);
            return;
        }

        // The compiler has said what is missing; a pass with a type that does not exist would only say it again.
        if (module.TypeArguments.Any(TypeNames.IsUnknown))
        {
            parse.CanExtend = false;
            return;
        }

        var states = TorchTypes.StateCount(module.TypeArguments.Last());
        parse.Signature = Signature(module, System.Math.Max(1, states), compilation);
        if (states == 0 || states >= module.Arity || !module.TypeArguments.Take(states).All(TorchTypes.IsTensorThatIsNotNull))
        {
            parse.Report(Descriptors.NotAModule, TypeShell.NameLocation(parse.Type), parse.Type.Name);
            return;
        }

        parse.Module = module;
    }

    /// <summary>The parameters under names of our own; the block gives them better ones, where there is a block.</summary>
    private static ModuleSignature Signature(INamedTypeSymbol module, int states, Compilation compilation)
    {
        var parameters = module.TypeArguments
            .Take(module.Arity - 1)
            .Select((type, i) => new Parameter(TypeName(type, compilation), DefaultName(i, states), TorchTypes.IsTensor(type)));
        return new ModuleSignature(parameters.ToEquatableArray(), TypeNames.NotNull(module.TypeArguments.Last(), compilation), states);
    }

    /// <summary>A dynamic parameter is written as the object that it is, so that no call of ours is bound at run time.</summary>
    private static string TypeName(ITypeSymbol type, Compilation compilation)
        => type.TypeKind == TypeKind.Dynamic ? TypeNames.Of(type, compilation).Replace("dynamic", "object") : TypeNames.Of(type, compilation);

    private static string DefaultName(int index, int states)
        => index >= states ? $"context{index - states + 1}" : index == 0 ? "h" : $"state{index + 1}";
}

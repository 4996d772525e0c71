using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Parsing;

/// <summary>Fits one block to the inputs of its module: the state first, then the context, in order.</summary>
internal sealed class BlockSignature(DepthParse parse, INamedTypeSymbol module, BlockMember block, Compilation compilation)
{
    private readonly ISymbol member = block.Symbol;
    private readonly ImmutableArray<ITypeSymbol> inputs = module.TypeArguments.RemoveAt(module.Arity - 1);
    private readonly int states = parse.Signature.States;
    private readonly StepSourceParser sources = new(parse, compilation);
    private readonly List<StepSource> stepSources = [];
    private Block? accepted;

    /// <param name="allowsList">Whether a ModuleList may stand for a block of its own at each step.</param>
    /// <param name="isFirst">Whether this block names the parameters of the emitted members.</param>
    public Block? Parse(bool allowsList, bool isFirst)
    {
        if (block.Updates is not null && !UpdatesParser.IsPossible(parse, block))
        {
            return null;
        }

        var problem = member switch
        {
            { IsStatic: true } when !TakesWeights() => "it is static and cannot use the weights of the module; make it an instance member",
            IMethodSymbol method => ParseMethod(method, isFirst),
            IFieldSymbol field => ParseModule(field.Type, allowsList, isFirst),
            IPropertySymbol { IsIndexer: true } => "an indexer cannot be a block; mark a method, a field or a property",
            IPropertySymbol { ExplicitInterfaceImplementations.Length: > 0 } => "it implements an interface explicitly and has no name of its own; mark what it returns",
            IPropertySymbol { GetMethod: null } => "it cannot be read; give it a get accessor",
            IPropertySymbol property => ParseModule(property.Type, allowsList, isFirst),
            _ => "it is neither a method nor a field nor a property",
        };

        // The compiler has said of a type that does not exist that it does not.
        if (problem is not null && !MentionsUnknown())
        {
            parse.Report(Descriptors.BlockSignature, BlockParser.Location(member), member.Name, parse.Type.Name, problem);
        }

        return accepted;
    }

    /// <summary>A static method has no weights but those that it is given.</summary>
    private bool TakesWeights() => member is IMethodSymbol method && method.Parameters.Any(parameter => ConstantKind(parameter) is ArgumentKind.PerStep);

    private bool MentionsUnknown() => member switch
    {
        IMethodSymbol method => method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType).Any(TypeNames.IsUnknown),
        IFieldSymbol field => TypeNames.IsUnknown(field.Type),
        IPropertySymbol property => TypeNames.IsUnknown(property.Type),
        _ => false,
    };

    private string? ParseMethod(IMethodSymbol method, bool isFirst)
    {
        if (method.MethodKind != MethodKind.Ordinary || method.IsVararg)
        {
            return "it must be an ordinary method";
        }

        if (method.IsGenericMethod)
        {
            return "it is generic; every step calls the same method with the same types";
        }

        if (method.IsAsync)
        {
            return "it is async; a step needs its value at once";
        }

        var carries = method.Parameters.Where(parameter => ConstantKind(parameter) is ArgumentKind.Carry).ToList();
        if (CarryParser.WhyUnfit(carries) is { } wrong)
        {
            return wrong;
        }

        var returns = carries.Count == 0 ? ReturnsState(method.ReturnType) : CarryParser.StateCount(method.ReturnType) == (block.Updates is null ? states : 1);
        if (method.ReturnsByRef || method.ReturnsByRefReadonly || !returns)
        {
            return $"it returns {Short(method.ReturnType)}; it must return {StateText}{(carries.Count == 0 ? "" : $", and then '{carries[0].Name}' as the next step is to have it, all in one tuple")}";
        }

        if (method.Parameters.FirstOrDefault(parameter => parameter.RefKind != RefKind.None) is { } byReference)
        {
            return $"its parameter '{byReference.Name}' is passed by reference; pass it by value";
        }

        return ParseParameters(method, isFirst);
    }

    private string? ParseParameters(IMethodSymbol method, bool isFirst)
    {
        var arguments = new List<Argument>();
        var taken = new List<IParameterSymbol>();
        foreach (var parameter in method.Parameters)
        {
            var constant = ConstantKind(parameter);
            if (constant is ArgumentKind.Time && parameter.Type.SpecialType != SpecialType.System_Double)
            {
                return $"[ScoreTime] stands on '{parameter.Name}' of type {Short(parameter.Type)}; it must be a double";
            }

            if (constant is ArgumentKind.Step or ArgumentKind.Stage && parameter.Type.SpecialType != SpecialType.System_Int32)
            {
                return $"[Score{constant}] stands on '{parameter.Name}' of type {Short(parameter.Type)}; it must be an int";
            }

            if (constant is null)
            {
                arguments.Add(Input(taken.Count, parameter.Type));
                taken.Add(parameter);
                continue;
            }

            if (sources.Read(parameter, out var wrong) is { } source)
            {
                arguments.Add(new Argument(ArgumentKind.PerStep, stepSources.Count));
                stepSources.Add(source);
            }
            else if (wrong is not null)
            {
                return wrong;
            }
            else
            {
                arguments.Add(new Argument(constant.Value));
            }
        }

        if (WhyUnfit(taken.Select(parameter => parameter.Type).ToList()) is { } problem)
        {
            return problem + Misfit.Number(taken, inputs);
        }

        Accept(BlockKind.Method, TypeNames.Escape(method.Name), arguments, IsNullable(method.ReturnType));
        if (isFirst)
        {
            Rename([.. taken.Select(parameter => parameter.Name == "_" ? null : parameter.Name)]);
        }

        return null;
    }

    private static bool IsCollectionOfModules(ITypeSymbol type)
        => type is IArrayTypeSymbol array ? TorchTypes.IsModule(array.ElementType) : type is INamedTypeSymbol { TypeArguments.Length: 1 } named && TorchTypes.IsModule(named.TypeArguments[0]) && !TorchTypes.IsModule(type);

    private string? ParseModule(ITypeSymbol type, bool allowsList, bool isFirst)
    {
        var element = TorchTypes.ModuleListElement(type);
        if (element is not null && !allowsList)
        {
            return parse.IsEquilibrium
                ? "it is a ModuleList, and an equilibrium evaluates one module again and again; mark a module"
                : "it is a ModuleList, with weights of its own for each step; if that is meant, write [ScoreDepth(Weights = WeightSharing.PerStep)]";
        }

        return ParseModule(element ?? type, element is null ? BlockKind.Module : BlockKind.ModuleList, IsNullable(type), isFirst);
    }

    private string? ParseModule(ITypeSymbol type, BlockKind kind, bool mayBeNull, bool isFirst)
    {
        var shapes = ModuleShapes(type).ToList();
        if (shapes.Count == 0)
        {
            return Misfit.Cell(type, member.Name) ?? $"its type {Short(type)} is no module that returns {StateText}{(IsCollectionOfModules(type) ? "; several modules, one for each step, are held in a ModuleList" : "")}";
        }

        var problems = shapes.Select(shape => WhyUnfit(shape.TypeArguments.RemoveAt(shape.Arity - 1))).ToList();
        var fitting = problems.FindIndex(problem => problem is null);
        if (fitting < 0)
        {
            return Misfit.Cell(type, member.Name) ?? problems[0] + Misfit.Filled(type, member.Name);
        }

        Accept(
            kind,
            TypeNames.Escape(member.Name) + (mayBeNull ? "!" : ""),
            shapes[fitting].TypeArguments.Take(inputs.Length).Select((parameter, i) => Input(i, parameter)),
            IsNullable(shapes[fitting].TypeArguments.Last()));
        if (isFirst)
        {
            Rename(InputNames.Of(type, inputs.Length, states));
        }

        return null;
    }

    /// <summary>The module that a type derives from, and the further shapes that it can be called in.</summary>
    private IEnumerable<INamedTypeSymbol> ModuleShapes(ITypeSymbol type)
    {
        var shapes = new List<INamedTypeSymbol>();
        foreach (var callable in WithConstraints(type))
        {
            if (TorchTypes.ModuleBase(callable) is { } root)
            {
                shapes.Add(root);
            }

            shapes.AddRange(callable.AllInterfaces.Concat([callable]).OfType<INamedTypeSymbol>().Where(TorchTypes.IsModuleInterface));
        }

        return shapes.Where(shape => ReturnsState(shape.TypeArguments.Last()));
    }

    /// <summary>The type; for a type parameter what it is constrained to as well, since it is called as that.</summary>
    private static List<ITypeSymbol> WithConstraints(ITypeSymbol type)
    {
        var types = new List<ITypeSymbol> { type };
        for (var i = 0; i < types.Count; i++)
        {
            if (types[i] is ITypeParameterSymbol parameter)
            {
                types.AddRange(parameter.ConstraintTypes.Where(constraint => !types.Contains(constraint, SymbolEqualityComparer.Default)));
            }
        }

        return types;
    }

    private string? WhyUnfit(IReadOnlyList<ITypeSymbol> parameters)
    {
        if (parameters.Count == 0)
        {
            return "it does not take the state; its first parameter must be the state, a Tensor";
        }

        for (var i = 0; i < states && i < parameters.Count; i++)
        {
            if (!TorchTypes.IsTensor(parameters[i]))
            {
                return $"its input {i + 1} is {Short(parameters[i])}; it must be the state, a Tensor";
            }
        }

        if (parameters.Count != inputs.Length)
        {
            return $"it takes {Misfit.Inputs(parameters.Count)} and the module {inputs.Length}; they must be the same, the state first: a module with these inputs is a Module<{string.Join(", ", parameters.Append(module.TypeArguments.Last()).Select(Short))}>";
        }

        for (var i = states; i < inputs.Length; i++)
        {
            // A dynamic input is handed on as the object that it is: no call is to be bound at run time.
            var input = inputs[i].TypeKind == TypeKind.Dynamic ? compilation.ObjectType : inputs[i];
            var conversion = compilation.ClassifyConversion(input, parameters[i]);
            if (!conversion.IsImplicit || conversion.IsUserDefined)
            {
                return $"its input {i + 1} is {Short(parameters[i])} and the module's is {Short(inputs[i])}; they must be the same";
            }
        }

        return null;
    }

    private void Accept(BlockKind kind, string target, IEnumerable<Argument> arguments, bool mayReturnNull)
        => accepted = new Block(member.Name, target, kind, arguments.ToEquatableArray(), block.StripSkip, mayReturnNull, stepSources.ToEquatableArray(), block.Updates);

    private Argument Input(int index, ITypeSymbol parameter)
        => index < states
            ? new Argument(ArgumentKind.State, index)
            : new Argument(ArgumentKind.Context, index, index < inputs.Length && IsStricter(parameter, inputs[index]));

    /// <summary>Whether passing the module's input would be a nullability warning, which the block's author has seen fit to ignore.</summary>
    public static bool IsStricter(ITypeSymbol parameter, ITypeSymbol input)
    {
        var isSameType = SymbolEqualityComparer.Default.Equals(parameter, input);
        return isSameType
            ? !SymbolEqualityComparer.IncludeNullability.Equals(parameter, input) && !IsNullable(parameter)
            : IsNullable(input) && parameter.NullableAnnotation == NullableAnnotation.NotAnnotated && !parameter.IsValueType;
    }

    /// <summary>Calls the parameters as the block does, or else as the base class does. A name that would hide a member which emitted code uses gives way.</summary>
    private void Rename(IReadOnlyList<string?> wanted)
    {
        var inherited = wanted.Count == inputs.Length && !wanted.Contains(null) ? [] : InputNames.Of(parse.Type.BaseType, inputs.Length, states);
        var taken = new HashSet<string>(parse.Members.Select(other => other.Symbol.Name)) { EmittedNames.Forward, EmittedNames.ForwardUntil, EmittedNames.Depth, "nameof" };
        var parameters = parse.Signature.Parameters
            .Select((parameter, i) => parameter with { Name = TypeNames.Escape(FreeNames.Take(wanted.ElementAtOrDefault(i) ?? inherited.ElementAtOrDefault(i) ?? parameter.Name, taken)) });
        parse.Signature = parse.Signature with { Parameters = parameters.ToEquatableArray() };
    }

    private string StateText => block.Updates is not null ? "a Tensor, the part of the state that it updates" : states == 1 ? "a Tensor" : $"a tuple of {states} Tensors";

    private bool ReturnsState(ITypeSymbol type)
        => states == 1 || block.Updates is not null ? TorchTypes.IsTensorOrDerived(type) : TorchTypes.StateCount(type) == states;

    /// <summary>What a mark on a parameter asks to be filled in; null where it is no mark of ours.</summary>
    public static ArgumentKind? ConstantKind(AttributeData mark) => ScoreGenTypes.NameOf(mark) switch
    {
        "ScoreTimeAttribute" => ArgumentKind.Time,
        "ScoreStepAttribute" => ArgumentKind.Step,
        "ScoreStageAttribute" => ArgumentKind.Stage,
        "ScorePerStepAttribute" => ArgumentKind.PerStep,
        "ScoreCarryAttribute" => ArgumentKind.Carry,
        _ => null,
    };

    public static ArgumentKind? ConstantKind(IParameterSymbol parameter)
    {
        foreach (var mark in parameter.GetAttributes())
        {
            if (ConstantKind(mark) is { } kind)
            {
                return kind;
            }
        }

        return null;
    }

    private static bool IsNullable(ITypeSymbol type) => type.NullableAnnotation == NullableAnnotation.Annotated;

    private static string Short(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}

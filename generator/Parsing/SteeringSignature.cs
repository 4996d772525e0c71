using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Parsing;

/// <summary>Fits a method that steers the pass: it takes the state, for some marks what came of it, and then any of the block's contexts, by name.</summary>
internal sealed class SteeringSignature(DepthParse parse, MarkedMember marked, Compilation compilation)
{
    private readonly int states = parse.Signature.States;

    /// <param name="method">The method.</param>
    /// <param name="wrongResult">What is wrong with its result; null where nothing is.</param>
    /// <param name="first">What it takes first, for messages.</param>
    /// <param name="second">What it takes then; null where the contexts follow at once.</param>
    public SteeringMember? Read(IMethodSymbol method, string? wrongResult, string first, string? second = null)
    {
        var arguments = new List<Argument>();
        var problem = WhyUnfit(method) ?? Parameters(method, arguments, first, second)
            ?? (wrongResult is null ? null : $"it returns {Short(method.ReturnType)}; {wrongResult}");
        if (problem is null)
        {
            return new SteeringMember(method.Name, Target(method), arguments.ToEquatableArray(), method.ReturnType.NullableAnnotation == NullableAnnotation.Annotated);
        }

        // The compiler has said of a type that does not exist that it does not.
        if (method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType).Any(TypeNames.IsUnknown))
        {
            parse.SteersByUnknownTypes = true;
        }
        else
        {
            Report(problem);
        }

        return null;
    }

    /// <summary>A field or property that holds a module from the state to a Tensor.</summary>
    public SteeringMember? ReadModule()
    {
        // On anything else the mark is the compiler's error, and of a type that does not exist it says so.
        var type = marked.Symbol switch
        {
            IPropertySymbol property => property.Type,
            IFieldSymbol field => field.Type,
            _ => null,
        };
        if (type is null || TypeNames.IsUnknown(type))
        {
            parse.SteersByUnknownTypes = true;
            return null;
        }

        if (marked.Symbol is IPropertySymbol { IsIndexer: true } or IPropertySymbol { ExplicitInterfaceImplementations.Length: > 0 } or IPropertySymbol { GetMethod: null })
        {
            Report("it is a property that cannot be read by its name; mark a field, or a method");
            return null;
        }

        var shapes = type.AllInterfaces.Where(TorchTypes.IsModuleInterface).Concat(new[] { TorchTypes.ModuleBase(type), type as INamedTypeSymbol }.OfType<INamedTypeSymbol>());
        if (!shapes.Any(shape => shape is { Arity: 2 } && shape.TypeArguments.All(TorchTypes.IsTensor)))
        {
            Report($"its type {Short(type)} is no module from one Tensor to another; use a method to call it otherwise");
            return null;
        }

        var name = TypeNames.Escape(marked.Name);
        var owner = parse.Signature.Parameters.All(parameter => parameter.Name != name) ? name : $"this.{name}";
        var forgiven = type.NullableAnnotation == NullableAnnotation.Annotated ? "!" : "";
        return new SteeringMember(marked.Name, $"{owner}{forgiven}.call", new[] { new Argument(ArgumentKind.State) }.ToEquatableArray(), MayReturnNull: false);
    }

    public void Report(string problem)
        => parse.Report(Descriptors.SteeringSignature, marked.Location, marked.Name, parse.Type.Name, MarkName, problem);

    private string MarkName => $"[{marked.Mark.AttributeClass!.Name.Replace("Attribute", "")}]";

    private static string? WhyUnfit(IMethodSymbol method) => method switch
    {
        { MethodKind: not MethodKind.Ordinary } or { IsVararg: true } => "it must be an ordinary method",
        { IsGenericMethod: true } => "it is generic; every step calls the same method with the same types",
        { IsAsync: true } => "it is async; a step needs its answer at once",
        { ReturnsByRef: true } or { ReturnsByRefReadonly: true } => "it returns by reference; return the value itself",
        _ => method.Parameters.FirstOrDefault(parameter => parameter.RefKind != RefKind.None) is { } byReference
            ? $"its parameter '{byReference.Name}' is passed by reference; pass it by value"
            : null,
    };

    private string? Parameters(IMethodSymbol method, List<Argument> arguments, string first, string? second)
    {
        var leading = states * (second is null ? 1 : 2);
        var taken = 0;
        foreach (var parameter in method.Parameters)
        {
            var constant = BlockSignature.ConstantKind(parameter);
            if (constant is { } kind)
            {
                if (WhyNoConstant(parameter, kind) is { } wrong)
                {
                    return wrong;
                }

                arguments.Add(new Argument(kind));
            }
            else if (taken < leading)
            {
                if (!TorchTypes.IsTensor(parameter.Type))
                {
                    return $"its parameter '{parameter.Name}' is {Short(parameter.Type)}; {Leading(first, second)}";
                }

                arguments.Add(new Argument(taken < states ? ArgumentKind.State : ArgumentKind.Result, taken % states));
                taken++;
            }
            else if (Context(parameter, arguments) is { } wrong)
            {
                return wrong;
            }
        }

        return taken < leading ? $"it takes {taken} of {leading} Tensors; {Leading(first, second)}" : null;
    }

    /// <summary>A context is found by its name.</summary>
    private string? Context(IParameterSymbol parameter, List<Argument> arguments)
    {
        var contexts = parse.Signature.Parameters.Skip(states).Select(context => context.Name.TrimStart('@')).ToList();
        var index = contexts.IndexOf(parameter.Name);
        if (index < 0)
        {
            return $"its parameter '{parameter.Name}' is none of the block's contexts{(contexts.Count == 0 ? ", and the block has none" : $", which are called {string.Join(", ", contexts)}")}";
        }

        var input = parse.Module!.TypeArguments[states + index];
        var conversion = compilation.ClassifyConversion(input, parameter.Type);
        if (!conversion.IsImplicit || conversion.IsUserDefined)
        {
            return $"its parameter '{parameter.Name}' is {Short(parameter.Type)} and the context of that name is {Short(input)}; they must be the same";
        }

        arguments.Add(new Argument(ArgumentKind.Context, states + index, BlockSignature.IsStricter(parameter.Type, input)));
        return null;
    }

    private static string? WhyNoConstant(IParameterSymbol parameter, ArgumentKind kind) => kind switch
    {
        ArgumentKind.Carry => $"[ScoreCarry] stands on '{parameter.Name}'; only the block has a memory",
        ArgumentKind.PerStep => $"[ScorePerStep] stands on '{parameter.Name}'; only a parameter of the block gets weights of the step's own",
        ArgumentKind.Stage => $"[ScoreStage] stands on '{parameter.Name}'; it is asked once a step, and not at each stage",
        ArgumentKind.Time when parameter.Type.SpecialType != SpecialType.System_Double => $"[ScoreTime] stands on '{parameter.Name}' of type {Short(parameter.Type)}; it must be a double",
        ArgumentKind.Step when parameter.Type.SpecialType != SpecialType.System_Int32 => $"[ScoreStep] stands on '{parameter.Name}' of type {Short(parameter.Type)}; it must be an int",
        _ => null,
    };

    private string Leading(string first, string? second)
    {
        var parts = states == 1 ? "a Tensor" : $"{states} Tensors";
        return $"it must take {first}, {parts}, {(second is null ? "first" : $"and then {second}, {parts}")}";
    }

    /// <summary>A parameter of the emitted members may have the method's name, and would hide it.</summary>
    private string Target(IMethodSymbol method)
    {
        var name = TypeNames.Escape(method.Name);
        return parse.Signature.Parameters.All(parameter => parameter.Name != name) ? name
            : method.IsStatic ? $"{TypeNames.Of(method.ContainingType, compilation)}.{name}"
            : $"this.{name}";
    }

    private static string Short(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}

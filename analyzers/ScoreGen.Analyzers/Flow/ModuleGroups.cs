using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScoreGen.Analyzers.Flow;

/// <summary>The elements of collections of modules (ModuleList, Sequential, array, list) or of parameters (ParameterList), by the expressions that create them.</summary>
internal sealed class ModuleGroups(SourceCode code, Creations creations)
{
    private const int Most = 1024;
    private const int Deepest = 6;

    private readonly Rounds rounds = new(code);
    private readonly Dictionary<ISymbol, ImmutableArray<IOperation>?> members = new(SymbolEqualityComparer.Default);

    /// <summary>What a module that is a collection holds, in order, with what was added to it after it was made; null where that is not known.</summary>
    public ImmutableArray<IOperation>? Of(ModuleMember group)
        => group is { Holder: { } holder, Index: null } ? Of(holder)
            : group.Creation is { } creation ? Of(creation)
            : null;

    /// <summary>What a member's collection holds, in order; null where that is not known.</summary>
    public ImmutableArray<IOperation>? Of(ISymbol member)
    {
        if (!members.TryGetValue(member, out var elements))
        {
            members[member] = null;
            members[member] = elements = creations.Given(member) is { } given ? Of(given, member, 0) : null;
        }

        return elements;
    }

    /// <summary>What a newly made collection holds, in order; null where that is not known.</summary>
    public ImmutableArray<IOperation>? Of(IOperation creation) => Of(creation, null, 0);

    /// <summary>Every module and parameter that is created for a member's collection, however often.</summary>
    public IEnumerable<IOperation> Created(ISymbol member)
        => creations.All(member).SelectMany(Made).Concat(Additions(member).Select(code.Operation).Where(value => value is not null).SelectMany(value => Made(value!)));

    private IEnumerable<IOperation> Made(IOperation value)
        => value.DescendantsAndSelf().SelectMany(operation => operation switch
        {
            IInvocationOperation or IObjectCreationOperation when TorchNames.IsModule(operation.Type) || TorchNames.IsParameter(operation.Type) => [operation],
            ILocalReferenceOperation { Local: { } local } => (creations.Declared(local) is { } declared ? Made(declared) : [])
                .Concat(Additions(local).Select(code.Operation).Where(added => added is IInvocationOperation or IObjectCreationOperation).Select(added => added!)),
            _ => [],
        });

    /// <summary>Whether a type is a collection of modules or parameters.</summary>
    public static bool IsGroup(ITypeSymbol type)
        => TorchNames.IsModule(type)
            ? TorchNames.IsNamed(type, "ModuleList") || TorchNames.IsNamed(type, "ModuleDict") || TorchNames.IsNamed(type, "Sequential")
            : Weights.Held(type) is not null;

    /// <summary>Whether two elements are made in the same way: one type, equal arguments, none that counts a loop.</summary>
    public static bool AreAlike(IOperation a, IOperation b)
    {
        var (left, right) = (a.Unwrap(), b.Unwrap());
        return left is IInvocationOperation or IObjectCreationOperation
            && SymbolEqualityComparer.Default.Equals(left.Type, right.Type)
            && SyntaxFactory.AreEquivalent(left.Syntax, right.Syntax)
            && !left.Descendants().Any(CountsLoop);
    }

    private static bool CountsLoop(IOperation operation)
        => operation switch
        {
            ILocalReferenceOperation { Local: { } local } => local.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax().Ancestors().Take(2).Any(node => node is ForStatementSyntax)),
            IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } => true,
            _ => false,
        };

    private ImmutableArray<IOperation>? Of(IOperation creation, ISymbol? holder, int depth)
    {
        if (depth > Deepest)
        {
            return null;
        }

        var elements = creation.Unwrap() switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => Each(initializer.ElementValues, depth),
            IArrayCreationOperation => ImmutableArray<IOperation>.Empty,
            IInvocationOperation invocation => OfInvocation(invocation, depth),
            IObjectCreationOperation made => OfObject(made, depth),
            ILocalReferenceOperation { Local: { } local } when creations.Declared(local) is { } declared => Of(declared, local, depth + 1),
            IFieldReferenceOperation { Field: { } field } => Of(field),
            { Syntax: CollectionExpressionSyntax written } => OfCollectionExpression(written),
            _ => null,
        };

        return elements is { } known && holder is not null ? Added(holder, known) : elements;
    }

    private ImmutableArray<IOperation>? OfInvocation(IInvocationOperation invocation, int depth)
    {
        switch (invocation.TargetMethod.Name)
        {
            case "ModuleList" or "Sequential" or "ParameterList" when TorchNames.IsTorch(invocation.TargetMethod):
                return OfArguments(invocation.Arguments, depth);
            case "ToArray" or "ToList" or "AsEnumerable":
                return (invocation.Instance ?? invocation.Arguments.FirstOrDefault()?.Value) is { } source ? Of(source, null, depth + 1) : null;
            case "Select" when invocation.Arguments.Length == 2:
                return OfSelect(invocation.Arguments[0].Value, invocation.Arguments[1].Value);
            default:
                return null;
        }
    }

    private ImmutableArray<IOperation>? OfObject(IObjectCreationOperation made, int depth)
    {
        if (made.Arguments.Any(argument => TorchNames.IsModule(argument.Value.Type) || argument.Value.Type?.SpecialType is null or SpecialType.None)
            && OfArguments(made.Arguments, depth) is not { Length: >= 0 })
        {
            return null;
        }

        var given = made.Arguments.Length == 0 ? ImmutableArray<IOperation>.Empty : OfArguments(made.Arguments, depth) ?? ImmutableArray<IOperation>.Empty;
        var listed = made.Initializer?.Initializers.OfType<IInvocationOperation>().Select(add => add.Arguments.LastOrDefault()?.Value).Where(value => value is not null);
        return made.Type is { Name: "ModuleList" or "Sequential" or "ParameterList" or "List" } ? given.AddRange(listed?.Select(value => value!) ?? []) : null;
    }

    /// <summary>A collection given as one argument is spread; anything else is an element.</summary>
    private ImmutableArray<IOperation>? OfArguments(ImmutableArray<IArgumentOperation> arguments, int depth)
    {
        var all = ImmutableArray.CreateBuilder<IOperation>();
        foreach (var argument in arguments.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue))
        {
            var value = argument.Value.Unwrap();
            if (TorchNames.IsModule(value.Type) || value is ITupleOperation)
            {
                all.Add(Element(value));
            }
            else if (Of(value, null, depth + 1) is { } spread)
            {
                all.AddRange(spread);
            }
            else
            {
                return null;
            }
        }

        return all.ToImmutable();
    }

    private static ImmutableArray<IOperation>? Each(ImmutableArray<IOperation> values, int depth)
        => depth <= Deepest ? values.Select(Element).ToImmutableArray() : null;

    /// <summary>A module, or the one in a pair of name and module.</summary>
    private static IOperation Element(IOperation value)
        => value.Unwrap() is ITupleOperation { Elements: { Length: 2 } items } ? items[1].Unwrap() : value.Unwrap();

    private static ImmutableArray<IOperation>? OfSelect(IOperation source, IOperation selector)
    {
        var made = selector.DescendantsAndSelf().OfType<IAnonymousFunctionOperation>().FirstOrDefault()?.Body.Operations.OfType<IReturnOperation>().FirstOrDefault()?.ReturnedValue;
        return source.Unwrap() is IInvocationOperation { TargetMethod.Name: "Range", Arguments: { Length: 2 } range }
            && range[1].Value.ConstantNumber() is { } count and >= 0 and <= Most
            && made is not null
                ? Enumerable.Repeat(made.Unwrap(), (int)count).ToImmutableArray()
                : null;
    }

    private ImmutableArray<IOperation>? OfCollectionExpression(CollectionExpressionSyntax written)
    {
        var elements = written.Elements.Select(element => element is ExpressionElementSyntax { Expression: { } expression } ? code.Operation(expression) : null).ToList();
        return elements.All(element => element is not null) ? elements.Select(element => element!.Unwrap()).ToImmutableArray() : null;
    }

    /// <summary>What is added to a collection after it was made, each as often as the loops around it run; null where that is not known.</summary>
    private ImmutableArray<IOperation>? Added(ISymbol holder, ImmutableArray<IOperation> elements)
    {
        if (Mentions(holder).Any(mention => IsHandedOut(mention) || IsRearranged(mention) || (IsElementSet(mention) && !(elements.IsEmpty && IsArray(holder)))))
        {
            return null;
        }

        foreach (var addition in Mentions(holder).SelectMany(AddedAt))
        {
            if (!Creations.IsInConstructor(addition.Value)
                || rounds.Of(addition.Value) is not { } count
                || code.Operation(addition.Value)?.Unwrap() is not { } value
                || (addition.IsSpread ? Of(value, null, 1) : ImmutableArray.Create(Element(value))) is not { } added
                || elements.Length + (count * added.Length) > Most)
            {
                return null;
            }

            elements = elements.AddRange(Enumerable.Repeat(added, count).SelectMany(each => each));
        }

        // Where one is put in between, the order is another than that of the source.
        return Mentions(holder).Any(IsInserted) && !elements.All(element => AreAlike(element, elements[0])) ? null : elements;
    }

    private IEnumerable<SyntaxNode> Additions(ISymbol holder) => Mentions(holder).SelectMany(AddedAt).Select(addition => addition.Value);

    private IEnumerable<SyntaxNode> Mentions(ISymbol holder)
        => holder.ContainingType is not { } type ? []
            : code.Mentions(type, holder.Name)
                .Where(mention => SymbolEqualityComparer.Default.Equals(code.Symbol(mention), holder))
                .Select(Creations.Whole);

    /// <summary>Whether a constructor gives the collection to someone who may fill it: code of the user's own, or another name.</summary>
    private bool IsHandedOut(SyntaxNode holder)
        => Creations.IsInConstructor(holder) && holder.Parent switch
        {
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => code.Symbol(call) is not { } called || (!TorchNames.IsTorch(called) && !called.DeclaringSyntaxReferences.IsEmpty),
            EqualsValueClauseSyntax => true,
            _ => false,
        };

    /// <summary>Whether the order of the elements, or which there are, changes otherwise than at the end.</summary>
    private static bool IsRearranged(SyntaxNode holder) => Called(holder) is "InsertRange" or "Clear" or "clear" or "Remove" or "RemoveAt" or "RemoveAll" or "RemoveRange" or "pop" or "Reverse" or "Sort";

    private static bool IsArray(ISymbol holder) => ((holder as ILocalSymbol)?.Type ?? Registration.TypeOf(holder)) is IArrayTypeSymbol;

    private static bool IsInserted(SyntaxNode holder) => Called(holder) is "Insert" or "insert";

    /// <summary>The method of the collection that is called where it is named.</summary>
    private static string? Called(SyntaxNode holder)
        => holder.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access && access.Expression == holder ? access.Name.Identifier.ValueText : null;

    /// <summary>Whether an element is written by its index: one of a new array is the first, one of anything else takes another's place.</summary>
    private static bool IsElementSet(SyntaxNode holder)
        => holder.Parent is ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } element && assignment.Left == element;

    /// <summary>What is added where a collection is named: by a method that takes it last, or by an index.</summary>
    public static IEnumerable<(SyntaxNode Value, bool IsSpread)> AddedAt(SyntaxNode holder) => holder.Parent switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: { } name, Parent: InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } given } } access when access.Expression == holder => name switch
        {
            "Add" or "append" or "Insert" or "insert" or "GetOrAdd" => [(given[given.Count - 1].Expression, false)],
            "AddRange" or "extend" => [(given[given.Count - 1].Expression, true)],
            _ => [],
        },
        ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } element when assignment.Left == element => [(assignment.Right, false)],
        _ => [],
    };
}

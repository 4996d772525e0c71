using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScoreGen.Analyzers.Flow;

/// <summary>Which expression a field, property or local gets its value from: its declaration, or the one assignment in a constructor.</summary>
internal sealed class Creations(SourceCode code)
{
    private readonly Dictionary<ISymbol, IOperation?> known = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IReadOnlyList<IOperation>> assigned = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// The only expression that a member is given by declaration and constructors, or, where they give it none, by any other code of its
    /// class; null where there is none, or more than one.
    /// </summary>
    public IOperation? Of(ISymbol member) => Given(member) is { } given ? Follow(given) : null;

    /// <summary>As <see cref="Of"/>, but where that is a local, the local and not what it was declared with.</summary>
    public IOperation? Given(ISymbol member)
    {
        if (!known.TryGetValue(member, out var creation))
        {
            // Entered first, so that a member that is made from itself ends the search.
            known[member] = null;
            var all = All(member).DefaultIfEmpty().SelectMany(value => value is null ? Assigned(member) : [value]).Take(2).ToList();
            known[member] = creation = all.Count == 1 ? all[0] : null;
        }

        return creation;
    }

    /// <summary>Every expression that a member is given by its declaration or by a constructor.</summary>
    public IEnumerable<IOperation> All(ISymbol member)
    {
        if (code.Initializer(member) is { } initial && !IsNothing(initial))
        {
            yield return initial;
        }

        foreach (var assigned in Assigned(member).Where(assignment => IsInConstructor(assignment.Syntax)))
        {
            yield return assigned;
        }
    }

    /// <summary>Whether a value only keeps the compiler from asking for one: <c>null!</c>, <c>default!</c>.</summary>
    private static bool IsNothing(IOperation value) => value.Unwrap() is IDefaultValueOperation or { ConstantValue: { HasValue: true, Value: null } };

    /// <summary>The values of all assignments to a member in its own class.</summary>
    public IReadOnlyList<IOperation> Assigned(ISymbol member)
    {
        if (!assigned.TryGetValue(member, out var values))
        {
            assigned[member] = values = AssignedIn(member.ContainingType, member).ToList();
        }

        return values;
    }

    private IEnumerable<IOperation> AssignedIn(INamedTypeSymbol? type, ISymbol member)
        => type is null
            ? []
            : code.Mentions(type, member.Name)
                .Select(mention => AssignedAt(Whole(mention)))
                .Where(right => right is { } found && SymbolEqualityComparer.Default.Equals(code.Symbol(found.Target), member))
                .Select(right => code.Operation(right!.Value.Value))
                .Where(operation => operation is not null)
                .Select(operation => operation!);

    public static bool IsInConstructor(SyntaxNode node)
        => node.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is ConstructorDeclarationSyntax;

    /// <summary>A name with what qualifies it: <c>this.up</c> for <c>up</c>.</summary>
    public static SyntaxNode Whole(SyntaxNode name)
        => name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;

    /// <summary>The value that a local got where it was declared, followed through further locals.</summary>
    private IOperation Follow(IOperation operation)
    {
        for (var i = 0; i < 8 && operation.Unwrap() is ILocalReferenceOperation reference && Declared(reference.Local) is { } value; i++)
        {
            operation = value;
        }

        return operation;
    }

    public IOperation? Declared(ILocalSymbol local)
        => local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(code.Cancellation) is VariableDeclaratorSyntax { Initializer.Value: { } value }
            ? code.Operation(value)
            : null;

    private static (SyntaxNode Target, SyntaxNode Value)? AssignedAt(SyntaxNode target)
    {
        if (target.Parent is AssignmentExpressionSyntax assignment && assignment.Left == target)
        {
            return (target, assignment.Right);
        }

        // (up, down) = (Linear(…), Linear(…))
        return target.Parent is ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax deconstruction } left } item
            && deconstruction.Left == left
            && deconstruction.Right is TupleExpressionSyntax right
            && left.Arguments.IndexOf(item) is var index
            && index < right.Arguments.Count
                ? (target, right.Arguments[index].Expression)
                : null;
    }
}

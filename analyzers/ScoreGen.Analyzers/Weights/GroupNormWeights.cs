using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScoreGen.Analyzers.Flow;

/// <summary>
/// Which of the GroupNorms that a class creates get their weight and bias from somewhere, as far as its source tells. Code that may be
/// about any of them, such as a loop over all modules, counts for each.
/// </summary>
internal sealed class GroupNormWeights
{
    private const string GroupNorm = "GroupNorm";

    private readonly SourceCode code;
    private readonly List<SyntaxNode> nodes;
    private readonly List<IInvocationOperation> made;
    private readonly List<IOperation> calls;
    private readonly HashSet<ISymbol> holders;

    private GroupNormWeights(SourceCode code, List<SyntaxNode> nodes, List<IInvocationOperation> made)
    {
        this.code = code;
        this.nodes = nodes;
        this.made = made;
        calls = nodes.Where(node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax).Select(code.Operation).OfType<IOperation>().ToList();
        holders = new HashSet<ISymbol>(made.Select(Holder).OfType<ISymbol>(), SymbolEqualityComparer.Default);
    }

    /// <summary>Those whose weight or bias stays as the memory happened to be.</summary>
    /// <param name="code">The source.</param>
    /// <param name="types">The class and its bases.</param>
    public static IEnumerable<IInvocationOperation> Uninitialised(SourceCode code, IReadOnlyList<INamedTypeSymbol> types)
    {
        if (!types.Any(type => code.Mentions(type, GroupNorm).Any()))
        {
            return [];
        }

        var nodes = types.SelectMany(code.Declarations).SelectMany(declaration => declaration.DescendantNodes()).ToList();
        var made = nodes.OfType<InvocationExpressionSyntax>().Where(IsCalledGroupNorm).Select(code.Operation).OfType<IInvocationOperation>().Where(LeavesWeights).ToList();
        return made.Count == 0 || nodes.Exists(IsLoad) || nodes.Exists(InitialisesAll) ? [] : new GroupNormWeights(code, nodes, made).Uninitialised();
    }

    /// <summary>What a creation is called where it is kept; null where it has no name.</summary>
    public static string? Called(IOperation creation) => Holder(creation)?.Name;

    private static bool IsCalledGroupNorm(InvocationExpressionSyntax call) => Name(call) == GroupNorm;

    /// <summary>With <c>affine: false</c> there are none; where that is not known, nothing can be said.</summary>
    private static bool LeavesWeights(IInvocationOperation creation)
        => creation.TargetMethod.Name == GroupNorm
            && TorchNames.IsTorch(creation.TargetMethod)
            && creation.Arguments.Argument("affine") is { } affine
            && affine.Value.IsConstant(true);

    /// <summary>Whether a constructor loads all weights, from a file for instance.</summary>
    private static bool IsLoad(SyntaxNode node)
        => node is InvocationExpressionSyntax call && Name(call).StartsWith("load", System.StringComparison.Ordinal) && Creations.IsInConstructor(node);

    /// <summary>Whether a statement writes all parameters, whatever module they are of.</summary>
    private static bool InitialisesAll(SyntaxNode node)
        => node is InvocationExpressionSyntax call
            && Name(call) is "parameters" or "named_parameters"
            && node.FirstAncestorOrSelf<StatementSyntax>() is { } statement
            && statement.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(other => TorchNames.IsInPlace(Name(other)));

    private static string Name(InvocationExpressionSyntax call) => call.Expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => "",
    };

    private IEnumerable<IInvocationOperation> Uninitialised()
    {
        var writes = nodes.Concat(Helpers()).OfType<IdentifierNameSyntax>().SelectMany(Writes).ToList();
        return made.Where(creation =>
            !IsHandedToTheUnseen(creation)
            && new[] { "weight", "bias" }.Any(name => !writes.Exists(write => write.Name == name && Concerns(write.Subject, creation))));
    }

    /// <summary>The code of others that is given a module of this class, or is applied to all of them.</summary>
    private IEnumerable<SyntaxNode> Helpers()
        => calls
            .SelectMany(call => call.Arguments().Select(argument => argument.Value.Unwrap()).SelectMany(value => new[]
            {
                TorchNames.IsModule(value.Type) ? Method(call) : null,
                (value as IDelegateCreationOperation)?.Target is IMethodReferenceOperation { Method: { } applied } ? applied : null,
            }))
            .OfType<IMethodSymbol>()
            .SelectMany(method => method.DeclaringSyntaxReferences)
            .SelectMany(reference => reference.GetSyntax(code.Cancellation).DescendantNodes());

    /// <summary>A mention of a GroupNorm's weight or bias that may write it: by which name, and of what it is the weight where that has a name.</summary>
    private IEnumerable<(string Name, ISymbol? Subject)> Writes(IdentifierNameSyntax name)
    {
        if (name.Identifier.ValueText is not ("weight" or "bias"))
        {
            return [];
        }

        var whole = name.Parent is MemberBindingExpressionSyntax binding ? binding : Creations.Whole(name);
        return code.Operation(whole) is IPropertyReferenceOperation { Property.ContainingType: { Name: GroupNorm } type } reference && TorchNames.IsTorch(type) && MayWrite(whole)
            ? [(name.Identifier.ValueText, reference.Instance is { } instance ? Symbol(instance) : null)]
            : [];
    }

    private bool MayWrite(SyntaxNode value)
    {
        while (value.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } or CastExpressionSyntax)
        {
            value = value.Parent;
        }

        return value.Parent switch
        {
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => TorchNames.IsInPlace(Name(call)) || !TorchNames.IsTorch(code.Symbol(call)),
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } => TorchNames.IsInPlace(Name(call)),
            ArgumentSyntax or AssignmentExpressionSyntax or EqualsValueClauseSyntax or ConditionalAccessExpressionSyntax => true,
            _ => false,
        };
    }

    /// <summary>Whether what is written to a subject may be written to what a creation made: unless the subject is another's, it may.</summary>
    private bool Concerns(ISymbol? subject, IOperation creation) => subject switch
    {
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method } => IsGiven(creation, method),
        not null when holders.Contains(subject) => SymbolEqualityComparer.Default.Equals(subject, Holder(creation)),
        _ => true,
    };

    private bool IsGiven(IOperation creation, IMethodSymbol method)
        => nodes.OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == method.Name && Creations.Whole(name).Parent is not InvocationExpressionSyntax)
            || calls
                .Where(call => SymbolEqualityComparer.Default.Equals(Method(call)?.OriginalDefinition, method.OriginalDefinition))
                .SelectMany(call => call.Arguments())
                .Select(argument => argument.Value.Unwrap())
                .Any(value => value.Syntax == creation.Syntax || (Symbol(value) is { } given && (given is IParameterSymbol || Concerns(given, creation))));

    private static bool IsHandedToTheUnseen(IOperation creation)
        => Above(creation) is IArgumentOperation { Parent: { } call } && Method(call) is { DeclaringSyntaxReferences.IsEmpty: true } method && !TorchNames.IsTorch(method);

    private static IMethodSymbol? Method(IOperation call) => (call as IInvocationOperation)?.TargetMethod ?? (call as IObjectCreationOperation)?.Constructor;

    private static ISymbol? Symbol(IOperation value) => value.Member() ?? value.Variable();

    /// <summary>The field, property or local that a creation is given to at once.</summary>
    private static ISymbol? Holder(IOperation creation) => Above(creation) switch
    {
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
        IFieldInitializerOperation initializer => initializer.InitializedFields.FirstOrDefault(),
        IPropertyInitializerOperation initializer => initializer.InitializedProperties.FirstOrDefault(),
        IAssignmentOperation assignment => Symbol(assignment.Target),
        _ => null,
    };

    private static IOperation? Above(IOperation operation)
    {
        var above = operation.Parent;
        while (above is IConversionOperation or IParenthesizedOperation or IConditionalOperation or ICoalesceOperation)
        {
            above = above.Parent;
        }

        return above;
    }
}

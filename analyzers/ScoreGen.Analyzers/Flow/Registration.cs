using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScoreGen.Analyzers.Flow;

/// <summary>How a class registers its modules and parameters.</summary>
internal sealed class Registration
{
    public const string Automatic = "RegisterComponents";

    private static readonly string[] Manual = ["register_module", "register_parameter", "register_buffer", "add_module", "ClearModules", "ConditionallyRegisterParameter", "_internal_submodules", "_internal_params"];

    private readonly SourceCode code;
    private readonly Creations creations;
    private readonly List<INamedTypeSymbol> types;
    private readonly List<InvocationExpressionSyntax> calls;
    private readonly bool areBasesInSource;

    public Registration(INamedTypeSymbol type, SourceCode code, Creations creations)
    {
        this.code = code;
        this.creations = creations;
        types = Types(type).ToList();
        areBasesInSource = types.All(type => type.DeclaringSyntaxReferences.Length > 0);
        IsByHand = types.Any(type => Manual.Any(name => code.Mentions(type, name).Any()));
        calls = types
            .SelectMany(type => code.Mentions(type, Automatic))
            .Select(name => Creations.Whole(name).Parent)
            .OfType<InvocationExpressionSyntax>()
            .ToList();
        Members = types.SelectMany(type => type.GetMembers()).OfType<IFieldSymbol>().Where(field => !field.IsStatic).Select(field => field.AssociatedSymbol ?? field).ToList();
    }

    /// <summary>The instance fields and auto-properties of the class and of its bases in source.</summary>
    public IReadOnlyList<ISymbol> Members { get; }

    /// <summary>Whether the class registers things itself: what it misses then cannot be told.</summary>
    public bool IsByHand { get; }

    /// <summary>Whether nothing is registered anywhere, and all code that could do it is at hand.</summary>
    public bool IsMissing => areBasesInSource && calls.Count == 0;

    public static ITypeSymbol? TypeOf(ISymbol member) => (member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type;

    /// <summary>Where a call would have to stand: the constructors that end the making of an instance, or the class where none is written out.</summary>
    public IReadOnlyList<Location> Ends()
    {
        var parts = code.Declarations(types[0]).ToList();
        var constructors = parts
            .SelectMany(part => part.Members)
            .OfType<ConstructorDeclarationSyntax>()
            .Where(constructor => !constructor.Modifiers.Any(SyntaxKind.StaticKeyword) && constructor.Initializer?.ThisOrBaseKeyword.IsKind(SyntaxKind.ThisKeyword) != true)
            .Select(constructor => constructor.Identifier.GetLocation())
            .ToList();
        return constructors.Count > 0 ? constructors
            : parts.OrderBy(part => part.ParameterList is null).Take(1).Select(part => part.Identifier.GetLocation()).ToList();
    }

    /// <summary>
    /// Whether a value is given to a member when the fields have been registered already: by a constructor after that, or by code that
    /// no constructor runs.
    /// </summary>
    /// <param name="value">The value, where it is assigned.</param>
    /// <param name="construction">What the constructors do.</param>
    public bool IsTooLate(IOperation value, BlockFlow construction)
        => construction.All<Store>().Where(store => store.Source.Syntax == value.Syntax).ToList() is { Count: > 0 } stores
            ? stores.Exists(store => store.IsRegistered)
            : calls.Count > 0 && value.Syntax.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is null;

    /// <summary>Whether a value is given to a member by a statement of a constructor before the one with the only call: no flow needs to be followed to see that.</summary>
    public bool IsPlainlyInTime(IOperation value)
        => calls.Count == 1
            && Statement(value.Syntax) is { Parent: BlockSyntax { Parent: ConstructorDeclarationSyntax } body } given
            && Statement(calls[0]) is { } call
            && call.Parent == body
            && given.SpanStart < call.SpanStart;

    /// <summary>The statement that runs an expression; null where a lambda runs it, at a time of its own.</summary>
    private static StatementSyntax? Statement(SyntaxNode expression)
        => expression.FirstAncestorOrSelf<SyntaxNode>(node => node is StatementSyntax or AnonymousFunctionExpressionSyntax) as StatementSyntax;

    /// <summary>Whether the elements of a collection are given to something else that may register them, all at once or one by one.</summary>
    public bool IsHandedOn(ISymbol member)
        => Holders(member).SelectMany(Mentions).Select(Creations.Whole).Any(mention => Handed(mention) || Elements(mention).Any(IsRegistered) || ModuleGroups.AddedAt(mention).Any(addition => IsKeptElsewhere(addition.Value)));

    /// <summary>A class and its bases, up to TorchSharp's own.</summary>
    public static IEnumerable<INamedTypeSymbol> Types(INamedTypeSymbol type)
    {
        for (var current = type; current is not null && !TorchNames.IsTorch(current); current = current.BaseType)
        {
            yield return current;
        }
    }

    /// <summary>The member, and the locals that it gets its elements from.</summary>
    private IEnumerable<ISymbol> Holders(ISymbol member)
        => creations.All(member)
            .SelectMany(value => value.DescendantsAndSelf())
            .OfType<ILocalReferenceOperation>()
            .Select(reference => (ISymbol)reference.Local)
            .Prepend(member);

    private IEnumerable<SyntaxNode> Mentions(ISymbol holder)
        => code.Mentions(holder.ContainingType, holder.Name).Where(mention => SymbolEqualityComparer.Default.Equals(code.Symbol(mention), holder));

    /// <summary>Where elements of a collection are named: by their index, by the variable of a loop over it, or by what is selected from them.</summary>
    private static IEnumerable<SyntaxNode> Elements(SyntaxNode collection) => collection.Parent switch
    {
        ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } element when assignment.Left == element => [assignment],
        ElementAccessExpressionSyntax element when element.Expression == collection => [element],
        CommonForEachStatementSyntax loop when loop.Expression == collection => Variables(loop),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ForEach" or "Select" or "Concat" or "Reverse" or "Cast" or "Skip" or "Take", Parent: InvocationExpressionSyntax made } access when access.Expression == collection => [made, .. made.ArgumentList.Arguments.Select(argument => argument.Expression)],
        _ => [],
    };

    private static IEnumerable<SyntaxNode> Variables(CommonForEachStatementSyntax loop)
    {
        var names = loop is ForEachStatementSyntax simple
            ? [simple.Identifier.ValueText]
            : loop.ChildNodes().First().DescendantNodes().OfType<SingleVariableDesignationSyntax>().Select(variable => variable.Identifier.ValueText).ToArray();
        return loop.Statement.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => names.Contains(name.Identifier.ValueText));
    }

    /// <summary>Whether a module or parameter is given to something that registers it: to a ModuleList for instance, by its constructor, a method or an index.</summary>
    private bool IsRegistered(SyntaxNode value) => (value is MemberAccessExpressionSyntax method && Registers(code.Symbol(method))) || value switch
    {
        { Parent: ArgumentSyntax { Parent.Parent: { } call } } => Registers(code.Symbol(call)),
        { Parent: AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax element } assignment } when assignment.Right == value => Registers(code.Symbol(element)),
        _ => false,
    };

    /// <summary>Whether a member is one of TorchSharp's modules, or makes one.</summary>
    private static bool Registers(ISymbol? member)
        => TorchNames.IsTorch(member) && (TorchNames.IsModule(member?.ContainingType) || (member is IMethodSymbol { IsStatic: true } factory && TorchNames.IsModule(factory.ReturnType)));

    /// <summary>Whether what is added to a collection is registered under another name: by a field that it is given to as well, or by another collection.</summary>
    private bool IsKeptElsewhere(SyntaxNode added)
        => added is AssignmentExpressionSyntax { Left: var target }
            ? code.Symbol(target) is IFieldSymbol or IPropertySymbol { IsIndexer: false }
            : code.Symbol(added) is ILocalSymbol local && Mentions(local).Any(IsRegistered);

    private static bool Handed(SyntaxNode mention)
        => mention.Parent switch
        {
            ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax } } => true,
            ConstructorInitializerSyntax => true,
            SpreadElementSyntax => true,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToArray" or "ToList", Parent: InvocationExpressionSyntax copied } => Handed(copied),
            _ => false,
        };
}

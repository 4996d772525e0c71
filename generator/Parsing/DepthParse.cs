using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Diagnostics;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Parsing;

/// <summary>
/// What the parser made of an annotated class, with its symbols: for the analyzers, which live only as long as the compilation.
/// The generator keeps <see cref="ToModel"/> of it.
/// </summary>
internal sealed class DepthParse(INamedTypeSymbol type, AttributeData attribute)
{
    private readonly List<Finding> findings = [];

    public INamedTypeSymbol Type { get; } = type;

    public AttributeData Attribute { get; } = attribute;

    /// <summary>Whether the class is solved for its fixed point, instead of taking steps.</summary>
    public bool IsEquilibrium { get; } = DepthParser.IsEquilibrium(attribute);

    /// <summary>The <c>Module&lt;Tensor, …, Tensor&gt;</c> at the root; null where there is none.</summary>
    public INamedTypeSymbol? Module { get; set; }

    /// <summary>The members that compute F, in their order; empty where they could not be settled.</summary>
    public ImmutableArray<BlockMember> Members { get; set; } = ImmutableArray<BlockMember>.Empty;

    /// <summary>The blocks as they are emitted; empty where one does not fit.</summary>
    public ImmutableArray<Phase> Phases { get; set; } = ImmutableArray<Phase>.Empty;

    /// <summary>The members that hold weights of each step's own.</summary>
    public ICollection<ISymbol> StepSources { get; } = [];

    /// <summary>The depth settings; null where one is impossible, and for an equilibrium.</summary>
    public Settings? Settings { get; set; }

    /// <summary>The settings of an equilibrium; null where one is impossible, and for steps.</summary>
    public EquilibriumSettings? EquilibriumSettings { get; set; }

    /// <summary>What steers the pass while it runs.</summary>
    public Steering Steering { get; set; } = Steering.None;

    /// <summary>The members with a mark that steers the pass, whether they fit or not.</summary>
    public ICollection<MarkedMember> SteeringMembers { get; } = [];

    /// <summary>Whether a member that steers the pass has a type that does not exist, which the compiler says.</summary>
    public bool SteersByUnknownTypes { get; set; }

    /// <summary>The steps that are to be emitted; null where an error stands in the way, and for an equilibrium.</summary>
    public Depth? Depth => Phases.Length > 0 && Settings is not null && !SteersByUnknownTypes ? new Depth(Phases.ToEquatableArray(), Settings, Steering) : null;

    /// <summary>The equilibrium that is to be emitted; null where an error stands in the way, and for steps.</summary>
    public Equilibrium? Equilibrium => Phases.Length == 1 && EquilibriumSettings is not null ? new Equilibrium(Phases[0].Block, EquilibriumSettings) : null;

    /// <summary>The public members beside <c>forward</c>, in their order.</summary>
    public EquatableArray<string> Companions { get; set; } = EquatableArray<string>.Empty;

    /// <summary>Those of them that an annotated base class has as well.</summary>
    public EquatableArray<string> Inherited { get; set; } = EquatableArray<string>.Empty;

    /// <summary>Whether any part can be added to the class; where not, nothing is emitted at all.</summary>
    public bool CanExtend { get; set; } = true;

    public ModuleSignature Signature { get; set; } = new(EquatableArray<Parameter>.Empty, "", 1);

    /// <summary>The public members that the user's own code already has a name for.</summary>
    public ICollection<string> Omitted { get; } = [];

    public IReadOnlyList<Finding> Findings => findings;

    public void Report(DiagnosticDescriptor descriptor, Location location, params object[] arguments)
        => findings.Add(new Finding(descriptor, location, arguments));

    public void Report(DiagnosticDescriptor descriptor, Location location, ImmutableDictionary<string, string?> properties, params object[] arguments)
        => findings.Add(new Finding(descriptor, location, properties, arguments));

    /// <summary>The symbol-free model; null where nothing can be emitted.</summary>
    public DepthModel? ToModel(Compilation compilation, CancellationToken cancellation)
    {
        if (!CanExtend)
        {
            return null;
        }

        var error = findings.FirstOrDefault()?.ToString();
        return new DepthModel(
            TypeShell.Of(Type, Signature),
            TypeShell.DisplayName(Type),
            Signature,
            NameParser.Allocate(this, compilation, cancellation),
            ExternAliases.Of(Module?.TypeArguments.AsEnumerable() ?? [], compilation),
            WarningIds.Of(this),
            error is null ? Depth : null,
            error is null ? Equilibrium : null,
            error is null ? RegistrationParser.Of(this) : null,
            error);
    }
}

/// <summary>A member that computes F, with its <c>[ScoreBlock]</c> where it has one.</summary>
internal sealed record BlockMember(ISymbol Symbol, AttributeData? Mark)
{
    public int Order => Argument("Order", 0);

    public int Steps => Argument("Steps", 1);

    public bool HasSteps => Mark?.NamedArguments.Any(argument => argument.Key == "Steps") == true;

    public bool StripSkip => Argument("StripSkip", false);

    /// <summary>The one part of the state that it moves; null where it moves all.</summary>
    public int? Updates => Argument("Updates", -1) is var index and not -1 ? index : null;

    private T Argument<T>(string name, T fallback)
        => Mark?.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value is { Kind: TypedConstantKind.Primitive, Value: T value } ? value : fallback;
}

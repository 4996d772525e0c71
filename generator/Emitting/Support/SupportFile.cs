using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScoreGen.Generator.Emitting.CSharp;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting.Support;

/// <summary>
/// What emitted passes share is ordinary C# under runtime/Emitted, which the generator carries and adds to the compilation as it is, each file where a pass
/// needs it.
/// </summary>
internal sealed class SupportFile(string type, Func<ModuleContext, bool> isNeededBy)
{
    public static readonly SupportFile Depth = new("DepthSupport", _ => true);
    public static readonly SupportFile Norms = new("StateNorms", context => context.UsesNorms);
    public static readonly SupportFile Checkpoint = new("StepCheckpoint", context => context.IsCheckpointed);
    public static readonly SupportFile Steering = new("SteeringSupport", context => context.Steering is { Gate: not null } or { Stages: not null });
    public static readonly SupportFile Settled = new("SettledPositions", context => context.Steering is { Exit.IsPerPosition: true });
    public static readonly SupportFile Halting = new("HaltingPositions", context => context.Steering is { Halt: not null });
    public static readonly SupportFile Mean = new("MeanHalting", context => context.Steering is { Halt.Rule: HaltRule.Mean });
    public static readonly SupportFile Mixture = new("MixtureHalting", context => context.Steering is { Halt.Rule: HaltRule.Mixture });
    public static readonly SupportFile Exits = new("ExitDistribution", context => context.Steering is { Halt.Rule: HaltRule.Distribution });
    public static readonly SupportFile HaltLosses = new("HaltLosses", context => context.Steering is { Halt: not null });
    public static readonly SupportFile Routed = new("RoutedTokens", context => context.Steering is { Route: not null });
    public static readonly SupportFile ExpertRouting = new("ExpertRouting", context => context.Steering is { Route.IsExpert: true });
    public static readonly SupportFile TokenRouting = new("TokenRouting", context => context.Steering is { Route.IsExpert: false });
    public static readonly SupportFile RouteLosses = new("RouteLosses", context => context.Steering is { Route: not null });
    public static readonly SupportFile Randomness = new("StepRandomness", context => context.IsCheckpointed || HasSlope(context));
    public static readonly SupportFile Reach = new("BackwardReach", context => context.IsCheckpointed);
    public static readonly SupportFile Fault = new("BackwardFault", context => context.IsCheckpointed || IsSolved(context));
    public static readonly SupportFile Weight = new("StepWeight", context => context.UsesWeights);
    public static readonly SupportFile Carry = new("StepCarry", context => context is EmitContext { Carry: not null });
    public static readonly SupportFile WeightedSum = new("WeightedSum", context => context is EmitContext { UsesSizes: true });
    public static readonly SupportFile Equilibrium = new("Equilibrium", IsSolved);
    public static readonly SupportFile SpectralNorm = new("SpectralNorm", context => context.UsesSpectrum);
    public static readonly SupportFile JacobianPenalty = new("JacobianPenalty", context => context.UsesJacobian);

    private readonly string type = type;
    private readonly Func<ModuleContext, bool> isNeededBy = isNeededBy;

    private static readonly SupportFile[] All =
    [
        Depth,
        Norms,
        Steering,
        Settled,
        Halting,
        Mean,
        Mixture,
        Exits,
        HaltLosses,
        Routed,
        ExpertRouting,
        TokenRouting,
        RouteLosses,
        Checkpoint,
        Randomness,
        Reach,
        Fault,
        Weight,
        WeightedSum,
        Carry,
        Equilibrium,
        SpectralNorm,
        JacobianPenalty,
        new("FixedPoint", IsSolved),
        new("IterationRule", IsSolved),
        new("AndersonRule", IsSolved),
        new("BroydenRule", IsSolved),
        new("ImplicitGradient", IsSolved),
        new("TransposedJacobian", context => IsSolved(context) || context.UsesSpectrum),
        new("FlatState", context => IsSolved(context) || HasSlope(context)),
        new("CentralDifference", HasSlope),
    ];

    /// <summary>The files that the pass of a class needs.</summary>
    public static EquatableArray<string> NeededBy(ModuleContext context)
        => All.Where(file => file.isNeededBy(context)).Select(file => file.type).ToEquatableArray();

    /// <summary>The files that any of several passes needs.</summary>
    public static EquatableArray<string> Together(IEnumerable<EquatableArray<string>> needs)
    {
        var needed = new HashSet<string>(needs.SelectMany(each => each));
        return All.Select(file => file.type).Where(needed.Contains).ToEquatableArray();
    }

    public static SupportFile Of(string type) => All.Single(file => file.type == type);

    public string HintName => $"ScoreGen-{type}.g.cs";

    /// <summary>The type, or one of its members, as emitted code names it.</summary>
    public string Name(string member = "") => member.Length == 0 ? $"global::ScoreGen.Emitted.{type}" : $"global::ScoreGen.Emitted.{type}.{member}";

    public string Emit()
    {
        var writer = new SourceWriter();
        FileFrame.WriteHeader(writer);
        writer.Line();
        using var reader = new StreamReader(typeof(SupportFile).Assembly.GetManifestResourceStream($"{type}.cs")!);
        return writer + reader.ReadToEnd();
    }

    private static bool IsSolved(ModuleContext context) => context is EquilibriumContext;

    private static bool HasSlope(ModuleContext context) => context.UsesSpectrum || context.UsesJacobian;
}

using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using ScoreGen.Generator.Diagnostics;

namespace ScoreGen.Analyzers;

/// <summary>All that is judged of an annotated class.</summary>
internal static class Rules
{
    /// <summary>What the parser finds: whatever keeps the generator from writing a forward pass.</summary>
    public static readonly IReadOnlyList<DiagnosticDescriptor> OfTheParser =
    [
        Descriptors.NotPartial,
        Descriptors.NotAModule,
        Descriptors.NoBlock,
        Descriptors.SeveralBlocks,
        Descriptors.BlockSignature,
        Descriptors.ForwardByHand,
        Descriptors.CannotExtend,
        Descriptors.NoTorchSharp,
        Descriptors.NameTaken,
        Descriptors.OldLanguage,
        Descriptors.AliasedReference,
        Descriptors.OutOfRange,
        Descriptors.InvalidDt,
        Descriptors.ScheduleMismatch,
        Descriptors.Excluding,
        Descriptors.SteeringSignature,
    ];

    public static readonly IReadOnlyList<SettingsRule> OfSettings =
    [
        new UnstableDtRule(),
        new ConvexityRule(),
        new IntegratorCostRule(),
        new NoEffectRule(),
        new CutUpstreamRule(),
    ];

    public static readonly IReadOnlyList<EquilibriumRule> OfEquilibria =
    [
        new IdleSettingRule(),
        new ToleranceRule(),
    ];

    public static readonly IReadOnlyList<SteeringRule> OfSteering = [new ChanceRangeRule()];

    /// <summary>What matters wherever a block is evaluated more than once.</summary>
    public static readonly IReadOnlyList<BlockRule> OfBlocks =
    [
        new IndexedWeightsRule(),
        new FreshWeightsRule(),
        new ToggledWeightsRule(),
        new UnregisteredWeightsRule(),
        new IdleWeightsRule(),
        new UninitialisedWeightsRule(),
        new InPlaceChangeRule(),
        new DisposedInputRule(),
        new ChangedWidthRule(),
        new CutGradientRule(),
        new HostSynchronisationRule(),
        new IndependentCallRule(),
        new KeptStateRule(),
        new ScopedTensorRule(),
        new NoSkipToStripRule(),
        new RecurrentCellRule(),
    ];

    public static readonly IReadOnlyList<ClassRule> OfClasses =
    [
        new RetentionRule(),
        new OwnSkipRule(),
    ];

    public static readonly IReadOnlyList<BlockRule> OfBlocksInSteps =
    [
        new StackedWeightsRule(),
        new StepEntriesRule(),
        new NumberedSiblingsRule(),
        new RunningStatisticsRule(),
        new FreshMaskRule(),
    ];

    public static readonly IReadOnlyList<BlockRule> OfBlocksOfEquilibria =
    [
        new NoFixedPointRule(),
        new BatchStatisticsRule(),
    ];
}

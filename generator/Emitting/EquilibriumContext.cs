using System.Collections.Generic;
using ScoreGen.Generator.Emitting.Steps;
using ScoreGen.Generator.Model;

namespace ScoreGen.Generator.Emitting;

/// <summary>A class that is solved for its fixed point.</summary>
internal sealed class EquilibriumContext(DepthModel model, Equilibrium equilibrium)
    : ModuleContext(model, [equilibrium.Block.Name, model.Names.Field, model.Names.Map])
{
    public Equilibrium Equilibrium { get; } = equilibrium;

    public EquilibriumSettings Settings => Equilibrium.Settings;

    /// <inheritdoc/>
    public override bool UsesNorms => true;

    /// <summary>Whether F is evaluated beside G, and is not the same.</summary>
    public bool UsesField => (UsesSpectrum || UsesJacobian) && Equilibrium.StateInField != Equilibrium.StateInMap;

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields => [new Field(UsesField ? Model.Names.Field : Model.Names.Map, Equilibrium.Block, [], [])];
}

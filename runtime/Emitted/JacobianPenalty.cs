namespace ScoreGen.Emitted
{
    using global::System.ComponentModel;
    using global::System.Diagnostics.CodeAnalysis;
    using global::TorchSharp;
    using StateMap = global::System.Func<global::TorchSharp.torch.Tensor[], global::TorchSharp.torch.Tensor[]>;
    using Tensor = global::TorchSharp.torch.Tensor;

    /// <summary>
    /// An estimate of ‖J‖² / n, J = ∂map/∂h at a state of n numbers and ‖J‖ its Frobenius norm: the mean square of J·v for one normal draw of v. Its graph leads to
    /// whatever the map reaches, and not to the state.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    internal static class JacobianPenalty
    {
        internal static Tensor Of(StateMap map, params Tensor[] state)
        {
            using var scope = torch.NewDisposeScope();
            var layout = new FlatState(state);
            var point = layout.Pack(state).detach();
            var product = CentralDifference.Along(h => layout.Pack(map(layout.Unpack(h))), layout, point, torch.randn_like(point), StepRandomness.OfAStepOn(new[] { point }));
            return product.square().mean().MoveToOuterDisposeScope();
        }
    }
}

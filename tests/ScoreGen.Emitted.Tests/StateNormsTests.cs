using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Emitted.Tests;

/// <summary>Norms are those of the elements, whatever the dtype and however many tensors a state has.</summary>
public sealed class StateNormsTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    [Theory]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float16)]
    [InlineData(ScalarType.BFloat16)]
    public void SquaresDoNotOverflow(ScalarType type) => Assert.Equal(384, StateNorms.Norm(full(9, 128, dtype: type)), precision: 9);

    [Fact]
    public void AComplexNumberCountsByItsSize()
    {
        var state = complex(tensor(new[] { 3.0, 0 }), tensor(new[] { 4.0, 12 }));
        Assert.Equal(13, StateNorms.Norm(state), precision: 12);
        Assert.Equal(1, StateNorms.RelativeChange([state], [state.mul(2)]), precision: 12);
    }

    [Fact]
    public void SeveralTensorsAreOneState() => Assert.Equal(13, StateNorms.Norm(tensor(3.0), tensor(4f), tensor(new[] { 12.0 })), precision: 12);

    [Fact]
    public void AStepIsMeasured()
    {
        var step = StateNorms.Measure([tensor(new[] { 3.0, 4 })], 5, [tensor(new[] { 3.0, 16 })]);
        Assert.Equal((Math.Sqrt(265), 12, 2.4), (step.StateNorm, step.UpdateNorm, step.RelativeChange));
    }

    [Fact]
    public void AStateOfZeroThatStaysHasNotChanged()
    {
        Assert.Equal(0, StateNorms.RelativeChange([zeros(3)], [zeros(3)]));
        Assert.Equal(0, StateNorms.Measure([zeros(3)], 0, [zeros(3)]).RelativeChange);
        Assert.Equal(double.PositiveInfinity, StateNorms.RelativeChange([zeros(3)], [ones(3)]));
    }

    [Fact]
    public void WhatIsNotFiniteShows()
    {
        Assert.Equal(double.NaN, StateNorms.Norm(tensor(double.NaN)));
        Assert.Equal(double.PositiveInfinity, StateNorms.Norm(tensor(double.NegativeInfinity)));
    }

    [Fact]
    public void NothingStaysBehind()
    {
        var state = ones(3);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        StateNorms.Norm(state, state);
        StateNorms.RelativeChange([state], [state]);
        StateNorms.Measure([state], 1, [state]);
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    public void Dispose() => scope.Dispose();
}

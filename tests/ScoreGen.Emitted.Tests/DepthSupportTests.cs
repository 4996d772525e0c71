using static TorchSharp.torch;

namespace ScoreGen.Emitted.Tests;

/// <summary>What does not fit is refused by name, with what was given and what is wanted.</summary>
public class DepthSupportTests
{
    [Fact]
    public void ABlockKeepsShapeAndDtype()
    {
        using var scope = NewDisposeScope();
        var state = ones(2, 3);
        DepthSupport.RequireSameState(zeros(2, 3), state, "M.Block");
        Assert.Contains("M.Block returned null for a state [2, 3] of Float32", Refusal(() => DepthSupport.RequireSameState(null, state, "M.Block")));
        Assert.Contains("M.Block was given a state [2, 3] of Float32 and returned [2, 1] of Float32", Refusal(() => DepthSupport.RequireSameState(ones(2, 1), state, "M.Block")));
        Assert.Contains("returned [2, 3] of Float64", Refusal(() => DepthSupport.RequireSameState(ones(2, 3, dtype: ScalarType.Float64), state, "M.Block")));
    }

    [Theory]
    [InlineData("[3]", 3L)]
    [InlineData("[1, 2, 3]", 1L, 2L, 3L)]
    [InlineData("[2, 3, 1]", 2L, 3L, 1L)]
    [InlineData("[3, 2]", 3L, 2L)]
    [InlineData("[]")]
    public void EachDimensionIsCompared(string described, params long[] shape)
    {
        using var scope = NewDisposeScope();
        DepthSupport.RequireSameState(ones(shape), zeros(shape), "M.Block");
        Assert.Contains($"returned {described} of Float32", Refusal(() => DepthSupport.RequireSameState(ones(shape), ones(2, 3), "M.Block")));
        Assert.Contains("returned [2, 3] of Float32", Refusal(() => DepthSupport.RequireSameState(ones(2, 3), ones(shape), "M.Block")));
    }

    [Fact]
    public void AParameterOfEntriesHasARowForEachStep()
    {
        using var scope = NewDisposeScope();
        DepthSupport.RequireRows(zeros(3, 5), 3, "M.shift");
        DepthSupport.RequireRows(zeros(3), 3, "M.shift");
        Assert.Contains("M.shift is [5, 3] of Float32: it needs exactly one row for each of 3 steps", Refusal(() => DepthSupport.RequireRows(zeros(5, 3), 3, "M.shift")));
        Assert.Contains("M.shift is [] of Float32: it needs exactly one row for each of 1 step,", Refusal(() => DepthSupport.RequireRows(zeros([]), 1, "M.shift")));
    }

    [Fact]
    public void AListHasAModuleForEachStep()
    {
        DepthSupport.RequireEntries(3, 3, "M.blocks");
        Assert.Contains("M.blocks has 1 module for 3 steps", Refusal(() => DepthSupport.RequireEntries(1, 3, "M.blocks")));
        Assert.Contains("M.blocks has 2 modules for 1 step:", Refusal(() => DepthSupport.RequireEntries(2, 1, "M.blocks")));
    }

    [Fact]
    public void ALearnedStepSizeHasItsLengthAndTheDtypeOfTheState()
    {
        using var scope = NewDisposeScope();
        var state = ones(2, 3);
        DepthSupport.RequireStepSizes(zeros(3), 3, state, "M.dt", "Feature");
        DepthSupport.RequireStepSizes(zeros([]), 1, state, "M.dt", "Model");
        Assert.Contains("M.dt is [2] of Float32: with Per = Feature it must be a vector of 3 elements", Refusal(() => DepthSupport.RequireStepSizes(zeros(2), 3, state, "M.dt", "Feature")));
        Assert.Contains("M.dt is [] of Float32: with Per = Step", Refusal(() => DepthSupport.RequireStepSizes(zeros([]), 1, state, "M.dt", "Step")));
        Assert.Contains("M.dt is [3] of Float32 and the state [2, 3] of BFloat16", Refusal(() => DepthSupport.RequireStepSizes(zeros(3), 3, state.bfloat16(), "M.dt", "Feature")));
    }

    private static string Refusal(Action action) => Assert.Throws<InvalidOperationException>(action).Message;
}

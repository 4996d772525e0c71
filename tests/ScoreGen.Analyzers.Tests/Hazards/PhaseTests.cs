using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Hazards;

/// <summary>Every block of a class is judged, not only its first.</summary>
public class PhaseTests
{
    [Theory]
    [InlineData("down.call(up.call(h.{|SCORE301:relu_()|}))")]
    [InlineData("{|SCORE202:Linear(8, 8)|}.call(h)")]
    [InlineData("down.call(up.call(h)).{|SCORE306:cpu()|}")]
    public Task TheSecondBlockIsWrong(string result) => Verify.Diagnostics(Phases("down.call(up.call(h)).tanh()", result));

    [Fact]
    public Task WhatBothBlocksCallIsReportedOnce()
        => Verify.Diagnostics(Phases("Mix(h).tanh()", "Mix(h).sin()", "private Tensor Mix(Tensor x) => down.call(up.call(x.{|SCORE301:relu_()|}));"));

    /// <summary>Modules of one phase are not numbered siblings of the other's, and each phase's steps are its own.</summary>
    [Fact]
    public Task BothAreRight()
        => Verify.Silent(Phases("down.call(up.call(h)).tanh()", "h.sin()"));

    private static string Phases(string first, string second, string helper = "") => Encoder(
        $"""
        [ScoreBlock(Order = 1, Steps = 2)]
        private Tensor First(Tensor h) => {first};

        [ScoreBlock(Order = 2, Steps = 2)]
        private Tensor Second(Tensor h) => {second};

        {helper}
        """);
}

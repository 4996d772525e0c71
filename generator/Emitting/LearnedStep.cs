namespace ScoreGen.Generator.Emitting;

/// <summary>
/// A step of learned size. The field is <c>k = B(h) - c·h</c>, so that the next state is <c>h + dt·k</c>; exponential Euler takes
/// <c>1 - e^-dt</c> for dt.
/// </summary>
internal static class LearnedStep
{
    public static string Expression(Scene scene, Variant variant, string state, string value) => Decay(scene, variant) switch
    {
        0 => $"{value}.mul({scene.Mix}).add_({state})",
        1 => $"{state}.lerp({value}, {scene.Mix})",
        _ => $"{value}.add({state}, {variant.Coefficients}.Decay).mul({scene.Mix}).add_({state})",
    };

    public static string Formula(Scene scene, Variant variant, string state)
    {
        var block = StepFormulas.Apply(variant, state);
        var (mix, keep) = scene.Mix == scene.StepSize ? ("dt", "1 - dt") : ("(1 - e^-dt)", "e^-dt");
        return Decay(scene, variant) switch
        {
            0 => $"{state} + {mix}·{block}",
            1 => $"({keep})·{state} + {mix}·{block}",
            _ => $"(1 - 2·{mix})·{state} + {mix}·{block}",
        };
    }

    /// <summary>How often h is taken off the block's value: for the leak, and for the block's own skip.</summary>
    public static int Decay(Scene scene, Variant variant)
        => (scene.Settings.Update == UpdateRule.Contractive ? 1 : 0) + (variant.Step.StripSkip ? 1 : 0);
}

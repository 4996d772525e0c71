using NanoGpt.Model;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NanoGpt.Training;

/// <summary>AdamW as nanoGPT has it: weights of two dimensions decay, the scales of the norms do not.</summary>
internal static class DecayedMatrices
{
    public static AdamW Optimizer(GptModel model, TrainingSettings settings)
    {
        var parameters = model.parameters().ToLookup(parameter => parameter.dim() >= 2);
        return optim.AdamW(
            [new AdamW.ParamGroup(parameters[true], Options(settings, settings.WeightDecay)), new AdamW.ParamGroup(parameters[false], Options(settings, 0))],
            settings.LearningRate,
            settings.Beta1,
            settings.Beta2);
    }

    private static AdamW.Options Options(TrainingSettings settings, double decay) => new()
    {
        LearningRate = settings.LearningRate,
        beta1 = settings.Beta1,
        beta2 = settings.Beta2,
        weight_decay = decay,
    };
}

using ScoreGen.Grammar.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Grammar.Tests;

/// <summary>A part of the grammar: a model that uses it, in float64, and a pass through it.</summary>
/// <param name="Module">The model.</param>
/// <param name="Pass">From a state of width 4 to all that the pass returns.</param>
internal sealed record Part(nn.Module Module, Func<Tensor, Tensor[]> Pass)
{
    private static readonly Dictionary<string, Func<Part>> Makers = new()
    {
        ["a dt for the model"] = () => Of(new LearnedPerModel(1)),
        ["a dt for each step"] = () => Of(new LearnedPerStep(3)),
        ["a dt for each feature"] = () => Of(new LearnedPerFeature(4)),
        ["a gate"] = () => Of(new GatedNet()),
        ["a gate and energy"] = () => Of(new GatedNet(), (model, h) => Both(model.ForwardWithEnergy(h))),
        ["keep and write"] = () => Of(new KeepAndWriteNet()),
        ["keep and write and energy"] = () => Of(new KeepAndWriteNet(), (model, h) => Both(model.ForwardWithEnergy(h))),
        ["halting by the mean"] = () => Of(new PonderingNet(), (model, h) => Both(model.ForwardWithPonder(h))),
        ["halting by a mixture"] = () => Of(new UniversalNet(), (model, h) => Both(model.ForwardWithPonder(h))),
        ["exits by a distribution"] = () => Of(new ExitingNet(), (model, h) => model.ForwardWithExits(h) is var (states, exits) ? [.. states, exits] : []),
        ["a norm between steps"] = () => Of(new NormedNet()),
        ["a norm between steps and energy"] = () => Of(new NormedNet(), (model, h) => Both(model.ForwardWithEnergy(h))),
        ["routing by expert choice"] = () => Of(new RoutedNet(), (model, h) => OfTokens(h, tokens => model.ForwardWithRouting(tokens, tokens))),
        ["routing by token choice"] = () => Of(new SelfRoutedNet(), (model, h) => OfTokens(h, tokens => model.ForwardWithRouting(tokens))),
        ["stage weights"] = () => Of(new WeighedNet(4)),
        ["a mix of stages"] = () => Of(new MixedNet()),
        ["a schedule"] = () => Of(new Scheduled()),
        ["adapters, scales and shifts of each step"] = () => Of(new AdaptedNet()),
        ["keys of earlier steps"] = () => Of(new KeyMemory(), (model, h) => model.ForwardWithCarry(h) is var (state, carry) ? [state, carry!] : []),
        ["a momentum and checkpoints"] = () => Of(new RecalledMomentum()),
        ["weights for each step"] = () => Of(new Skip05(3)),
        ["a plain stack"] = () => Of(new PlainStack()),
        ["phases and cycles"] = () => Of(new TwoPhases()),
        ["time and checkpoints"] = () => Of(new RecalledInTime()),
        ["a number of steps"] = () => Of(new LearnedPerModel(1), (model, h) => [model.ForwardSteps(5, h)]),
        ["a kept horizon"] = () => Of(new Elastic(), (model, h) => [model.ForwardSteps(3, h)]),
        ["a schedule given at run time"] = () => Of(new Elastic(), (model, h) => [model.ForwardSchedule([0.3, 0.1], h)]),
        ["energy"] = () => Of(new TwoPhases(), (model, h) => Both(model.ForwardWithEnergy(h))),
        ["energy and checkpoints"] = () => Of(new RecalledInTime(), (model, h) => Both(model.ForwardWithEnergy(h))),
        ["parts of the state at two speeds"] = () => Of(new TwoSpeeds(), (model, h) => Both(model.call(h, h.narrow(1, 0, 2)))),
        ["a state of two tensors"] = () => Of(new Turning(), (model, h) => Both(model.call(h, h.sin()))),
    };

    public static TheoryData<string> Names => [.. Makers.Keys];

    public static Part Of(string name) => Makers[name]();

    private static Part Of<TModel>(TModel model)
        where TModel : nn.Module<Tensor, Tensor>
        => Of(model, (module, h) => [module.call(h)]);

    private static Part Of<TModel>(TModel model, Func<TModel, Tensor, Tensor[]> pass)
        where TModel : nn.Module
    {
        model.to(ScalarType.Float64);
        return new Part(model, h => pass(model, h));
    }

    /// <summary>The rows of the state as the tokens of one sample.</summary>
    private static Tensor[] OfTokens(Tensor h, Func<Tensor, (Tensor State, Tensor Logits, Tensor Depths)> pass)
    {
        using var tokens = h.unsqueeze(0);
        var (state, logits, depths) = pass(tokens);
        return [state, logits, depths];
    }

    private static Tensor[] Both((Tensor, Tensor) results) => [results.Item1, results.Item2];
}

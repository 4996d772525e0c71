using static TorchSharp.torch;

namespace ScoreGen.Grammar.Tests;

/// <summary>The rules of halting as a loop, written for reading and not for speed.</summary>
internal sealed class PlainHalting(Grammar grammar, ICase module)
{
    private const double Threshold = 0.8;

    private readonly PlainLoop loop = new(grammar, module);

    /// <summary>What comes out, and what thinking has cost each position.</summary>
    public (Tensor State, Tensor Ponder) Run(Tensor state, Tensor context)
    {
        var (current, output) = (state, zeros_like(state));
        var positions = state.select(-1, 0).unsqueeze(-1);
        var (total, ponder, running) = (zeros_like(positions), zeros_like(positions), ones_like(positions, dtype: ScalarType.Bool));
        loop.EachStep((step, time) =>
        {
            var isMean = grammar.Halt == HaltRule.Mean;
            current = loop.From([current], step)[0];
            var next = loop.Next([current], context, step, time).Next[0];
            next = isMean ? where(running, next, current) : next;
            var chance = module.Halt(isMean ? next : current, context);
            var halts = running & (((total + chance) > Threshold) | (isMean && step == grammar.Steps - 1 ? ones_like(running) : zeros_like(running)));
            var goesOn = running & ~halts;
            var weight = where(halts, 1 - total, where(goesOn, chance, zeros_like(chance)));
            output = isMean ? output + (weight * next) : (weight * next) + ((1 - weight) * output);
            ponder = ponder + running + where(halts, 1 - total, zeros_like(total));
            total = where(goesOn, total + chance, total);
            (running, current) = (goesOn, next);
        });
        return (output, ponder.squeeze(-1));
    }

    /// <summary>The states after each step, and the chance of each position to exit there.</summary>
    public (List<Tensor> States, Tensor Exits) Exits(Tensor state, Tensor context)
    {
        var (states, shares) = (new List<Tensor>(), new List<Tensor>());
        var left = ones_like(state.select(-1, 0).unsqueeze(-1));
        loop.EachStep((step, time) =>
        {
            states.Add(loop.Next(loop.From([states.Count == 0 ? state : states[^1]], step), context, step, time).Next[0]);
            var chance = module.Halt(states[^1], context);
            shares.Add((step == grammar.Steps - 1 ? left : left * chance).squeeze(-1));
            left = left * (1 - chance);
        });
        return (states, stack(shares));
    }

    /// <summary>The state of each position at its exit.</summary>
    public Tensor AtExit(Tensor state, Tensor context)
    {
        var (states, exits) = Exits(state, context);
        var output = states[^1];
        for (var step = grammar.Steps - 2; step >= 0; step--)
        {
            output = where((exits.cumsum(0)[step] >= Threshold).unsqueeze(-1), states[step], output);
        }

        return output;
    }
}

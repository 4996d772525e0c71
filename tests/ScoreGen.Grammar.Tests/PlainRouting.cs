using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Grammar.Tests;

/// <summary>The rules of routing as a loop over samples and tokens, written for reading and not for speed.</summary>
internal sealed class PlainRouting(Grammar grammar, ICase module)
{
    private const double Scale = 0.9;

    private readonly PlainLoop loop = new(grammar, module);

    /// <summary>The states, the given one first, the scores, and how many steps each token took.</summary>
    public (List<Tensor> States, Tensor Logits, Tensor Depths) Run(Tensor state, Tensor context)
        => grammar.Route == RouteChoice.Expert ? ByExpert(state, context) : ByToken(state, context);

    private (List<Tensor> States, Tensor Logits, Tensor Depths) ByExpert(Tensor state, Tensor context)
    {
        var (batch, tokens) = ((int)state.shape[0], (int)state.shape[1]);
        var (states, logits, depths) = (new List<Tensor> { state }, new List<Tensor>(), new long[batch, tokens]);
        var active = Enumerable.Range(0, batch).Select(_ => Enumerable.Range(0, tokens).ToArray()).ToArray();
        loop.EachStep((step, time) =>
        {
            var h = loop.From([states[^1]], step)[0];
            var scores = module.Route(h, context).squeeze(-1);
            var count = (int)Math.Ceiling(grammar.Capacity[step] * tokens);
            var samples = new List<Tensor>();
            for (var sample = 0; sample < batch; sample++)
            {
                active[sample] = [.. active[sample].OrderByDescending(token => scores[sample, token].ToDouble()).Take(count).Order()];
                var rows = Enumerable.Range(0, tokens).Select(token => h[sample, token]).ToArray();
                var next = Next(stack(active[sample].Select(token => rows[token])), stack(active[sample].Select(token => context[sample, token])), step, time);
                for (var i = 0; i < count; i++)
                {
                    var token = active[sample][i];
                    rows[token] = rows[token] + (Scale * scores[sample, token].sigmoid() * (next[i] - rows[token]));
                    depths[sample, token]++;
                }

                samples.Add(stack(rows));
            }

            logits.Add(scores);
            states.Add(stack(samples));
        });
        return (states, stack(logits), tensor(depths));
    }

    private (List<Tensor> States, Tensor Logits, Tensor Depths) ByToken(Tensor state, Tensor context)
    {
        var states = new List<Tensor> { state };
        var logits = module.Route(state, context);
        var depths = logits.argmax(-1) + 1;
        var gate = Scale * logits.softmax(-1).amax([-1], keepdim: true);
        loop.EachStep((step, time) =>
        {
            var h = loop.From([states[^1]], step)[0];
            var next = loop.Next([h], context, step, time).Next[0];
            states.Add(where((depths > step).unsqueeze(-1), h + (gate * (next - h)), h));
        });
        return (states, logits, depths);
    }

    private Tensor Next(Tensor chosen, Tensor context, int step, double time)
        => loop.Next([chosen.unsqueeze(0)], context.unsqueeze(0), step, time).Next[0][0];
}

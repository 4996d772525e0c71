namespace ScoreGen.Analyzers.Tests.Silence;

internal static partial class CorrectModels
{
    public const string StepConditioned = """
        [ScoreDepth(Steps = 8)]
        public sealed partial class Conditioned : Module<Tensor, Tensor>
        {
            private readonly Linear mix, time;

            public Conditioned(long width) : base(nameof(Conditioned))
            {
                mix = Linear(width, width);
                time = Linear(1, width);
                RegisterComponents();
            }

            [ScoreBlock]
            private Tensor Field(Tensor h, [ScoreTime] double t, [ScoreStep] int step)
            {
                var gate = time.call(full(1, 1, t, device: h.device)).sigmoid();
                return mix.call(h) * gate * (step == 0 ? 0.5 : 1.0);
            }
        }
        """;

    public const string StateSpace = """
        [ScoreDepth(Steps = 4)]
        public sealed partial class StateSpace : Module<Tensor, Tensor>
        {
            private readonly Parameter decay;
            private readonly Linear input, output;

            public StateSpace(long width) : base(nameof(StateSpace))
            {
                decay = new Parameter(randn(width));
                input = Linear(width, width);
                output = Linear(width, width);
                RegisterComponents();
            }

            private Tensor Block(Tensor h)
            {
                var rate = decay.sigmoid();
                var x = input.call(h);
                var state = zeros_like(x.select(1, 0));
                var outputs = new List<Tensor>();
                for (long t = 0; t < x.shape[1]; t++)
                {
                    state = rate * state + x.select(1, t);
                    outputs.Add(state);
                }

                return output.call(stack(outputs, 1));
            }
        }
        """;

    public const string Highway = """
        [ScoreDepth(Steps = 10)]
        public sealed partial class Highway : Module<Tensor, Tensor>
        {
            private readonly Linear transform, carry;

            public Highway(long width) : base(nameof(Highway))
            {
                transform = Linear(width, width);
                carry = Linear(width, width);
                RegisterComponents();
            }

            private Tensor Block(Tensor h)
            {
                Func<Linear, Tensor> gate = layer => layer.call(h).sigmoid();
                var t = gate(carry);
                return functional.relu(transform.call(h)) * t + h * (1 - t);
            }
        }
        """;

    public const string Memory = """
        [ScoreDepth(Steps = 4)]
        public sealed partial class Hopfield : Module<Tensor, Tensor, Tensor>
        {
            private readonly double beta = 2.0;

            public Hopfield() : base(nameof(Hopfield))
            {
            }

            [ScoreBlock]
            private Tensor Recall(Tensor h, Tensor memories) => functional.softmax(beta * h.matmul(memories.t()), -1).matmul(memories);
        }
        """;

    public const string Energy = """
        [ScoreDepth(Steps = 4)]
        public sealed partial class Normalised : Module<Tensor, Tensor>
        {
            private readonly Linear mix;

            public Normalised(long width) : base(nameof(Normalised))
            {
                mix = Linear(width, width);
                RegisterComponents();
            }

            private Tensor Block(Tensor h)
            {
                var y = mix.call(h);
                var norm = y.norm(-1, keepdim: true).clamp_min(1e-6).detach();
                return y / norm;
            }
        }
        """;

    public const string Adapter = """
        public abstract class Shared : Module<Tensor, Tensor>
        {
            protected readonly Linear inner;

            protected Shared(long width) : base("shared") => inner = Linear(width, width);

            protected virtual Tensor Activate(Tensor x) => x.relu();
        }

        [ScoreDepth(Steps = 4)]
        public sealed partial class Adapter : Shared
        {
            private readonly Linear lowRankIn, lowRankOut;

            public Adapter(long width, long rank) : base(width)
            {
                lowRankIn = Linear(width, rank, hasBias: false);
                lowRankOut = Linear(rank, width, hasBias: false);
                RegisterComponents();
            }

            protected override Tensor Activate(Tensor x) => x.tanh();

            private Tensor Block(Tensor h) => Activate(inner.call(h)) + lowRankOut.call(lowRankIn.call(h));
        }
        """;

    public const string RelativePositions = """
        [ScoreDepth(Steps = 4)]
        public sealed partial class Relative : Module<Tensor, Tensor>
        {
            private readonly Linear query, key, value;
            private readonly Parameter bias;

            public Relative(long width, long length) : base(nameof(Relative))
            {
                query = Linear(width, width);
                key = Linear(width, width);
                value = Linear(width, width);
                bias = Parameter(zeros(2 * length - 1));
                RegisterComponents();
            }

            private Tensor Block(Tensor h)
            {
                var n = h.shape[1];
                var positions = arange(n, device: h.device);
                var offsets = positions.unsqueeze(0) - positions.unsqueeze(1) + (n - 1);
                var scores = query.call(h).matmul(key.call(h).transpose(1, 2)) + bias[offsets];
                var causal = ones(n, n, device: h.device).tril();
                scores.masked_fill_(causal.eq(0), float.NegativeInfinity);
                return scores.softmax(-1).matmul(value.call(h));
            }
        }
        """;

    public const string TransformerLayer = """
        [ScoreDepth(Steps = 6)]
        public sealed partial class Stock : Module<Tensor, Tensor>
        {
            private readonly TransformerEncoderLayer layer;

            public Stock(long width) : base(nameof(Stock))
            {
                layer = TransformerEncoderLayer(width, 4, dropout: 0.0);
                RegisterComponents();
            }

            [ScoreBlock(StripSkip = true)]
            private Tensor Layer(Tensor h) => layer.call(h, null!, null!);
        }
        """;
}

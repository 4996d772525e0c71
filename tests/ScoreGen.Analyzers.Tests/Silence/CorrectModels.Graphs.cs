namespace ScoreGen.Analyzers.Tests.Silence;

internal static partial class CorrectModels
{
    public const string Dmpnn = """
        [ScoreDepth(Steps = 4)]
        public sealed partial class Dmpnn : Module<Tensor, Tensor, Tensor, Tensor, Tensor>
        {
            private readonly Linear message;

            public Dmpnn(long width) : base(nameof(Dmpnn))
            {
                message = Linear(width, width, hasBias: false);
                RegisterComponents();
            }

            [ScoreBlock]
            private Tensor Pass(Tensor h, Tensor source, Tensor reverse, Tensor h0)
            {
                var atoms = zeros(source.max().shape.Length > 0 ? source.shape[0] : 1, h.shape[1], device: h.device);
                atoms.index_add_(0, source, h, 1);
                var incoming = atoms.index_select(0, source) - h.index_select(0, reverse);
                return functional.relu(h0 + message.call(incoming));
            }
        }
        """;

    public const string Gcn = """
        [ScoreDepth(Steps = 4)]
        public sealed partial class Gcn : Module<Tensor, Tensor, Tensor>
        {
            private readonly Linear weight;
            private readonly Dropout dropout;

            public Gcn(long width) : base(nameof(Gcn))
            {
                weight = Linear(width, width);
                dropout = Dropout(0.1);
                RegisterComponents();
            }

            [ScoreBlock]
            private Tensor Convolve(Tensor h, Tensor adjacency) => adjacency.matmul(weight.call(dropout.call(h))).relu();
        }
        """;

    public const string Gin = """
        [ScoreDepth(Steps = 5)]
        public sealed partial class Gin : Module<Tensor, Tensor, Tensor>
        {
            private readonly Parameter eps;
            private readonly Sequential mlp;

            public Gin(long width) : base(nameof(Gin))
            {
                eps = new Parameter(zeros(1));
                mlp = Sequential(
                    ("lin1", Linear(width, 2 * width)),
                    ("act", ReLU()),
                    ("lin2", Linear(2 * width, width)));
                RegisterComponents();
            }

            [ScoreBlock]
            private Tensor Aggregate(Tensor h, Tensor edges)
            {
                var sum = zeros_like(h);
                sum.index_add_(0, edges[1], h.index_select(0, edges[0]), 1);
                return mlp.call((1 + eps) * h + sum);
            }
        }
        """;

    public const string GraphAttention = """
        [ScoreDepth(Steps = 3)]
        public sealed partial class Gat : Module<Tensor, Tensor, Tensor>
        {
            private readonly ModuleList<Linear> heads;
            private readonly Linear merge;

            public Gat(long width, int count) : base(nameof(Gat))
            {
                heads = new ModuleList<Linear>(Enumerable.Range(0, count).Select(_ => Linear(width, width)).ToArray());
                merge = Linear(count * width, width);
                RegisterComponents();
            }

            [ScoreBlock]
            private Tensor Attend(Tensor h, Tensor adjacency)
            {
                var outputs = new List<Tensor>();
                foreach (var head in heads)
                {
                    var z = head.call(h);
                    var scores = z.matmul(z.t()).masked_fill(adjacency.eq(0), -1e9);
                    outputs.Add(scores.softmax(-1).matmul(z));
                }

                return merge.call(cat(outputs, -1)).relu_();
            }
        }
        """;

    public const string ParallelHeads = """
        [ScoreDepth(Steps = 4)]
        public sealed partial class Heads : Module<Tensor, Tensor>
        {
            private readonly ModuleList<Linear> heads;

            public Heads(long width) : base(nameof(Heads))
            {
                heads = ModuleList(Linear(width, width), Linear(width, width), Linear(width, width), Linear(width, width));
                RegisterComponents();
            }

            private Tensor Block(Tensor h)
            {
                var sum = zeros_like(h);
                for (var i = 0; i < 4; i++)
                {
                    sum += heads[i].call(h).tanh();
                }

                return sum / heads.Count;
            }
        }
        """;

    public const string Mixture = """
        [ScoreDepth(Steps = 4)]
        public sealed partial class Mixture : Module<Tensor, Tensor>
        {
            private readonly ModuleList<Module<Tensor, Tensor>> experts = new();
            private readonly Linear router;

            public Mixture(long width, int count) : base(nameof(Mixture))
            {
                for (var i = 0; i < count; i++)
                {
                    experts.Add(Sequential(Linear(width, width), ReLU()));
                }

                router = Linear(width, count);
                RegisterComponents();
            }

            private Tensor Block(Tensor h)
            {
                var gates = router.call(h).softmax(-1);
                var parts = experts.Select((expert, i) => expert.call(h) * gates.narrow(-1, i, 1)).ToArray();
                return stack(parts, 0).sum(0);
            }
        }
        """;

    public const string Equivariant = """
        [ScoreDepth(Steps = 4, Update = UpdateRule.Residual)]
        public sealed partial class Equivariant : Module<Tensor, Tensor, Tensor>
        {
            private readonly Module<Tensor, Tensor> edge;

            public Equivariant(long width) : base(nameof(Equivariant))
            {
                edge = Sequential(Linear(2 * width + 1, width), SiLU(), Linear(width, width));
                RegisterComponents();
            }

            [ScoreBlock]
            private Tensor Message(Tensor h, Tensor distances)
            {
                var n = h.shape[0];
                var left = h.unsqueeze(1).expand(n, n, -1);
                var right = h.unsqueeze(0).expand(n, n, -1);
                var pairs = cat(new[] { left, right, distances.unsqueeze(-1) }, -1);
                return edge.call(pairs).mean(new long[] { 1 });
            }
        }
        """;

    public const string SharedEmbedding = """
        [ScoreDepth(Steps = 4)]
        public sealed partial class Refine : Module<Tensor, Tensor, Tensor>
        {
            private readonly Embedding types;
            private readonly Linear mix;

            public Refine(long width) : base(nameof(Refine))
            {
                types = Embedding(16, width);
                mix = Linear(2 * width, width);
                RegisterComponents();
            }

            [ScoreBlock]
            private Tensor Step(Tensor h, Tensor kinds) => mix.call(cat(new[] { h, types.call(kinds) }, -1)).tanh();
        }
        """;
}

namespace ScoreGen.Analyzers.Tests.Silence;

/// <summary>Models as people write them in TorchSharp, all of them right.</summary>
internal static partial class CorrectModels
{
    public const string Mlp = """
        [ScoreDepth(Steps = 6, Dt = 0.25, Integrator = Euler)]
        public sealed partial class Mlp : Module<Tensor, Tensor>
        {
            private readonly Linear up, down;

            public Mlp(long width) : base(nameof(Mlp))
            {
                up = Linear(width, 4 * width);
                down = Linear(4 * width, width);
                RegisterComponents();
            }

            [ScoreBlock]
            private Tensor Block(Tensor h) => down.call(functional.gelu(up.call(h)));
        }
        """;

    public const string MlpWithUsings = """
        [ScoreDepth]
        public sealed partial class Mlp : Module<Tensor, Tensor>
        {
            private readonly Linear fc1, fc2;

            public Mlp(long width) : base("mlp")
            {
                (fc1, fc2) = (Linear(width, width), Linear(width, width));
                RegisterComponents();
            }

            private Tensor Block(Tensor h)
            {
                using var a = fc1.call(h);
                using var b = a.relu();
                using var c = fc2.call(b);
                return c.tanh();
            }
        }
        """;

    public const string GatedMlp = """
        [ScoreDepth(Steps = 8)]
        public sealed partial class GatedMlp : Module<Tensor, Tensor>
        {
            private readonly Linear gate, value, output;

            public GatedMlp(long width, long hidden) : base(nameof(GatedMlp))
            {
                gate = Linear(width, hidden, hasBias: false);
                value = Linear(width, hidden, hasBias: false);
                output = Linear(hidden, width, hasBias: false);
                RegisterComponents();
            }

            [ScoreBlock]
            private Tensor SwiGlu(Tensor h) => output.call(functional.silu(gate.call(h)).mul_(value.call(h)));
        }
        """;

    public const string SelfAttention = """
        [ScoreDepth(Steps = 4)]
        public sealed partial class SelfAttention : Module<Tensor, Tensor, Tensor>
        {
            private readonly Linear qkv, proj;
            private readonly long heads;

            public SelfAttention(long width, long heads) : base(nameof(SelfAttention))
            {
                this.heads = heads;
                qkv = Linear(width, 3 * width);
                proj = Linear(width, width);
                RegisterComponents();
            }

            [ScoreBlock]
            private Tensor Attend(Tensor h, Tensor mask)
            {
                var (batch, time, width) = (h.shape[0], h.shape[1], h.shape[2]);
                var parts = qkv.call(h).chunk(3, -1);
                var (q, k, v) = (Split(parts[0]), Split(parts[1]), Split(parts[2]));
                var scores = q.matmul(k.transpose(-2, -1)).div_(Math.Sqrt(width / heads));
                scores = scores.masked_fill(mask.eq(0), float.NegativeInfinity);
                var mixed = functional.softmax(scores, -1).matmul(v);
                return proj.call(mixed.transpose(1, 2).contiguous().view(batch, time, width));

                Tensor Split(Tensor x) => x.view(batch, time, heads, width / heads).transpose(1, 2);
            }
        }
        """;

    public const string CausalAttention = """
        [ScoreDepth(Steps = 3, Dt = 0.5)]
        public sealed partial class CausalAttention : Module<Tensor, Tensor>
        {
            private readonly Linear query, key, value, output;

            public CausalAttention(long width) : base(nameof(CausalAttention))
            {
                query = Linear(width, width);
                key = Linear(width, width);
                value = Linear(width, width);
                output = Linear(width, width);
                RegisterComponents();
            }

            private Tensor Block(Tensor h)
                => output.call(functional.scaled_dot_product_attention(query.call(h), key.call(h), value.call(h), is_casual: true));
        }
        """;

    public const string PreNormTransformer = """
        [ScoreDepth(Steps = 12, Dt = 0.2)]
        public sealed partial class PreNorm : Module<Tensor, Tensor, Tensor>
        {
            private readonly LayerNorm norm1, norm2;
            private readonly MultiheadAttention attention;
            private readonly Sequential mlp;

            public PreNorm(long width, long heads) : base(nameof(PreNorm))
            {
                norm1 = LayerNorm(width);
                norm2 = LayerNorm(width);
                attention = MultiheadAttention(width, heads);
                mlp = Sequential(Linear(width, 4 * width), GELU(), Linear(4 * width, width));
                RegisterComponents();
            }

            [ScoreBlock(StripSkip = true)]
            private Tensor Layer(Tensor h, Tensor mask)
            {
                var n = norm1.call(h);
                var (mixed, _) = attention.call(n, n, n, null, false, mask);
                h = h + mixed;
                return h + mlp.call(norm2.call(h));
            }
        }
        """;

    public const string PostNormTransformer = """
        [ScoreDepth(Steps = 4)]
        public sealed partial class PostNorm : Module<Tensor, Tensor>
        {
            private readonly LayerNorm norm;
            private readonly Linear up, down;

            public PostNorm(long width) : base(nameof(PostNorm))
            {
                norm = LayerNorm(width);
                up = Linear(width, 2 * width);
                down = Linear(2 * width, width);
                RegisterComponents();
            }

            private Tensor Block(Tensor h) => norm.call(h + down.call(up.call(h).relu_()));
        }
        """;

    public const string CrossAttention = """
        [ScoreDepth(Steps = 4)]
        public sealed partial class CrossAttention : Module<Tensor, Tensor, Tensor, Tensor>
        {
            private readonly Linear query, output;
            private readonly LayerNorm norm;

            public CrossAttention(long width) : base(nameof(CrossAttention))
            {
                query = Linear(width, width);
                output = Linear(width, width);
                norm = LayerNorm(width);
                RegisterComponents();
            }

            [ScoreBlock]
            private Tensor Attend(Tensor h, Tensor keys, Tensor values)
            {
                var q = query.call(norm.call(h));
                var weights = torch.matmul(q, keys.transpose(-2, -1)).softmax(-1);
                return output.call(weights.matmul(values));
            }
        }
        """;

    public const string RotaryAttention = """
        [ScoreDepth(Steps = 4)]
        public sealed partial class Rotary : Module<Tensor, Tensor>
        {
            private readonly Linear qkv, proj;
            private readonly Tensor cos, sin;

            public Rotary(long width, long length) : base(nameof(Rotary))
            {
                qkv = Linear(width, 3 * width);
                proj = Linear(width, width);
                var angles = outer(arange(length).to(float32), pow(10000f, arange(0, width, 2).to(float32) / -width));
                var table = cat(new[] { angles, angles }, -1);
                cos = table.cos();
                sin = table.sin();
                register_buffer("cos", cos);
                register_buffer("sin", sin);
                RegisterComponents();
            }

            private Tensor Block(Tensor h)
            {
                using var scope = NewDisposeScope();
                var parts = qkv.call(h).chunk(3, -1);
                var (q, k) = (Rotate(parts[0]), Rotate(parts[1]));
                var y = functional.scaled_dot_product_attention(q, k, parts[2], is_casual: true);
                return proj.call(y).MoveToOuterDisposeScope();
            }

            private Tensor Rotate(Tensor x)
            {
                var halves = x.chunk(2, -1);
                var turned = cat(new[] { -halves[1], halves[0] }, -1);
                return x * cos[..(int)x.shape[1]] + turned * sin[..(int)x.shape[1]];
            }
        }
        """;

    public const string CachedMask = """
        [ScoreDepth(Steps = 4)]
        public sealed partial class CachedMask : Module<Tensor, Tensor>
        {
            private readonly Linear mix;
            private Tensor? mask;

            public CachedMask(long width) : base(nameof(CachedMask))
            {
                mix = Linear(width, width);
                RegisterComponents();
            }

            private Tensor Block(Tensor h)
            {
                var length = h.shape[1];
                if (mask is null || mask.shape[0] != length)
                {
                    mask?.Dispose();
                    mask = ones(length, length, device: h.device).tril().DetachFromDisposeScope();
                }

                return mix.call(mask.matmul(h) / length);
            }
        }
        """;

    public const string Gru = """
        [ScoreDepth(Steps = 5, Dt = 0.2)]
        public sealed partial class GatedRecurrence : Module<Tensor, Tensor>
        {
            private readonly Linear reset, update, candidate;

            public GatedRecurrence(long width) : base(nameof(GatedRecurrence))
            {
                reset = Linear(width, width);
                update = Linear(width, width);
                candidate = Linear(width, width);
                RegisterComponents();
            }

            private Tensor Block(Tensor h)
            {
                var r = reset.call(h).sigmoid_();
                var z = update.call(h).sigmoid_();
                var n = candidate.call(r * h).tanh_();
                return (1 - z) * n + z * h;
            }
        }
        """;

    public const string GruCell = """
        [ScoreDepth(Steps = 5)]
        public sealed partial class Recurrent : Module<Tensor, Tensor, Tensor>
        {
            private readonly GRUCell cell;

            public Recurrent(long width) : base(nameof(Recurrent))
            {
                cell = GRUCell(width, width);
                RegisterComponents();
            }

            [ScoreBlock]
            private Tensor Cell(Tensor h, Tensor x) => cell.call(x, h);
        }
        """;
}

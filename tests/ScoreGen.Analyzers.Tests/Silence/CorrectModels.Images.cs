namespace ScoreGen.Analyzers.Tests.Silence;

internal static partial class CorrectModels
{
    public const string Convolution = """
        [ScoreDepth(Steps = 4)]
        public sealed partial class Convolutional : Module<Tensor, Tensor>
        {
            private readonly Conv2d conv1, conv2;
            private readonly GroupNorm norm;

            public Convolutional(long channels) : base(nameof(Convolutional))
            {
                conv1 = Conv2d(channels, 2 * channels, 3, padding: 1);
                norm = GroupNorm(4, 2 * channels);
                init.ones_(norm.weight);
                init.zeros_(norm.bias!);
                conv2 = Conv2d(2 * channels, channels, 3, padding: 1);
                RegisterComponents();
            }

            private Tensor Block(Tensor h) => conv2.call(functional.relu(norm.call(conv1.call(h)), inplace: true));
        }
        """;

    public const string SqueezeExcite = """
        [ScoreDepth(Steps = 4)]
        public sealed partial class SqueezeExcite : Module<Tensor, Tensor>
        {
            private readonly Conv2d mix = Conv2d(16, 16, 3, padding: 1);
            private readonly Linear squeeze = Linear(16, 4), excite = Linear(4, 16);

            public SqueezeExcite() : base(nameof(SqueezeExcite)) => RegisterComponents();

            private Tensor Block(Tensor h)
            {
                var y = mix.call(h);
                var pooled = functional.adaptive_avg_pool2d(y, 1).flatten(1);
                var scale = excite.call(squeeze.call(pooled).relu_()).sigmoid_();
                return y * scale.unsqueeze(-1).unsqueeze(-1);
            }
        }
        """;

    public const string MlpMixer = """
        [ScoreDepth(Steps = 8)]
        public sealed partial class Mixer : Module<Tensor, Tensor>
        {
            private readonly LayerNorm norm1, norm2;
            private readonly Sequential tokens, channels;

            public Mixer(long patches, long width) : base(nameof(Mixer))
            {
                norm1 = LayerNorm(width);
                norm2 = LayerNorm(width);
                tokens = Sequential(Linear(patches, 2 * patches), GELU(), Linear(2 * patches, patches));
                channels = Sequential(Linear(width, 4 * width), GELU(), Linear(4 * width, width));
                RegisterComponents();
            }

            [ScoreBlock(StripSkip = true)]
            private Tensor Mix(Tensor h)
            {
                var y = h + tokens.call(norm1.call(h).transpose(1, 2)).transpose(1, 2);
                return y + channels.call(norm2.call(y));
            }
        }
        """;

    public const string DepthwiseSeparable = """
        [ScoreDepth(Steps = 4)]
        public sealed partial class ConvNext : Module<Tensor, Tensor>
        {
            private readonly Conv2d depthwise;
            private readonly LayerNorm norm;
            private readonly Linear expand, project;
            private readonly Parameter gamma;

            public ConvNext(long width) : base(nameof(ConvNext))
            {
                depthwise = Conv2d(width, width, 7, padding: 3, groups: width);
                norm = LayerNorm(width);
                expand = Linear(width, 4 * width);
                project = Linear(4 * width, width);
                gamma = new Parameter(1e-6 * ones(width));
                RegisterComponents();
            }

            private Tensor Block(Tensor h)
            {
                var y = depthwise.call(h).permute(0, 2, 3, 1);
                y = project.call(functional.gelu(expand.call(norm.call(y))));
                return (gamma * y).permute(0, 3, 1, 2);
            }
        }
        """;

    public const string Encoder1d = """
        [ScoreDepth(Steps = 4)]
        public sealed partial class WaveBlock : Module<Tensor, Tensor>
        {
            private readonly Conv1d dilated = Conv1d(32, 64, 3, padding: 2, dilation: 2);
            private readonly Conv1d output = Conv1d(32, 32, 1);

            public WaveBlock() : base("wave") => RegisterComponents();

            private Tensor Block(Tensor h)
            {
                var halves = dilated.call(h).chunk(2, 1);
                return output.call(halves[0].tanh() * halves[1].sigmoid());
            }
        }
        """;

    public const string UNetStage = """
        [ScoreDepth(Steps = 2)]
        public sealed partial class Stage : Module<Tensor, Tensor>
        {
            private readonly Conv2d down = Conv2d(8, 16, 3, stride: 2, padding: 1);
            private readonly Conv2d up = Conv2d(16, 8, 3, padding: 1);
            private readonly InstanceNorm2d norm = InstanceNorm2d(16, affine: true);

            public Stage() : base("stage") => RegisterComponents();

            private Tensor Block(Tensor h) => up.call(norm.call(down.call(h)).relu_().repeat_interleave(2, 2).repeat_interleave(2, 3));
        }
        """;

    public const string ModuleAsBlock = """
        [ScoreDepth(Steps = 4)]
        public sealed partial class Wrapped : Module<Tensor, Tensor>
        {
            [ScoreBlock]
            private readonly Module<Tensor, Tensor> block;

            public Wrapped(long width) : base(nameof(Wrapped))
            {
                block = Sequential(LayerNorm(width), Linear(width, 2 * width), ReLU(inplace: true), Linear(2 * width, width));
                RegisterComponents();
            }
        }
        """;

    public const string OwnModuleAsBlock = """
        public sealed class Residual : Module<Tensor, Tensor>
        {
            private readonly Linear inner;

            public Residual(long width) : base(nameof(Residual))
            {
                inner = Linear(width, width);
                RegisterComponents();
            }

            public override Tensor forward(Tensor input)
            {
                using var y = inner.call(input);
                return input + y.tanh();
            }
        }

        [ScoreDepth(Steps = 4)]
        public sealed partial class Wrapped : Module<Tensor, Tensor>
        {
            [ScoreBlock(StripSkip = true)]
            private readonly Residual block;

            public Wrapped(long width) : base(nameof(Wrapped))
            {
                block = new Residual(width);
                RegisterComponents();
            }
        }
        """;
}

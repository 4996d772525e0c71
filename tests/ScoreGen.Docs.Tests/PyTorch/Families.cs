// What layers a model may be made of, each in an annotated class; families.py has the same in PyTorch.

[ScoreDepth(Steps = 4, Dt = 0.25)]
public sealed partial class Perceptron : Module<Tensor, Tensor>
{
    private readonly Linear up, down;
    private readonly LayerNorm norm;

    [ScoreDt(Per = Per.Feature, Max = 1)]
    private readonly Parameter dt = Parameter(randn(6));

    public Perceptron() : base(nameof(Perceptron))
    {
        norm = LayerNorm(6);
        up = Linear(6, 12);
        down = Linear(12, 6, hasBias: false);
        RegisterComponents();
    }

    private Tensor Block(Tensor h) => down.call(functional.gelu(up.call(norm.call(h))));
}

[ScoreDepth(Steps = 3, Dt = 0.5)]
public sealed partial class Encoder : Module<Tensor, Tensor>
{
    private readonly TransformerEncoderLayer layer = TransformerEncoderLayer(6, 2, 12);

    public Encoder() : base(nameof(Encoder)) => RegisterComponents();

    private Tensor Block(Tensor h) => layer.call(h, null!, null!);
}

public sealed class BasicBlock : Module<Tensor, Tensor>
{
    private readonly Conv2d conv = Conv2d(6, 6, 3, padding: 1, bias: false);
    private readonly BatchNorm2d bn = BatchNorm2d(6);

    public BasicBlock() : base(nameof(BasicBlock)) => RegisterComponents();

    public override Tensor forward(Tensor h) => functional.relu(h + bn.call(conv.call(h)));
}

[ScoreDepth(Steps = 3, Dt = 1, Weights = WeightSharing.PerStep)]
public sealed partial class Stage : Module<Tensor, Tensor>
{
    [ScoreBlock]
    private readonly ModuleList<BasicBlock> blocks = ModuleList(new BasicBlock(), new BasicBlock(), new BasicBlock());

    public Stage() : base(nameof(Stage)) => RegisterComponents();
}

[ScoreDepth(Steps = 3, Dt = 1)]
public sealed partial class Recurrent : Module<Tensor, Tensor>
{
    private readonly GRUCell cell = GRUCell(6, 6);

    public Recurrent() : base(nameof(Recurrent)) => RegisterComponents();

    private Tensor Block(Tensor h) => cell.call(h, h);
}

[ScoreDepth(Steps = 4, Dt = 0.25)]
public sealed partial class Sequenced : Module<Tensor, Tensor>
{
    [ScoreBlock]
    private readonly Sequential net;

    public Sequenced() : base(nameof(Sequenced))
    {
        var norm = GroupNorm(2, 6);
        init.normal_(norm.weight);
        init.normal_(norm.bias);
        net = Sequential(norm, Conv1d(6, 12, 1), Tanh(), Conv1d(12, 6, 1));
        RegisterComponents();
    }
}

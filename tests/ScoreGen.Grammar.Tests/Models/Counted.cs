using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.Grammar.Tests.Models;

/// <summary>A list that is there before the components are registered, or is filled afterwards.</summary>
[ScoreDepth(Steps = 2, Weights = WeightSharing.PerStep)]
public partial class Counted : Module<Tensor, Tensor>
{
    [ScoreBlock]
    protected readonly ModuleList<Module<Tensor, Tensor>> layers = ModuleList<Module<Tensor, Tensor>>();

    public Counted(int before, int after = 0)
        : base(nameof(Counted))
    {
        Add(before);
        RegisterComponents();
        Add(after);
    }

    private void Add(int count)
    {
        for (var i = 0; i < count; i++)
        {
            layers.append(Linear(4, 4));
        }
    }
}

/// <summary>More steps than its base class takes, with the same list.</summary>
[ScoreDepth(Steps = 3, Weights = WeightSharing.PerStep)]
public sealed partial class CountedAnew(int before) : Counted(before)
{
}

/// <summary>The base class registers before this one has its numbers, which are not trained.</summary>
[ScoreDepth(Steps = 2)]
public sealed partial class CountedLate : Early
{
    private readonly Tensor scales;

    public CountedLate(int rows) => scales = ones(rows, 4);

    private static Tensor Block(Tensor h, [ScorePerStep(nameof(scales))] Tensor scale) => h * scale;
}

public abstract class Early : Module<Tensor, Tensor>
{
    protected Early()
        : base(nameof(Early)) => RegisterComponents();
}

/// <summary>Registers in its own way, so that the pass alone counts.</summary>
[ScoreDepth(Steps = 2)]
public sealed partial class CountedByThePass : Module<Tensor, Tensor>
{
    private readonly Parameter scales;

    public CountedByThePass(int rows)
        : base(nameof(CountedByThePass))
    {
        scales = Parameter(ones(rows, 4));
        RegisterComponents();
    }

    protected override void RegisterComponents() => base.RegisterComponents();

    private Tensor Block(Tensor h, [ScorePerStep(nameof(scales))] Tensor scale) => h * scale;
}

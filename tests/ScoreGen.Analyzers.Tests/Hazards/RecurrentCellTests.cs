using ScoreGen.Analyzers.Tests.Harness;
using static ScoreGen.Analyzers.Tests.Harness.Blocks;

namespace ScoreGen.Analyzers.Tests.Hazards;

[Collection(TorchCollection.Name)]
public class RecurrentCellTests
{
    private const string Title = "Call the cell in a method that hands it the state: another model";

    [Theory, Fires("SCORE312")]
    [InlineData("[ScoreBlock] private readonly GRUCell {|SCORE312:cell|} = GRUCell(8, 8);")]
    [InlineData("[ScoreBlock] private RNNCell {|SCORE312:Cell|} { get; } = RNNCell(8, 8);")]
    [InlineData("[ScoreBlock] private readonly Module<Tensor, Tensor, Tensor> {|SCORE312:cell|} = GRUCell(8, 8);")]
    public Task TheStateIsRead(string members) => Verify.Diagnostics(WithContext(members));

    [Fact, Fires("SCORE312")]
    public Task OneForEachStep() => Verify.Diagnostics(WithContext(
        "[ScoreBlock] private readonly ModuleList<GRUCell> {|SCORE312:cells|} = ModuleList(GRUCell(8, 8), GRUCell(8, 8));",
        settings: "Steps = 2, Weights = WeightSharing.PerStep"));

    [Theory, NearMiss("SCORE312")]
    [InlineData("private readonly GRUCell cell = GRUCell(8, 8); private Tensor Block(Tensor h, Tensor x) => cell.call(x, h);")]
    [InlineData("[ScoreBlock] private readonly Gate gate = new(); private sealed class Gate : Module<Tensor, Tensor, Tensor> { private readonly GRUCell cell = GRUCell(8, 8); public Gate() : base(\"gate\") => RegisterComponents(); public override Tensor forward(Tensor h, Tensor x) => cell.call(x, h); }")]
    [InlineData("[ScoreBlock] private readonly Bilinear mix = Bilinear(8, 8, 8);")]
    public Task TheStateIsUpdated(string members) => Verify.Silent(WithContext(members));

    [Fact]
    public async Task TheMessageSaysWhatGoesWhere()
        => Assert.Equal(
            ["SCORE312: 'cell' is a recurrent cell, a GRUCell, which takes what it reads first and its state second: as the block it reads the block's state and has the context for its own; mark a method that calls it, Tensor Block(Tensor h, Tensor x) => cell.call(x, h)"],
            await Verify.Messages(WithContext("[ScoreBlock] private readonly GRUCell cell = GRUCell(8, 8);")));

    [Fact]
    public async Task TheMessageSaysWhatTakesTheListsPlace()
        => Assert.Equal(
            ["SCORE312: 'cells' holds recurrent cells, each an RNNCell, which takes what it reads first and its state second: as the block it reads the block's state and has the context for its own; mark a method that calls it, Tensor Block(Tensor h, Tensor x, [ScorePerStep(nameof(cells))] RNNCell cell) => cell.call(x, h), and leave Weights out"],
            await Verify.Messages(WithContext("[ScoreBlock] private readonly ModuleList<RNNCell> cells = ModuleList(RNNCell(8, 8), RNNCell(8, 8));", settings: "Steps = 2, Weights = WeightSharing.PerStep")));

    [Theory]
    [InlineData("[ScoreBlock] private readonly GRUCell {|SCORE312:cell|} = GRUCell(8, 8);", "private readonly GRUCell cell = GRUCell(8, 8);", "[ScoreBlock]\n    private Tensor Block(Tensor h, Tensor x) => cell.call(x, h);")]
    [InlineData("/// <summary>Kept.</summary>\n    [ScoreBlock]\n    private readonly GRUCell {|SCORE312:cell|} = GRUCell(8, 8);", "/// <summary>Kept.</summary>\n    private readonly GRUCell cell = GRUCell(8, 8);", "[ScoreBlock]\n    private Tensor Block(Tensor h, Tensor x) => cell.call(x, h);")]
    [InlineData("[ScoreBlock] private readonly GRUCell {|SCORE312:h|} = GRUCell(8, 8); public static int Block => 1;", "private readonly GRUCell h = GRUCell(8, 8); public static int Block => 1;", "[ScoreBlock]\n    private Tensor Block_(Tensor h, Tensor x) => this.h.call(x, h);")]
    public async Task AMethodHandsItTheState(string before, string field, string method)
    {
        var after = WithContext($"{field}\n\n    {method}");
        await Verify.Fix(WithContext(before), after, Title);

        long[][] shapes = [[3, 8], [3, 8]];
        Assert.NotEqual((await Trained.Of(WithContext(before), "Encoder", shapes)).Result, (await Trained.Of(after, "Encoder", shapes)).Result);
    }

    [Fact]
    public async Task NoMethodTakesThePlaceOfAList()
        => Assert.Empty(await Verify.OfferedFixes(WithContext(
            "[ScoreBlock] private readonly ModuleList<GRUCell> {|SCORE312:cells|} = ModuleList(GRUCell(8, 8), GRUCell(8, 8));",
            settings: "Steps = 2, Weights = WeightSharing.PerStep")));
}

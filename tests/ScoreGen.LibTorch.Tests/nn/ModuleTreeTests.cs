using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.LibTorch.Tests;

/// <summary>What a module registers, lists and forgets.</summary>
public class ModuleTreeTests
{
    private class Base : Module<Tensor, Tensor>
    {
        private readonly Parameter inherited = Parameter(zeros(1));

        protected Base(string name)
            : base(name)
        {
        }

        public override Tensor forward(Tensor input) => input.alias();
    }

    private sealed class Tree : Base
    {
        public readonly Linear first = Linear(2, 3);
        private readonly Parameter scale = Parameter(ones(3));
        private readonly Tensor table = arange(4);
        [ComponentName(Name = "renamed")]
        private readonly Linear second;
        private readonly Linear? absent = null;
        private readonly Linear[] ignored = [Linear(1, 1)];

        public Tree(bool register = true)
            : base(nameof(Tree))
        {
            second = first;
            Automatic = Parameter(zeros(2));
            if (register)
                RegisterComponents();
        }

        public Parameter Automatic { get; set; }

        public Parameter Scale => scale;

        public Tensor Table => table;

        public bool HoldsIgnored => absent is null && ignored.Length == 1 && second is not null;

        public void RegisterAgain() => RegisterComponents();
    }

    [Fact]
    public void Fields_are_registered_own_ones_first()
    {
        using var tree = new Tree();
        Assert.True(tree.HoldsIgnored);
        Assert.Equal(
            ["scale", "<Automatic>k__BackingField", "inherited", "first.weight", "first.bias"],
            tree.named_parameters().Select(entry => entry.name));
        Assert.Equal(["table"], tree.named_buffers().Select(entry => entry.name));
        Assert.Equal(["first", "renamed"], tree.named_children().Select(entry => entry.name));
        Assert.Equal(3, tree.parameters(recurse: false).Count());
    }

    [Fact]
    public void State_dict_has_both_names_of_a_shared_module()
    {
        using var tree = new Tree();
        Assert.Equal(
            ["scale", "<Automatic>k__BackingField", "inherited", "first.weight", "first.bias", "table", "renamed.weight", "renamed.bias"],
            tree.state_dict().Keys);
        Assert.Same(tree.state_dict()["first.weight"], tree.state_dict()["renamed.weight"]);
        Assert.Equal("net.table", tree.state_dict(prefix: "net").Keys.Single(key => key.EndsWith("table", StringComparison.Ordinal)));
    }

    [Fact]
    public void Without_RegisterComponents_nothing_is_listed_until_a_parent_registers()
    {
        using var tree = new Tree(register: false);
        Assert.Empty(tree.parameters());
        using var list = new ModuleList<Tree>(tree);
        using var parent = new Holder(list);
        Assert.Equal(5, tree.parameters().Count());
        Assert.Contains("list.0.scale", parent.state_dict().Keys);
    }

    private sealed class Holder : nn.Module
    {
        private readonly nn.Module list;

        public Holder(nn.Module list)
            : base(nameof(Holder))
        {
            this.list = list;
            RegisterComponents();
        }

        public nn.Module List => list;
    }

    [Fact]
    public void Registering_again_changes_nothing()
    {
        using var tree = new Tree();
        var before = tree.state_dict().Keys.ToArray();
        tree.RegisterAgain();
        Assert.Equal(before, tree.state_dict().Keys);
    }

    [Fact]
    public void Names_that_are_taken_empty_or_dotted_are_refused()
    {
        using var tree = new Tree();
        using var spare = zeros(1);
        Assert.Throws<InvalidOperationException>(() => tree.register_buffer("table", spare));
        Assert.Throws<InvalidOperationException>(() => tree.register_parameter("scale", tree.Scale));
        Assert.Throws<InvalidOperationException>(() => tree.register_module("first", Linear(1, 1)));
        Assert.Throws<ArgumentException>(() => tree.register_module("a.b", Linear(1, 1)));
        Assert.Throws<ArgumentException>(() => tree.add_module("", Linear(1, 1)));
        Assert.Throws<ArgumentNullException>(() => tree.register_buffer("none", null!));
        Assert.Throws<ArgumentNullException>(() => tree.register_parameter("none", null!));
    }

    [Fact]
    public void Tensors_are_found_by_dotted_names()
    {
        using var tree = new Tree();
        using var outer = Sequential(("tree", tree));
        Assert.Same(tree.first.weight, outer.get_parameter("tree.first.weight"));
        Assert.Same(tree.Table, outer.get_buffer("tree.table"));
        Assert.True(outer.has_parameter("tree.scale"));
        Assert.False(outer.has_parameter("tree.table"));
        Assert.True(outer.has_buffer("tree.table"));
        Assert.False(outer.has_buffer("tree.first"));
        Assert.Null(outer.get_parameter("tree.none"));
        Assert.Null(outer.get_buffer("none"));
    }

    [Fact]
    public void Nonpersistent_buffers_are_found_by_name_but_neither_listed_nor_saved()
    {
        using var module = new Tree();
        module.register_buffer("scratch", zeros(2), persistent: false);
        Assert.DoesNotContain("scratch", module.state_dict().Keys);
        Assert.DoesNotContain("scratch", module.named_buffers(include_nonpersistent: false).Select(entry => entry.name));
        Assert.DoesNotContain("scratch", module.named_buffers().Select(entry => entry.name));
        Assert.Single(module.buffers());
        Assert.NotNull(module.get_buffer("scratch"));
    }

    [Fact]
    public void Modules_are_listed_depth_after_breadth_without_the_root()
    {
        using var inner = Sequential(Linear(1, 1), ReLU());
        using var outer = Sequential(("a", inner), ("b", Tanh()));
        Assert.Equal(["a", "b", "a.0", "a.1"], outer.named_modules().Select(entry => entry.name));
        Assert.Equal(4, outer.modules().Count());
        Assert.Equal(2, outer.children().Count());
        var seen = new List<string>();
        outer.apply(module => seen.Add(module.GetName()));
        Assert.Equal(["Linear", "ReLU", "torch::nn::SequentialImpl", "Tanh", "torch::nn::SequentialImpl"], seen);
    }

    [Fact]
    public void Training_mode_reaches_every_module()
    {
        using var inner = Dropout();
        using var outer = Sequential(Linear(1, 1), Sequential(inner));
        Assert.True(inner.training);
        outer.eval();
        Assert.False(inner.training || outer.training);
        outer.train();
        Assert.True(inner.training && outer.training);
    }

    [Fact]
    public void Zero_grad_drops_gradients_or_fills_them_with_zeros()
    {
        using var linear = Linear(2, 1);
        using var input = ones(1, 2);
        linear.call(input).sum().backward();
        linear.zero_grad(set_to_none: false);
        Assert.Equal(0, linear.weight.grad!.abs().sum().ToSingle());
        linear.zero_grad();
        Assert.Null(linear.weight.grad);
    }

    [Fact]
    public void Dispose_frees_parameters_buffers_and_submodules_once()
    {
        var tree = new Tree();
        var (weight, table) = (tree.first.weight, tree.Table);
        tree.Dispose();
        Assert.True(weight.IsInvalid && table.IsInvalid && tree.Scale.IsInvalid);
        tree.Dispose();
        Assert.Throws<InvalidOperationException>(() => tree.first.call(zeros(1, 2)));
        Assert.Empty(tree.parameters());
    }

    [Fact]
    public void A_disposed_submodule_takes_its_name_away()
    {
        using var tree = new Tree();
        var disposed = new Tree();
        disposed.Dispose();
        tree.register_module("first", disposed);
        Assert.DoesNotContain("first", tree.named_children().Select(entry => entry.name));
    }

    [Fact]
    public void Modules_leave_nothing_behind()
    {
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        using (var model = Sequential(Linear(4, 4), LayerNorm(4), BatchNorm1d(4), GELU()))
        using (var input = ones(2, 4))
        using (var output = model.call(input))
            Assert.Equal(2, output.shape[0]);
        using (var attention = MultiheadAttention(4, 2))
        using (var input = ones(3, 1, 4))
        {
            var (output, weights) = attention.call(input, input, input);
            output.Dispose();
            weights.Dispose();
        }
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void Modules_outlive_the_scope_they_were_made_in()
    {
        Linear linear;
        nn.Module<Tensor, Tensor> norm, encoder, embedding;
        using (NewDisposeScope())
        {
            linear = Linear(2, 2);
            norm = BatchNorm1d(2);
            encoder = TransformerEncoderLayer(4, 2, 3);
            embedding = Embedding(3, 2);
        }
        Assert.All(
            linear.parameters().Concat(norm.state_dict().Values).Concat(encoder.parameters()).Concat(embedding.parameters()),
            tensor => Assert.False(tensor.IsInvalid));
    }
}

using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.LibTorch.Tests;

/// <summary>Lists, dictionaries and sequences of modules and parameters.</summary>
public class ContainerTests
{
    private sealed class Holder : nn.Module
    {
        private readonly nn.Module inner;

        public Holder(nn.Module inner)
            : base(nameof(Holder))
        {
            this.inner = inner;
            RegisterComponents();
        }

        public nn.Module Inner => inner;
    }

    [Fact]
    public void Sequential_names_by_position_or_by_name_and_slices()
    {
        using var sequence = Sequential(Linear(1, 2), Linear(2, 3), Tanh()).append("last", Linear(3, 1));
        Assert.Equal(["0.weight", "0.bias", "1.weight", "1.bias", "last.weight", "last.bias"], sequence.state_dict().Keys);
        Assert.Equal(4, sequence.Count);
        Assert.IsType<Tanh>(sequence[2]);
        Assert.Equal(["1.weight", "1.bias"], sequence[1..3].state_dict().Keys);
        Assert.Equal(["last.weight", "last.bias"], sequence[(2, null)].state_dict().Keys);
        Assert.Same(sequence[1], sequence[1..][0]);
        Assert.Throws<IndexOutOfRangeException>(() => sequence[(0, 5)]);
    }

    [Fact]
    public void Sequential_frees_what_passes_between_its_modules()
    {
        using var sequence = Sequential(Linear(2, 2), Tanh(), Linear(2, 2), ReLU());
        using var input = ones(1, 2);
        using var scope = NewDisposeScope();
        using var output = sequence.call(input);
        Assert.Equal(1, scope.DisposablesCount);
        Assert.False(input.IsInvalid);
    }

    [Fact]
    public void An_empty_sequence_returns_an_alias()
    {
        using var sequence = Sequential();
        using var input = ones(1);
        using var output = sequence.call(input);
        Assert.NotSame(input, output);
        output.add_(1);
        Assert.Equal(2, input.ToSingle());
    }

    [Fact]
    public void A_module_that_comes_twice_has_its_parameters_once()
    {
        var shared = Linear(2, 2);
        using var sequence = Sequential(shared, shared);
        Assert.Equal(2, sequence.parameters().Count());
        Assert.Equal(2, sequence.children().Count());
    }

    [Fact]
    public void All_ways_to_make_a_sequence_agree()
    {
        nn.Module<Tensor, Tensor> a = Linear(1, 1), b = ReLU();
        Assert.Equal(["x.weight", "x.bias"], Sequential(("x", a), ("y", b)).state_dict().Keys);
        Assert.Equal(["x.weight", "x.bias"], Sequential(Tuple.Create("x", a), Tuple.Create("y", b)).state_dict().Keys);
        Assert.Equal(["x.weight", "x.bias"], Sequential(new List<(string, nn.Module<Tensor, Tensor>)> { ("x", a), ("y", b) }).state_dict().Keys);
        Assert.Equal(["x.weight", "x.bias"], Sequential(new List<Tuple<string, nn.Module<Tensor, Tensor>>> { new("x", a) }).state_dict().Keys);
        Assert.Equal(["0.weight", "0.bias"], Sequential(new List<nn.Module<Tensor, Tensor>> { a, b }).state_dict().Keys);
    }

    [Fact]
    public void ModuleList_registers_by_position_when_it_is_registered()
    {
        var list = ModuleList(Linear(1, 1), Linear(1, 2));
        list.Add(Linear(1, 3));
        list.append(Linear(1, 4));
        list.extend([Linear(1, 5)]);
        list.Insert(0, Linear(1, 6));
        Assert.Equal(6, list.Count);
        using var holder = new Holder(list);
        Assert.Equal(12, holder.parameters().Count());
        Assert.Equal([6, 1], holder.get_parameter("inner.0.weight")!.shape);
        list.Add(Linear(1, 7));
        Assert.Equal(12, holder.parameters().Count());
        Assert.Equal(3, list.IndexOf(list[3]));
        Assert.True(list.Remove(list[6]));
        Assert.Equal([6, 1, 2, 3, 4, 5], list.Select(linear => linear.out_features));
    }

    [Fact]
    public void ModuleDict_registers_by_name()
    {
        var dictionary = ModuleDict(("b", Linear(1, 1)), ("a", Linear(1, 2)));
        dictionary.Add("c", Linear(1, 3));
        using var holder = new Holder(dictionary);
        Assert.Equal(["b", "a", "c"], holder.Inner.named_children().Select(entry => entry.name));
        Assert.Equal(["b", "a", "c"], dictionary.Keys);
        Assert.Equal(2, dictionary["a"].out_features);
        Assert.Equal("a", dictionary[1].Item1);
        Assert.True(dictionary.ContainsKey("c") && dictionary.TryGetValue("c", out _));
        Assert.True(dictionary.Remove("c"));
        Assert.Equal(2, dictionary.Count);
        Assert.Equal(["b", "a"], ((IEnumerable<(string, Linear)>)dictionary).Select(entry => entry.Item1));
#if LIBTORCH
        var pairs = new KeyValuePair<string, Linear>[2];
        dictionary.CopyTo(pairs, 0);
        Assert.Equal("b", pairs[0].Key);
        Assert.Equal(["b", "a"], ((IEnumerable<KeyValuePair<string, Linear>>)dictionary).Select(entry => entry.Key));
#endif
    }

    [Fact]
    public void Parameter_containers_register_by_position_and_name()
    {
        var list = ParameterList(Parameter(zeros(1)), Parameter(zeros(2)));
        var dictionary = ParameterDict(("x", Parameter(zeros(3))));
        using var holder = Sequential(("p", new Wrapper(list)), ("q", new Wrapper(dictionary)));
        Assert.Equal(["p.inner.0", "p.inner.1", "q.inner.x"], holder.named_parameters().Select(entry => entry.name));
        Assert.True(list.has_parameter("1"));
        Assert.False(list.has_parameter("2"));
        Assert.Same(dictionary["x"], dictionary.get_parameter("x"));
    }

    private sealed class Wrapper : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module inner;

        public Wrapper(nn.Module inner)
            : base(nameof(Wrapper))
        {
            this.inner = inner;
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => inner.training ? input.alias() : input.neg();
    }

    [Fact]
    public void OrderedDict_keeps_the_order_of_its_entries()
    {
        var dictionary = new OrderedDict<string, int> { { "b", 1 }, { "a", 2 } };
        dictionary.Insert(1, ("c", 3));
        dictionary["a"] = 4;
        dictionary["d"] = 5;
        Assert.Equal([("b", 1), ("c", 3), ("a", 4), ("d", 5)], Entries(dictionary));
        dictionary[0] = ("b", 6);
        Assert.True(dictionary.Remove("c"));
        Assert.True(dictionary.Remove(("a", 4)));
        Assert.Equal(["b", "d"], dictionary.keys());
        Assert.Equal([6, 5], dictionary.values());
        Assert.Equal(1, dictionary.IndexOf(("d", 5)));
        Assert.Throws<ArgumentException>(() => dictionary.Add("b", 1));
        Assert.Equal(2, dictionary.Count);
        dictionary.RemoveAt(0);
        Assert.Equal([("d", 5)], Entries(dictionary));
        dictionary.clear();
        Assert.Empty(dictionary.Values);
    }

    /// <summary>The entries as <c>foreach</c> sees them; TorchSharp's dictionaries are no enumerations of pairs.</summary>
    private static List<(TKey, TValue)> Entries<TKey, TValue>(OrderedDict<TKey, TValue> dictionary)
    {
        var entries = new List<(TKey, TValue)>();
        foreach (var entry in dictionary)
            entries.Add(entry);
        return entries;
    }

#if LIBTORCH
    [Fact]
    public void OrderedDict_forgets_what_is_replaced_and_says_what_was_not_there()
    {
        var dictionary = new OrderedDict<string, int> { { "b", 1 }, { "a", 2 } };
        dictionary[0] = ("e", 6);
        Assert.False(dictionary.ContainsKey("b"));
        Assert.Equal([("e", 6), ("a", 2)], dictionary);
        Assert.False(dictionary.Remove("c"));
        Assert.False(dictionary.Remove(("a", 0)));
        Assert.Equal(["e", "a"], dictionary.keys());
    }
#endif

    [Fact]
    public void Parameterless_modules_refuse_tensors()
    {
        using var dropout = Dropout();
        using var spare = zeros(1);
        Assert.Throws<InvalidOperationException>(() => dropout.register_buffer("b", spare));
        Assert.Throws<InvalidOperationException>(() => dropout.register_parameter("p", Parameter(zeros(1))));
        Assert.Throws<InvalidOperationException>(() => dropout.register_module("m", Linear(1, 1)));
        dropout.register_module("m", ReLU());
    }
}

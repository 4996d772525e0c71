using System.Collections;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.LibTorch.Tests;

/// <summary>Lists and dictionaries of parameters as collections: order, positions and what they refuse.</summary>
public class ParameterContainerTests
{
    private static readonly string[] Names = ["b", "a", "c"];

    private static Parameter[] Three => [Parameter(rand(1)), Parameter(rand(2)), Parameter(rand(3))];

    [Fact]
    public void A_list_of_parameters_keeps_their_order()
    {
        var (p, more) = (Three, Three);
        var list = ParameterList(p[0]);
        list.Add(p[2]);
        list.Insert(1, p[1]);
        list.extend(more[..2]);
        list.append(more[2]);
        Assert.Equal([.. p, .. more], list);
        Assert.Equal([.. p, .. more], ((IEnumerable)list).Cast<Parameter>());
        Assert.Equal((6, false, 4, -1), (list.Count, list.IsReadOnly, list.IndexOf(more[1]), list.IndexOf(Parameter(zeros(1)))));
        Assert.Equal(["0", "1", "2", "3", "4", "5"], list.named_parameters().Select(entry => entry.name));
        list.RemoveAt(0);
        Assert.True(list.Remove(more[0]) && !list.Remove(more[0]));
        list[0] = p[0];
        Assert.True(list.Contains(p[0]) && !list.Contains(p[1]));
        var copy = new Parameter[5];
        list.CopyTo(copy, 1);
        Assert.Equal([null!, p[0], p[2], more[1], more[2]], copy);
        Assert.Same(more[2], list.get_parameter("3"));
        Assert.Null(list.get_parameter("4"));
        Assert.Null(list.get_parameter("x"));
        list.Clear();
        Assert.Empty(list);
    }

    [Fact]
    public void A_dictionary_of_parameters_keeps_the_order_of_names()
    {
        var p = Three;
        var dictionary = new ParameterDict();
        dictionary.Add("b", p[0]);
        dictionary.Add(new KeyValuePair<string, Parameter>("c", p[2]));
        dictionary.Insert(1, ("a", p[1]));
        Assert.Equal((3, false, 2, -1), (dictionary.Count, dictionary.IsReadOnly, dictionary.IndexOf(("c", p[2])), dictionary.IndexOf(("c", p[1]))));
        Assert.Equal(Names, dictionary.Keys);
        Assert.Equal(p, dictionary.Values);
        Assert.Equal(Names.Order(), dictionary.keys().Order());
        Assert.Equal(3, dictionary.values().Count());
        Assert.Equal(("a", p[1]), dictionary[1]);
        Assert.True(dictionary.Contains(("b", p[0])) && !dictionary.Contains(("b", p[1])) && dictionary.Contains(new KeyValuePair<string, Parameter>("b", p[0])));
        Assert.True(dictionary.ContainsKey("c") && dictionary.has_parameter("c") && !dictionary.has_parameter("d"));
        Assert.True(dictionary.TryGetValue("c", out var found) && !dictionary.TryGetValue("d", out _));
        Assert.Same(p[2], found);
        Assert.Null(dictionary.get_parameter("d"));
        Assert.Throws<ArgumentException>(() => dictionary.Add("b", p[0]));
        Assert.Throws<ArgumentException>(() => dictionary.Insert(0, ("b", p[0])));
    }

    [Fact]
    public void Entries_of_a_dictionary_of_parameters_are_replaced_and_removed()
    {
        var (p, q) = (Three, Three);
        var dictionary = ParameterDict(("b", p[0]), ("a", p[1]), ("c", p[2]));
        dictionary["a"] = q[1];
        dictionary[2] = ("c", q[2]);
        var copy = new (string, Parameter)[4];
        dictionary.CopyTo(copy, 1);
        Assert.Equal([default, ("b", p[0]), ("a", q[1]), ("c", q[2])], copy);
        Assert.Equal(copy[1..], Entries.All(dictionary.items()));
        Assert.Equal(copy[1..], Entries.All(dictionary.GetEnumerator()));
        Assert.True(dictionary.Remove("a"));
        Assert.True(dictionary.Remove(("c", q[2])));
        Assert.Equal(["b"], dictionary.Keys);
        dictionary.RemoveAt(0);
        Assert.Empty(dictionary.Keys);
        dictionary.Add(("b", p[0]));
        dictionary.clear();
        dictionary.Add(("b", p[0]));
        dictionary.Clear();
        Assert.Empty(dictionary.Keys);
    }

#if LIBTORCH
    [Fact]
    public void Dictionaries_enumerate_and_copy_pairs()
    {
        var (p, m) = (Three, Linear(1, 1));
        var parameters = ParameterDict(("b", p[0]), ("a", p[1]));
        var modules = ModuleDict(("b", m), ("a", m));
        var pairs = new KeyValuePair<string, Parameter>[2];
        parameters.CopyTo(pairs, 0);
        Assert.Equal([new("b", p[0]), new("a", p[1])], pairs);
        Assert.Equal(pairs, (IEnumerable<KeyValuePair<string, Parameter>>)parameters);
        Assert.Equal(2, ((IEnumerable)parameters).Cast<object>().Count());
        Assert.Equal(2, ((IEnumerable)modules).Cast<object>().Count());
        Assert.True(parameters.Remove(pairs[1]) && !parameters.Remove(pairs[1]));
        Assert.True(modules.Remove(new KeyValuePair<string, Linear>("a", m)));
        parameters["new"] = p[2];
        modules["new"] = m;
        Assert.Equal(["b", "new"], parameters.Keys);
        Assert.Equal(["b", "new"], modules.Keys);
    }
#endif

    [Fact]
    public void Moving_converts_parameters_and_gradients_where_they_are()
    {
        var (listed, named) = (Three, Three);
        listed[0].grad = ones(1);
        var list = ParameterList(listed);
        var dictionary = ParameterDict(Names.Zip(named).ToArray());
        using var holder = new Holder(list, dictionary);
        holder.to(ScalarType.Float64).to(CPU);
        Assert.All([.. list, .. dictionary.Values], parameter => Assert.Equal(ScalarType.Float64, parameter.dtype));
        Assert.Equal(ScalarType.Float64, list[0].grad!.dtype);
        Assert.All([.. listed, .. named], parameter => Assert.True(parameter.IsInvalid));
        Assert.Same(list[1], list.get_parameter("1"));
    }

    private sealed class Holder : nn.Module
    {
        private readonly nn.Module list;
        private readonly nn.Module dictionary;

        public Holder(nn.Module list, nn.Module dictionary)
            : base(nameof(Holder))
        {
            (this.list, this.dictionary) = (list, dictionary);
            RegisterComponents();
        }

        public bool HasBoth => list is not null && dictionary is not null;
    }

    [Fact]
    public void A_container_in_two_modules_is_registered_once()
    {
        nn.Module[] shared = [ParameterList(Three), ParameterDict(("a", Parameter(zeros(1)))), ModuleList(Linear(1, 1)), ModuleDict(("a", Linear(1, 1)))];
        foreach (var container in shared)
        {
            var first = new Holder(container, Linear(1, 1));
            var before = first.parameters().Count();
            var second = new Holder(Linear(1, 1), container);
            Assert.True(second.HasBoth);
            Assert.Equal(before, first.parameters().Count());
            Assert.Equal(before, second.parameters().Count());
        }
    }
}

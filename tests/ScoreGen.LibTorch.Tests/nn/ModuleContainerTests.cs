using System.Collections;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ScoreGen.LibTorch.Tests;

/// <summary>Lists, dictionaries and sequences of modules as collections.</summary>
public class ModuleContainerTests
{
    [Fact]
    public void A_list_of_modules_is_changed_at_positions()
    {
        nn.Module[] m = [Linear(1, 1), ReLU(), Tanh()];
        var list = ModuleList(m);
        list[1] = m[2];
        Assert.Equal([m[0], m[2], m[2]], ((IEnumerable)list).Cast<nn.Module>());
        Assert.True(list.Contains(m[2]) && !list.Contains(m[1]) && !list.IsReadOnly);
        list.RemoveAt(0);
        var copy = new nn.Module[2];
        list.CopyTo(copy, 0);
        Assert.Equal([m[2], m[2]], copy);
        list.Clear();
        Assert.Empty(list);
    }

    [Fact]
    public void A_dictionary_of_modules_is_changed_by_name_and_position()
    {
        nn.Module[] m = [Linear(1, 1), ReLU(), Tanh()];
        var dictionary = ModuleDict(("b", m[0]), ("a", m[1]));
        dictionary.Insert(0, ("c", m[2]));
        dictionary.Add(new KeyValuePair<string, nn.Module>("d", m[0]));
        dictionary[0] = ("c", m[0]);
        dictionary["a"] = m[2];
        Assert.Equal([("c", m[0]), ("b", m[0]), ("a", m[2]), ("d", m[0])], Entries.All(dictionary.items()));
        Assert.Equal([m[0], m[0], m[2], m[0]], dictionary.Values);
        Assert.Equal(4, dictionary.values().Count());
        Assert.Contains("d", dictionary.keys());
        Assert.Equal((false, 2), (dictionary.IsReadOnly, dictionary.IndexOf(("a", m[2]))));
        Assert.True(dictionary.Contains(("a", m[2])) && !dictionary.Contains(("a", m[1])) && dictionary.Contains(new KeyValuePair<string, nn.Module>("d", m[0])));
        Assert.True(dictionary.Remove(("a", m[2])));
        dictionary.RemoveAt(0);
        var copy = new (string, nn.Module)[2];
        dictionary.CopyTo(copy, 0);
        Assert.Equal([("b", m[0]), ("d", m[0])], copy);
        dictionary.clear();
        dictionary.Add("x", m[0]);
        dictionary.Clear();
        Assert.Empty(dictionary.Keys);
    }

    [Fact]
    public void A_sequence_can_be_derived_from()
    {
        using var byName = new Named(("x", Linear(1, 2)), ("y", ReLU()));
        using var byPosition = new Numbered(Linear(1, 2), ReLU());
        Assert.Equal(["x.weight", "x.bias"], byName.state_dict().Keys);
        Assert.Equal(["0.weight", "0.bias"], byPosition.state_dict().Keys);
        using var output = byPosition.append(Linear(2, 1)).call(ones(1, 1));
        Assert.Equal([1, 1], output.shape);
        Assert.IsType<Linear>(byPosition[2]);
        Assert.Throws<IndexOutOfRangeException>(() => byPosition[(4, 4)]);
    }

    private sealed class Named(params (string name, Module<Tensor, Tensor> submodule)[] modules) : Sequential(modules);

    private sealed class Numbered(params Module<Tensor, Tensor>[] modules) : Sequential(modules);
}

using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ScoreGen.Docs.Tests.Compiling;
using ScoreGen.Docs.Tests.Pages;
using static TorchSharp.torch;

namespace ScoreGen.Docs.Tests;

/// <summary>The classes on the page about papers run: with gradients and without, and they keep the shape of the state.</summary>
public partial class PapersPageTests
{
    private static readonly Page Papers = Page.Of("runtime/docs/papers.md");
    private static readonly Lazy<Project> Compiled = new(() => PageProject.Of(Papers));

    public static TheoryData<string> Classes => [.. AnnotatedClass().Matches(Papers.Text).Select(match => match.Groups["name"].Value)];

    [Theory]
    [MemberData(nameof(Classes))]
    public void ItRuns(string name)
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var type = Compiled.Value.Type(name);
        var model = (nn.Module)Activator.CreateInstance(type, 8L)!;

        (Run(model, "Loss") is [var loss] ? loss : Run(model, "forward").Select(state => state.square().sum()).Aggregate((sum, part) => sum + part)).backward();
        using var off = no_grad();
        model.eval();
        var settled = Run(model, "forward");

        Assert.All(settled, state => Assert.Equal([2, 5, 8], state.shape));
        Assert.All(settled, state => Assert.True(state.isfinite().all().item<bool>()));
        Assert.Contains(model.parameters(), parameter => parameter.grad is { } grad && grad.abs().max().item<float>() > 0);
    }

    /// <summary>Every group of the table has a class, or a page of its own.</summary>
    [Fact]
    public void EveryGroupOfTheTableHasAClass()
    {
        var sections = Section().Matches(Papers.Text).ToDictionary(match => match.Groups["title"].Value.ToLowerInvariant().Replace(",", "", StringComparison.Ordinal).Replace(' ', '-'), match => match.Value);
        var named = Papers.Links.Where(link => link.StartsWith('#')).Select(link => link[1..]).ToList();

        Assert.Equal(sections.Keys.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
        Assert.All(sections.Values, section => Assert.Matches(AnnotatedClass(), section));
    }

    /// <summary>What a method returns, each tensor of it; nothing where there is no such method.</summary>
    private static List<Tensor> Run(nn.Module model, string method)
    {
        if (model.GetType().GetMethod(method, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly) is not { } member)
        {
            return [];
        }

        var result = member.Invoke(model, [.. member.GetParameters().Select(_ => randn(2, 5, 8))]);
        return result is ITuple parts ? [.. Enumerable.Range(0, parts.Length).Select(i => (Tensor)parts[i]!)] : [(Tensor)result!];
    }

    [GeneratedRegex(@"^public sealed partial class (?<name>\w+) : Module", RegexOptions.Multiline)]
    private static partial Regex AnnotatedClass();

    [GeneratedRegex(@"^## (?<title>[^\n]+)\n.*?(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();
}

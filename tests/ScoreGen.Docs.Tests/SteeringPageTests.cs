using System.Text.RegularExpressions;
using ScoreGen.Docs.Tests.Compiling;
using ScoreGen.Docs.Tests.Pages;
using static TorchSharp.torch;

namespace ScoreGen.Docs.Tests;

/// <summary>The classes on the page about steering run: with gradients and without, and they keep the shape of the state.</summary>
public partial class SteeringPageTests
{
    private static readonly Page Steering = Page.Of("runtime/docs/steering.md");
    private static readonly Lazy<Project> Compiled = new(() => PageProject.Of(Steering));

    public static TheoryData<string> Classes => [.. AnnotatedClass().Matches(Steering.Text).Select(match => match.Groups["name"].Value)];

    [Theory]
    [MemberData(nameof(Classes))]
    public void ItRuns(string name)
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var model = Compiled.Value.Create(name, 8L);
        var h = randn(2, 5, 8);

        var state = model.call(h);
        (Loss(model, h) ?? state.square().sum()).backward();
        using var off = no_grad();
        var settled = model.call(h);

        Assert.Equal(h.shape, state.shape);
        Assert.Equal(h.shape, settled.shape);
        Assert.True(settled.isfinite().all().item<bool>());
        Assert.Contains(model.parameters(), parameter => parameter.grad is { } grad && grad.abs().max().item<float>() > 0);
    }

    /// <summary>Its own loss, where the class has one.</summary>
    private static Tensor? Loss(nn.Module model, Tensor h) => (Tensor?)model.GetType().GetMethod("Loss")?.Invoke(model, [h, zeros_like(h)]);

    [GeneratedRegex(@"^public sealed partial class (?<name>\w+) : Module", RegexOptions.Multiline)]
    private static partial Regex AnnotatedClass();
}

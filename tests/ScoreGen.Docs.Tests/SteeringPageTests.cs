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
        var model = Compiled.Value.CreateModule(name, 8L);
        Tensor[] inputs = [randn(2, 5, 8), .. model is nn.Module<Tensor, Tensor> ? [] : new[] { randn(2, 5, 8) }];
        var h = inputs[0];

        var state = Call(model, inputs);
        (Loss(model, inputs) ?? state.square().sum()).backward();
        using var off = no_grad();
        var settled = Call(model, inputs);

        Assert.Equal(h.shape, state.shape);
        Assert.Equal(h.shape, settled.shape);
        Assert.True(settled.isfinite().all().item<bool>());
        Assert.Contains(model.parameters(), parameter => parameter.grad is { } grad && grad.abs().max().item<float>() > 0);
    }

    /// <summary>What comes of a token by its own score does not depend on those that come after it.</summary>
    [Fact]
    public void TokensThatGoOnByTheirOwnScoreAreCausal()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        dynamic model = Compiled.Value.CreateModule("Recursions", 8L);
        var h = randn(1, 12, 8);
        Tensor whole = model.Causal(h);

        for (var length = 1; length < 12; length++)
        {
            Tensor prefix = model.Causal(h.narrow(1, 0, length));
            Assert.True(prefix.allclose(whole.narrow(1, 0, length), atol: 1e-6));
        }

        Assert.False(whole.allclose(h));
    }

    private static Tensor Call(nn.Module model, Tensor[] inputs) => model is nn.Module<Tensor, Tensor> one ? one.call(inputs[0]) : ((nn.Module<Tensor, Tensor, Tensor>)model).call(inputs[0], inputs[1]);

    /// <summary>Its own loss, where the class has one.</summary>
    private static Tensor? Loss(nn.Module model, Tensor[] inputs) => (Tensor?)model.GetType().GetMethod("Loss")?.Invoke(model, [.. inputs, zeros_like(inputs[0])]);

    [GeneratedRegex(@"^public sealed partial class (?<name>\w+) : Module", RegexOptions.Multiline)]
    private static partial Regex AnnotatedClass();
}

using ScoreGen.Depth.Tests.Numerics;
using ScoreGen.Docs.Tests.Compiling;
using ScoreGen.Docs.Tests.Pages;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.Docs.Tests;

/// <summary>Where a page says what a class computes, as plain statements, they give the same values and gradients, in float64.</summary>
public class ComputedCodeTests
{
    private const double Tolerance = 1e-12;
    private const long Width = 3;

    public static TheoryData<string, string> Said
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var page in Repository.Pages.Select(Page.Of))
            {
                page.CSharp.Select(block => block.Marked(PageProject.Computed)).OfType<string>().ToList().ForEach(type => data.Add(page.Name, type));
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Said))]
    public void ThePassComputesIt(string page, string type)
    {
        using var scope = NewDisposeScope();
        using var model = PageProject.Of(Page.Of(page)).Create(type, Width);
        Waves.Fill(model.to(ScalarType.Float64));
        var h = Waves.Of(1, 2, Width).requires_grad_();

        var expected = (Tensor)model.GetType().GetMethod(PageProject.ComputedMethod)!.Invoke(model, [h])!;
        var actual = model.call(h);

        Close.To(Tolerance, expected, actual);
        var weights = model.parameters().Append(h).ToList();
        Assert.All(Gradients.Of(expected, weights).Zip(Gradients.Of(actual, weights)), pair => Close.To(Tolerance, pair.First, pair.Second, "gradient"));
    }
}

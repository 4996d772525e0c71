using System.Text.RegularExpressions;
using ScoreGen.Docs.Tests.Compiling;

namespace ScoreGen.Docs.Tests.Integrators;

/// <summary>What the emitted code says above its first step, for every integrator with the same dt.</summary>
internal static partial class EmittedFormulas
{
    public const double Dt = 0.25;

    private static readonly Lazy<IReadOnlyList<string>> Files = new(() => new Project(("Models.cs", string.Concat(Enum.GetNames<Integrator>().Select(Model)))).Emitted);

    public static IEnumerable<string> Of(Integrator integrator)
    {
        var file = Files.Value.Single(file => file.Contains($"partial class {integrator}Model", StringComparison.Ordinal));
        return FirstStep().Match(file).Groups["formula"].Captures.Select(capture => capture.Value.Trim());
    }

    private static string Model(string integrator) => FormattableString.Invariant($$"""
        [ScoreDepth(Steps = 4, Dt = {{Dt}}, Integrator = {{integrator}})]
        public sealed partial class {{integrator}}Model() : Module<Tensor, Tensor>("model")
        {
            private Tensor Block(Tensor h) => h.tanh();
        }

        """);

    [GeneratedRegex(@"// Step 1 of 4, time 0:(?<formula>[^\n]+)?\n(\s*//  (?<formula>[^\n]+)\n)*")]
    private static partial Regex FirstStep();
}

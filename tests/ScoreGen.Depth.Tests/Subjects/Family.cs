using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests.Subjects;

/// <summary>
/// A class that has a block, annotated with each of some settings. Attributes hold constants, so each is a class of its own; they are
/// compiled together when the first is asked for.
/// </summary>
internal sealed class Family<T>(IEnumerable<DepthSettings> members)
    where T : nn.Module
{
    private readonly Lazy<Dictionary<string, Type>> classes = new(() => Annotated.Compile(typeof(T), [.. members.Select(settings => settings.Annotation).Distinct()]));

    /// <summary>The family with every integrator and update rule, for some numbers of steps of some size.</summary>
    public static Family<T> OfEveryMethod(double dt, params int[] steps)
        => new(from pair in Methods.Pairs
               from count in steps
               select new DepthSettings(pair.Integrator, pair.Update, count, dt));

    /// <summary>A single class.</summary>
    public static Subject<T> Only(DepthSettings settings) => new Family<T>([settings]).Create(settings);

    /// <summary>Makes an instance of the class with these settings.</summary>
    public Subject<T> Create(DepthSettings settings)
        => new((T)Activator.CreateInstance(classes.Value[settings.Annotation])!);
}

using ScoreGen.Depth.Tests.Blocks;
using ScoreGen.Depth.Tests.Numerics;
using ScoreGen.Depth.Tests.Subjects;
using static TorchSharp.torch;

namespace ScoreGen.Depth.Tests;

/// <summary>How often, at which step and at which time each member evaluates the block: as the plan says.</summary>
public sealed class EvaluationTests
{
    private static readonly DepthSettings[] All =
        [.. from method in Methods.Pairs
            from schedule in new[] { null, new[] { 0.1, 0.4, 0.3 } }
            select new DepthSettings(method.Integrator, method.Update, Steps: 3, Schedule: schedule)];

    private static readonly Family<Counting> Blocks = new(All);

    public static TheoryData<Integrator, UpdateRule, bool> Cases
    {
        get
        {
            var data = new TheoryData<Integrator, UpdateRule, bool>();
            foreach (var settings in All)
            {
                data.Add(settings.Integrator, settings.Update, settings.Schedule is not null);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Forward(Integrator integrator, UpdateRule update, bool varying)
        => Check(integrator, update, varying, steps: 3, (subject, h) => subject.Forward(h));

    [Theory]
    [MemberData(nameof(Cases))]
    public void ForwardSteps(Integrator integrator, UpdateRule update, bool varying)
        => Check(integrator, update, varying, steps: 2, (subject, h) => subject.ForwardSteps(2, h));

    [Theory]
    [MemberData(nameof(Cases))]
    public void States(Integrator integrator, UpdateRule update, bool varying)
        => Check(integrator, update, varying, steps: 3, (subject, h) => subject.States(h));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Trace(Integrator integrator, UpdateRule update, bool varying)
        => Check(integrator, update, varying, steps: 3, (subject, h) => subject.Trace(h));

    private static void Check(Integrator integrator, UpdateRule update, bool varying, int steps, Action<Subject<Counting>, Tensor> pass)
    {
        using var scope = NewDisposeScope();
        using var subject = Blocks.Create(All.Single(settings => (settings.Integrator, settings.Update, settings.Schedule is not null) == (integrator, update, varying)));
        pass(subject, Waves.Of(1, 2, 3));

        var plan = subject.Plan;
        var stages = plan.Evaluations / plan.Steps;
        var expected = from step in Enumerable.Range(0, steps)
                       from stage in Enumerable.Range(0, stages)
                       select (step, time: plan.Time(step, stage));
        Assert.Equal(steps * stages, subject.Module.Evaluations.Count);
        Assert.All(
            expected.Zip(subject.Module.Evaluations),
            pair =>
            {
                Assert.Equal(pair.First.step, pair.Second.Step);
                Assert.Equal(pair.First.time, pair.Second.Time, tolerance: 1e-15);
            });
    }
}

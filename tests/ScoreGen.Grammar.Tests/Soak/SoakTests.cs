using System.Diagnostics;
using TorchSharp;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace ScoreGen.Grammar.Tests.Soak;

/// <summary>
/// Weeks of use in a few minutes: models of random settings, trained and asked with random shapes and depths, and now and then a function that
/// throws. After each use the tensors, the gradient mode and the dispose scopes are those from before; the memory does not grow.
/// </summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    private const long AllowedGrowth = 64 << 20;

    private readonly Random random = new(2026);
    private int failures;
    private int refusals;

    [Fact]
    public void UseWithoutEndLeavesNothingBehind()
    {
        var subjects = Subjects(24);
        var budget = new Budget(rounds: 400);
        var settled = 0L;
        while (budget.Next())
        {
            Use(subjects[random.Next(subjects.Count)]);
            if (settled == 0 && budget.Used > 0.25)
            {
                settled = Resident();
            }
        }

        var growth = Resident() - settled;
        output.WriteLine(
            $"{budget.Round - 1:N0} uses of {subjects.Count} models, {failures:N0} of them failed midway and {refusals:N0} asked for a depth that the model does not have; the resident set grew by {growth / 1048576.0:0.0} MiB after the first quarter.");
        Assert.InRange(growth, long.MinValue, AllowedGrowth);
        Assert.InRange(failures, budget.Round / 10, budget.Round);
    }

    private void Use(Subject subject)
    {
        using var outer = NewDisposeScope();
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        using (NewDisposeScope())
        {
            var usages = Usages.Of(subject.Grammar);
            Attempt(subject, usages[random.Next(usages.Count)]);
        }

        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        Assert.True(is_grad_enabled());
        Assert.False(is_inference_mode_enabled());
        using var next = zeros(1);
        Assert.True(outer.Contains(next), "The scope that was open before must be the current one after.");
    }

    private void Attempt(Subject subject, Usage usage)
    {
        long[] shape = subject.Grammar.Route is null && random.Next(2) == 0 ? [random.Next(1, 33), Case.Width] : [random.Next(1, 9), random.Next(1, 9), Case.Width];
        var (state, context) = (subject.State(shape), randn(shape, dtype: ScalarType.Float64));
        Interruption.At(subject.Interruptible > 0 && random.Next(3) == 0 ? random.Next(1, subject.Interruptible + 1) : 0);
        try
        {
            usage(subject.Model, state, context, random);
        }
        catch (TimeoutException)
        {
            failures++;
        }
        catch (ArgumentOutOfRangeException refusal) when (refusal.ParamName == "steps")
        {
            refusals++;
        }
        finally
        {
            Interruption.At(0);
        }
    }

    private List<Subject> Subjects(int count)
    {
        var grammars = Enumerable.Range(0, 2 * count).Select(_ => RandomGrammar()).Distinct().ToList();
        var compiled = Case.Compile(grammars).Where(compiled => compiled.Error is null).Take(count);
        return [.. compiled.Select(compiled => Used(new Subject(compiled.Grammar, compiled.Create())))];
    }

    /// <summary>The first pass makes the weights that steps mix by, and they stay.</summary>
    private static Subject Used(Subject subject)
    {
        using var scope = NewDisposeScope();
        subject.Model.Forward(subject.State([1, 1, Case.Width]), randn([1, 1, Case.Width], dtype: ScalarType.Float64));
        return subject;
    }

    private Grammar RandomGrammar() => Setting.All.GroupBy(setting => setting.Topic)
        .Where(_ => random.Next(3) == 0)
        .Select(topic => topic.ElementAt(random.Next(topic.Count())))
        .Aggregate(new Grammar(), (grammar, setting) => setting.Apply(grammar));

    private static long Resident()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}

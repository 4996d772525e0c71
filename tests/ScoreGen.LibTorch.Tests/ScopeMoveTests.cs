using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests;

/// <summary>Tensors that change their scope, one by one or several at once.</summary>
public class ScopeMoveTests
{
    private static readonly Func<DisposeScope, Tensor[], IDisposable[]>[] Outwards =
    [
        (scope, t) => [.. t.Select(scope.MoveToOuter)],
        (scope, t) => Several(scope.MoveToOuter(t[0], t[1]), scope.MoveToOuter(t[2])),
        (scope, t) => Several(scope.MoveToOuter(t[0], t[1], t[2])),
        (scope, t) => After(t, () => scope.MoveToOuter(t)),
        (scope, t) => After(t, () => scope.MoveToOuter(new List<IDisposable>(t))),
        (scope, t) => [.. t.Select(tensor => tensor.MoveToOuterDisposeScope())],
    ];

    private static readonly Func<DisposeScope, DisposeScope, Tensor[], IDisposable[]>[] Elsewhere =
    [
        (scope, other, t) => [.. t.Select(tensor => scope.MoveToOther(other, tensor))],
        (scope, other, t) => Several(scope.MoveToOther(other, t[0], t[1]), scope.MoveToOther(other, t[2])),
        (scope, other, t) => Several(scope.MoveToOther(other, t[0], t[1], t[2])),
        (scope, other, t) => After(t, () => scope.MoveToOther(other, t)),
        (scope, other, t) => After(t, () => scope.MoveToOther(other, new List<IDisposable>(t))),
        (_, other, t) => [.. t.Select(tensor => tensor.MoveToOtherDisposeScope(other))],
        (_, other, t) => After(t, () => other.Attach(t)),
        (_, other, t) => [.. other.Attach(new List<IDisposable>(t))],
    ];

    private static readonly Func<DisposeScope, Tensor[], IDisposable[]>[] Out =
    [
        (scope, t) => [.. t.Select(scope.Detach)],
        (scope, t) => Several(scope.Detach(t[0], t[1]), scope.Detach(t[2])),
        (scope, t) => Several(scope.Detach(t[0], t[1], t[2])),
        (scope, t) => After(t, () => scope.Detach(t)),
        (scope, t) => After(t, () => scope.Detach(new List<IDisposable>(t))),
        (_, t) => [.. t.Select(tensor => tensor.DetachFromDisposeScope())],
#pragma warning disable CS0618 // the name that misspells it is TorchSharp's too
        (_, t) => [.. t.Select(tensor => tensor.DetatchFromDisposeScope())],
#pragma warning restore CS0618
    ];

    private static readonly Func<DisposeScope, Tensor[], IDisposable[]>[] Keeping =
    [
        (scope, t) => Several(scope.DisposeEverythingBut(t[0], t[1], t[2])),
        (scope, t) => After(t, () => scope.DisposeEverythingBut(t)),
        (scope, t) => After(t, () => scope.DisposeEverythingBut(new List<IDisposable>(t))),
    ];

    private static IDisposable[] Several<T>((T, T) pair, T third) where T : IDisposable => [pair.Item1, pair.Item2, third];

    private static IDisposable[] Several<T>((T, T, T) triple) where T : IDisposable => [triple.Item1, triple.Item2, triple.Item3];

    private static IDisposable[] After(Tensor[] tensors, Action move)
    {
        move();
        return tensors;
    }

    private static Tensor[] Three() => [zeros(1), zeros(2), zeros(3)];

    [Fact]
    public void All_ways_outwards_lead_to_the_scope_around()
    {
        foreach (var way in Outwards)
        {
            using var outer = NewDisposeScope();
            Tensor[] moved;
            using (var inner = NewDisposeScope())
            {
                moved = Three();
                Assert.Equal(moved, way(inner, moved));
                Assert.Equal(0, inner.DisposablesCount);
            }
            Assert.Equal(3, outer.DisposablesCount);
            Assert.All(moved, tensor => Assert.True(outer.Contains(tensor)));
            outer.DisposeEverything();
            Assert.All(moved, tensor => Assert.True(tensor.IsInvalid));
        }
    }

    [Fact]
    public void All_ways_elsewhere_lead_to_the_scope_that_is_named()
    {
        foreach (var way in Elsewhere)
        {
            using var other = NewDisposeScope();
            using var between = NewDisposeScope();
            using var inner = NewDisposeScope();
            var moved = Three();
            Assert.Equal(moved, way(inner, other, moved));
            Assert.Equal((3, 0, 0), (other.DisposablesCount, between.DisposablesCount, inner.DisposablesCount));
            Assert.All(moved, tensor => Assert.True(other.Contains(tensor) && !inner.Contains(tensor)));
        }
    }

    [Fact]
    public void All_ways_out_leave_a_tensor_to_its_owner()
    {
        foreach (var way in Out)
        {
            Tensor[] detached;
            using (var scope = NewDisposeScope())
            {
                detached = Three();
                Assert.Equal(detached, way(scope, detached));
            }
            Assert.All(detached, tensor => Assert.False(tensor.IsInvalid));
            Array.ForEach(detached, tensor => tensor.Dispose());
        }
    }

    [Fact]
    public void All_ways_to_keep_some_dispose_the_rest()
    {
        foreach (var way in Keeping)
        {
            using var scope = NewDisposeScope();
            var (kept, gone) = (Three(), Three());
            Assert.Equal(kept, way(scope, kept));
            Assert.Equal(3, scope.DisposablesCount);
            Assert.All(gone, tensor => Assert.True(tensor.IsInvalid));
            var (first, second) = scope.DisposeEverythingBut(kept[0], kept[1]);
            Assert.True(!first.IsInvalid && !second.IsInvalid && kept[2].IsInvalid);
        }
    }

    [Fact]
    public void A_tensor_follows_another_into_its_scope_or_out_of_all()
    {
        using var outer = NewDisposeScope();
        var here = zeros(1);
        using var inner = NewDisposeScope();
        var moved = zeros(2).MoveToOtherDisposeScope(here);
        Assert.True(outer.Contains(moved));
        var free = zeros(3).DetachFromDisposeScope();
        Assert.False(outer.Contains(here.MoveToOtherDisposeScope(free)));
        Assert.True(inner.Contains(free.MoveToOtherDisposeScope(inner)));
        here.Dispose();
    }

    [Fact]
    public void What_a_scope_does_not_hold_it_does_not_move()
    {
        using var outer = NewDisposeScope();
        var elsewhere = zeros(1);
        using var inner = NewDisposeScope();
        inner.Detach(elsewhere);
        inner.MoveToOuter(elsewhere);
        Assert.True(outer.Contains(elsewhere));
        var own = zeros(1);
        inner.MarkAsDisposed(own);
        Assert.False(inner.Contains(own));
        own.Dispose();
    }

    [Fact]
    public void A_handle_that_is_given_away_lives_on()
    {
        using var scope = NewDisposeScope();
        var x = arange(3);
        var handle = x.DecoupleFromNativeHandle();
        Assert.True(x.IsInvalid);
        Assert.Throws<InvalidOperationException>(() => x.DecoupleFromNativeHandle());
        using var again = Tensor.UnsafeCreateTensor(handle);
        Assert.Equal([0L, 1, 2], again.data<long>().ToArray());
    }

    [Fact]
    public void Statistics_are_written_out()
    {
        var text = "";
        var thread = new Thread(() =>
        {
            using (NewDisposeScope())
                zeros(1);
            text = $"{DisposeScopeManager.Statistics} | {DisposeScopeManager.Statistics.TensorStatistics}";
        });
        thread.Start();
        thread.Join();
        var counts = "ThreadTotalLiveCount: 0; CreatedOutsideScopeCount: 0; DisposedOutsideScopeCount: 0; CreatedInScopeCount: 1; "
            + "DisposedInScopeCount: 1; AttachedToScopeCount: 0; DetachedFromScopeCount: 0";
        Assert.Equal($"{counts} | {counts}", text);
    }
}

using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests;

/// <summary>Scopes and what they count, as TorchSharp has them.</summary>
public class DisposeScopeTests
{
    [Fact]
    public void A_scope_disposes_what_was_made_in_it()
    {
        Tensor inside;
        using (var scope = NewDisposeScope())
        {
            inside = zeros(3);
            Assert.True(scope.Contains(inside));
            Assert.Equal(1, scope.DisposablesCount);
        }
        Assert.True(inside.IsInvalid);
    }

    [Fact]
    public void A_moved_tensor_goes_with_the_outer_scope()
    {
        Tensor moved;
        using (var outer = NewDisposeScope())
        {
            using (NewDisposeScope())
            {
                moved = ones(2, 2).MoveToOuterDisposeScope();
                zeros(5);
            }
            Assert.False(moved.IsInvalid);
            Assert.Single(outer.DisposablesView);
        }
        Assert.True(moved.IsInvalid);
    }

    [Fact]
    public void Moving_out_of_the_outermost_scope_detaches()
    {
        Tensor moved;
        using (NewDisposeScope())
            moved = ones(2).MoveToOuterDisposeScope();
        Assert.Equal(2, moved.numel());
        moved.Dispose();
    }

    [Fact]
    public void Use_after_dispose_throws_as_TorchSharp_does()
    {
        var gone = ones(2);
        gone.Dispose();
        gone.Dispose();
        var failure = Assert.Throws<InvalidOperationException>(() => gone.exp());
        Assert.Equal("Tensor invalid -- empty handle.", failure.Message);
        Assert.Throws<InvalidOperationException>(() => gone.shape);
        using var other = ones(2);
        Assert.Throws<InvalidOperationException>(() => other + gone);
    }

    [Fact]
    public void Statistics_count_where_tensors_are_made_and_disposed() => OnAThreadOfItsOwn(() =>
    {
        var counts = DisposeScopeManager.Statistics;
        var outside = ones(2);
        Tensor kept;
        using (var scope = NewDisposeScope())
        {
            var a = ones(2);
            kept = a + a;
            scope.Detach(kept);
            scope.Attach(outside);
            ones(1).Dispose();
        }
        Assert.Equal(1, counts.CreatedOutsideScopeCount);
        Assert.Equal(3, counts.CreatedInScopeCount);
        Assert.Equal(3, counts.DisposedInScopeCount);
        Assert.Equal(1, counts.AttachedToScopeCount);
        Assert.Equal(1, counts.DetachedFromScopeCount);
        Assert.Equal(1, counts.ThreadTotalLiveCount);
        kept.Dispose();
        Assert.Equal(1, counts.DisposedOutsideScopeCount);
        Assert.Equal(0, counts.ThreadTotalLiveCount);
        counts.Reset();
        Assert.Equal(0, counts.CreatedInScopeCount);
    });

    [Fact]
    public void Disposing_everything_but_some_keeps_those_and_the_scope_open()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (ones(1), ones(2));
        var kept = scope.DisposeEverythingBut(b);
        Assert.Same(b, kept);
        Assert.True(a.IsInvalid);
        Assert.False(b.IsInvalid);
        scope.DisposeEverything();
        Assert.True(b.IsInvalid);
    }

    [Fact]
    public void A_disposed_scope_throws()
    {
        var scope = NewDisposeScope();
        scope.Dispose();
        scope.Dispose();
        Assert.Throws<ObjectDisposedException>(() => scope.DisposablesCount);
        using var tensor = ones(1);
        Assert.Throws<ObjectDisposedException>(() => scope.Attach(tensor));
    }

    [Fact]
    public void Scopes_may_be_disposed_out_of_order()
    {
        var outer = NewDisposeScope();
        var inner = NewDisposeScope();
        outer.Dispose();
        Assert.Same(inner, CurrentDisposeScope);
        inner.Dispose();
        Assert.NotSame(inner, CurrentDisposeScope);
        Assert.NotSame(outer, CurrentDisposeScope);
    }

    [Fact]
    public void A_scope_manages_nothing_but_tensors()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<InvalidOperationException>(() => scope.Attach(new MemoryStream()));
    }

    [Fact]
    public void The_total_falls_when_tensors_go()
    {
        var tensors = Enumerable.Range(0, 100).Select(_ => ones(1)).ToArray();
        Assert.True(Tensor.TotalCount >= 100);
        Assert.True(Tensor.PeakCount >= Tensor.TotalCount - 100);
        foreach (var tensor in tensors)
            tensor.Dispose();
        Assert.All(tensors, tensor => Assert.True(tensor.IsInvalid));
    }

    [Fact]
    public void A_wrapped_expression_leaves_its_result_alone()
    {
        using var result = WrappedTensorDisposeScope(() => ones(2) + ones(2));
        Assert.Equal([2f, 2f], result.data<float>().ToArray());
    }

    private static void OnAThreadOfItsOwn(Action body)
    {
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                body();
            }
            catch (Exception e)
            {
                failure = e;
            }
        });
        thread.Start();
        thread.Join();
        if (failure is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
    }
}

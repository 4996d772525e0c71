#nullable disable // as in Optimizer.cs

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Steps several schedules together. It keeps no learning rates of its own: its get_last_lr is null.</summary>
                public class ChainedLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;

                    /// <summary>Creates the chain.</summary>
                    /// <param name="schedulers">The schedules, in the order in which they step.</param>
                    public ChainedLR(IEnumerable<LRScheduler> schedulers) => _schedulers = schedulers.ToArray();

                    /// <summary>Steps each schedule once.</summary>
                    public override void step()
                    {
                        foreach (var scheduler in _schedulers)
                            scheduler.step();
                    }
                }
            }
        }
    }
}

// Live tensors are counted, so that tests must not run beside one another.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

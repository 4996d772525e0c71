// The random streams and the counts of living tensors belong to the process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

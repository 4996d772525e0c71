// Weights are drawn from the one random state of the process: a model that another test makes meanwhile would change them.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

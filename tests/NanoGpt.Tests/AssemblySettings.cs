// Trainings side by side would only take each other's time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

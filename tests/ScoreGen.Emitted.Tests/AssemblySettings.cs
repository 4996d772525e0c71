// Several threads that train at once make TorchSharp 0.107 free numbers that libtorch is still reading.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

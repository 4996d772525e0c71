using System.Runtime.CompilerServices;
using TorchSharp;

// Trainings side by side would only take each other's time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace NanoGpt.Tests;

internal static class AssemblySettings
{
    [ModuleInitializer]
    internal static void LeaveOneThreadToEachOperator() => torch.set_num_threads(1);
}

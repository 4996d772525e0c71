using ScoreGen.LibTorch;

namespace TorchSharp;

/// <summary>Makes backward name the function that failed or, with check_nan, that gave a NaN, until its disposal.</summary>
public class AnomalyMode : IDisposable
{
    private readonly bool wasEnabled = IsEnabled;
    private readonly bool wasChecking = ShouldCheckNaN;

    public AnomalyMode(bool enabled, bool check_nan = true) => Set(enabled, check_nan);

    /// <summary>Whether the mode is on.</summary>
    public static bool IsEnabled => Read().Enabled;

    /// <summary>Whether gradients are searched for NaN.</summary>
    public static bool ShouldCheckNaN => Read().CheckNaN;

    /// <summary>Restores the mode that was before.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            Set(wasEnabled, wasChecking);
    }

    private static void Set(bool enabled, bool checkNaN) =>
        NativeMethods.sg_set_anomaly_mode(enabled ? 1 : 0, checkNaN ? 1 : 0);

    private static unsafe (bool Enabled, bool CheckNaN) Read()
    {
        int checkNaN;
        var enabled = NativeMethods.sg_anomaly_mode(&checkNaN);
        return (enabled != 0, checkNaN != 0);
    }
}

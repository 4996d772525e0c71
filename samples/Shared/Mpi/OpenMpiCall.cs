using System.Text;

namespace Samples.Mpi;

/// <summary>Calls of MPI that wait for other processes: they can be cancelled, and what goes wrong has a message.</summary>
internal static class OpenMpiCall
{
    public static void Sum(nint buffer, int count, nint type, CancellationToken cancellation)
    {
        Check("MPI_Iallreduce", OpenMpi.AllReduce(OpenMpi.InPlace, buffer, count, type, OpenMpi.Sum, OpenMpi.World, out var request));
        Wait(request, cancellation);
    }

    public static unsafe void Broadcast(byte[] buffer)
    {
        fixed (byte* start = buffer)
        {
            Check("MPI_Ibcast", OpenMpi.Broadcast((nint)start, buffer.Length, OpenMpi.Byte, 0, OpenMpi.World, out var request));
            Wait(request, CancellationToken.None);
        }
    }

    public static void Check(string function, int code)
    {
        if (code == 0)
        {
            return;
        }

        Span<byte> text = stackalloc byte[OpenMpi.LongestText];
        var reason = OpenMpi.ErrorText(code, text, out var length) == 0 ? Encoding.UTF8.GetString(text[..length]) : $"error {code}";
        throw new SampleException($"{function} failed ({reason}). Another process has ended, or its machine cannot be reached.");
    }

    /// <summary>A wait inside MPI could not be cancelled: where another process is dead, it would last for ever.</summary>
    private static void Wait(nint request, CancellationToken cancellation)
    {
        for (var pause = new SpinWait(); ; pause.SpinOnce(sleep1Threshold: -1))
        {
            Check("MPI_Test", OpenMpi.Test(ref request, out var isDone, OpenMpi.NoStatus));
            if (isDone != 0)
            {
                return;
            }

            cancellation.ThrowIfCancellationRequested();
        }
    }
}

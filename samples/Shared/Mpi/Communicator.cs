using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Samples.Mpi;

/// <summary>The processes that do one piece of work together, in MPI's words MPI_COMM_WORLD. All of them make the same calls in the same order.</summary>
public sealed class Communicator
{
    private Communicator(int rank, int count, int localRank) => (Rank, Count, LocalRank) = (rank, count, localRank);

    /// <summary>A process by itself: it waits for nobody, and needs no MPI.</summary>
    public static Communicator Alone { get; } = new(0, 1, 0);

    /// <summary>The number of this process, from 0.</summary>
    public int Rank { get; }

    /// <summary>How many processes there are.</summary>
    public int Count { get; }

    /// <summary>The number of this process among those on its machine, from 0.</summary>
    public int LocalRank { get; }

    /// <summary>Whether this is the process that reports and writes files.</summary>
    public bool IsFirst => Rank == 0;

    /// <summary>Finds the processes that were started together with this one.</summary>
    /// <exception cref="SampleException">There are several, and they cannot find each other.</exception>
    public static Communicator Join() => Join(Launcher.OfThisProcess);

    internal static Communicator Join(Launcher launcher)
    {
        if (launcher.IsAlone)
        {
            return Alone;
        }

        if (!launcher.SpeaksMpi)
        {
            throw new SampleException($"The program was started {launcher.Count} times, by something else than OpenMPI, so that the copies cannot find each other. Start it with OpenMPI's mpirun, or with srun --mpi=pmix.");
        }

        OpenMpiCall.Check("MPI_Init_thread", OpenMpi.Init(0, 0, OpenMpi.Serialized, out _));
        OpenMpiCall.Check("MPI_Comm_set_errhandler", OpenMpi.SetErrorHandler(OpenMpi.World, OpenMpi.ErrorsReturn));
        OpenMpiCall.Check("MPI_Comm_rank", OpenMpi.Rank(OpenMpi.World, out var rank));
        OpenMpiCall.Check("MPI_Comm_size", OpenMpi.Size(OpenMpi.World, out var count));
        return launcher.Count is { } started && started != count
            ? throw new SampleException($"{started} processes were started, but libmpi sees {count}: mpirun and libmpi.so.40 are of two installations. Put the folder of the libmpi.so.40 that belongs to this mpirun first into LD_LIBRARY_PATH.")
            : new Communicator(rank, count, launcher.LocalRank);
    }

    /// <summary>The part of some things that is this process's: the parts differ by one at most, the first are the larger ones.</summary>
    public (int Start, int Count) PartOf(int things) => PartOf(things, Rank, Count);

    internal static (int Start, int Count) PartOf(int things, int rank, int count)
    {
        var (each, left) = (things / count, things % count);
        return ((rank * each) + Math.Min(rank, left), each + (rank < left ? 1 : 0));
    }

    /// <summary>Adds up a tensor over all processes, in place.</summary>
    /// <param name="values">float32, contiguous, of the same shape everywhere.</param>
    /// <param name="cancellation">Ends the wait for the others.</param>
    /// <exception cref="SampleException">Another process cannot be reached.</exception>
    public void Sum(Tensor values, CancellationToken cancellation)
    {
        if (Count == 1)
        {
            return;
        }

        if (values.device_type == DeviceType.CPU)
        {
            SumInMemory(values, cancellation);
            return;
        }

        using var copy = values.cpu();
        SumInMemory(copy, cancellation);
        values.copy_(copy);
    }

    /// <summary>The sum of a number over all processes.</summary>
    /// <exception cref="SampleException">Another process cannot be reached.</exception>
    public unsafe double Sum(double value)
    {
        if (Count > 1)
        {
            OpenMpiCall.Sum((nint)(&value), 1, OpenMpi.Double, CancellationToken.None);
        }

        return value;
    }

    /// <summary>The first process's bytes, on each.</summary>
    /// <param name="bytes">They, on the first process; what the others pass is left unread.</param>
    /// <exception cref="SampleException">Another process cannot be reached.</exception>
    public byte[] OfFirst(byte[] bytes)
    {
        if (Count == 1)
        {
            return bytes;
        }

        var length = new byte[sizeof(int)];
        MemoryMarshal.Write(length, IsFirst ? bytes.Length : 0);
        OpenMpiCall.Broadcast(length);
        var received = IsFirst ? bytes : new byte[MemoryMarshal.Read<int>(length)];
        OpenMpiCall.Broadcast(received);
        return received;
    }

    private static unsafe void SumInMemory(Tensor values, CancellationToken cancellation)
    {
        fixed (byte* start = values.bytes)
        {
            OpenMpiCall.Sum((nint)start, checked((int)values.numel()), OpenMpi.Float, cancellation);
        }

        GC.KeepAlive(values);
    }

    /// <summary>
    /// Says that the work is done, and waits until all have said so. A process that ends without having said it makes mpirun end the others.
    /// </summary>
    public void Leave()
    {
        if (Count > 1)
        {
            OpenMpiCall.Check("MPI_Finalize", OpenMpi.Finish());
        }
    }
}

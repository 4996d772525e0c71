using System.Runtime.InteropServices;

namespace Samples.Mpi;

/// <summary>
/// The functions of MPI that are used here, as OpenMPI 4 and 5 have them: a handle is the address of an object of the library, a status of null is ignored, and 1
/// in place of a buffer stands for "in place". Each function returns 0 or an error code.
/// </summary>
internal static partial class OpenMpi
{
    /// <summary>Calls come from one thread at a time.</summary>
    public const int Serialized = 2;

    public const nint InPlace = 1;
    public const nint NoStatus = 0;

    /// <summary>The length of the longest text that the library writes (MPI_MAX_ERROR_STRING).</summary>
    public const int LongestText = 256;

    private const string Name = "mpi";

    private static readonly Lazy<nint> Library = new(OpenMpiLibrary.Load);

    static OpenMpi() => NativeLibrary.SetDllImportResolver(typeof(OpenMpi).Assembly, (name, _, _) => name == Name ? Library.Value : 0);

    public static nint World => Handle("ompi_mpi_comm_world");

    public static nint Float => Handle("ompi_mpi_float");

    public static nint Double => Handle("ompi_mpi_double");

    public static nint Byte => Handle("ompi_mpi_byte");

    public static nint Sum => Handle("ompi_mpi_op_sum");

    public static nint ErrorsReturn => Handle("ompi_mpi_errors_return");

    [LibraryImport(Name, EntryPoint = "MPI_Init_thread")]
    public static partial int Init(nint argumentCount, nint arguments, int required, out int provided);

    [LibraryImport(Name, EntryPoint = "MPI_Finalize")]
    public static partial int Finish();

    [LibraryImport(Name, EntryPoint = "MPI_Comm_rank")]
    public static partial int Rank(nint communicator, out int rank);

    [LibraryImport(Name, EntryPoint = "MPI_Comm_size")]
    public static partial int Size(nint communicator, out int size);

    [LibraryImport(Name, EntryPoint = "MPI_Comm_set_errhandler")]
    public static partial int SetErrorHandler(nint communicator, nint handler);

    [LibraryImport(Name, EntryPoint = "MPI_Error_string")]
    public static partial int ErrorText(int code, Span<byte> text, out int length);

    /// <summary>Starts to add up a buffer over all processes, element by element.</summary>
    [LibraryImport(Name, EntryPoint = "MPI_Iallreduce")]
    public static partial int AllReduce(nint send, nint receive, int count, nint type, nint operation, nint communicator, out nint request);

    /// <summary>Starts to copy a buffer of one process into that of each.</summary>
    [LibraryImport(Name, EntryPoint = "MPI_Ibcast")]
    public static partial int Broadcast(nint buffer, int count, nint type, int root, nint communicator, out nint request);

    [LibraryImport(Name, EntryPoint = "MPI_Test")]
    public static partial int Test(ref nint request, out int isDone, nint status);

    private static nint Handle(string symbol) => NativeLibrary.GetExport(Library.Value, symbol);
}

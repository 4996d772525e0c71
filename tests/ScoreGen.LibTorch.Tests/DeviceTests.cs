using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace ScoreGen.LibTorch.Tests;

/// <summary>Devices by name, kind and index; threads; random streams by their two names.</summary>
public class DeviceTests
{
    [Fact]
    public void A_device_is_named_or_numbered()
    {
        (Device, DeviceType, int, string)[] devices =
        [
            (device("cpu"), DeviceType.CPU, -1, "cpu"), (new Device("cpu", 0), DeviceType.CPU, 0, "cpu"), (device("meta"), DeviceType.META, -1, "meta"),
            (new Device("cuda:1"), DeviceType.CUDA, 1, "cuda:1"), (new Device("CUDA"), DeviceType.CUDA, -1, "cuda"), (new Device(2), DeviceType.CUDA, 2, "cuda:2"),
            (device(3), DeviceType.CUDA, 3, "cuda:3"), ("cpu", DeviceType.CPU, -1, "cpu"), (device("cpu", -1), DeviceType.CPU, -1, "cpu"),
            (device(DeviceType.META), DeviceType.META, -1, "meta"),
        ];
        Assert.All(devices, entry => Assert.Equal((entry.Item2, entry.Item3, entry.Item4), (entry.Item1.type, entry.Item1.index, entry.Item1.ToString())));
        Assert.Throws<ArgumentException>(() => new Device("abacus"));
    }

    [Fact]
    public void What_is_not_there_cannot_be_used()
    {
        if (cuda.is_available())
            return;
        Assert.False(cuda_is_available());
        Assert.False(TryInitializeDeviceType(DeviceType.CUDA));
        Assert.Throws<InvalidOperationException>(() => CUDA);
        Assert.Throws<InvalidOperationException>(() => device("cuda"));
        Assert.Throws<InvalidOperationException>(() => InitializeDeviceType(DeviceType.CUDA));
        Assert.Equal(0, cuda.device_count());
    }

    [Fact]
    public void The_default_device_is_where_tensors_are_made()
    {
        try
        {
            set_default_device("meta");
            using var x = zeros(1);
            Assert.Equal(DeviceType.META, x.device_type);
            Assert.Same(get_default_device(), InitializeDevice(null));
        }
        finally
        {
            set_default_device(CPU);
        }
        using var y = zeros(1);
        Assert.True(y.is_cpu() && !y.is_cuda && !y.is_meta && y.device_index == -1);
    }

    [Fact]
    public void Threads_can_be_counted_and_set()
    {
        var before = get_num_threads();
        try
        {
            set_num_threads(1);
            Assert.Equal(1, get_num_threads());
        }
        finally
        {
            set_num_threads(before);
        }
        Assert.InRange(get_num_interop_threads(), 1, 1024);
    }

#if LIBTORCH
    [Fact]
    public void The_threads_of_matrix_products_are_set_too()
    {
        if (!NativeLibrary.TryLoad("libopenblas.so.0", out var blas))
            return;
        var threads = Marshal.GetDelegateForFunctionPointer<Count>(NativeLibrary.GetExport(blas, "openblas_get_num_threads"));
        var before = get_num_threads();
        try
        {
            set_num_threads(1);
            Assert.Equal(1, threads());
            set_num_threads(3);
            Assert.Equal(3, threads());
        }
        finally
        {
            set_num_threads(before);
        }
    }

    private delegate int Count();
#endif

    [Fact]
    public void The_stream_has_the_same_functions_twice()
    {
        random.manual_seed(11);
        Assert.Equal((11, 11), (random.initial_seed(), initial_seed()));
        using var state = random.get_rng_state();
        using var first = rand(3);
        random.set_rng_state(state);
        using var again = rand(3);
        Assert.Equal(first.data<float>().ToArray(), again.data<float>().ToArray());
        Assert.NotEqual(random.seed(), seed());
        manual_seed(11);
        var (a, b) = (rand_float(), randn_float());
        manual_seed(11);
        Assert.Equal((a, b), (rand_float(), randn_float()));
        Assert.InRange(a, 0, 1);
    }

    [Fact]
    public void A_tensor_says_what_it_is()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2, 3, 4, ScalarType.Int16);
        var part = x[1].t();
        Assert.Equal((24, 2, 3), (x.numel(), x.element_size(), x.dim()));
        Assert.Equal((12, 4, 1), (x.stride(0), x.stride(1), x.stride(-1)));
        Assert.Equal((12, 1, 4), (part.storage_offset(), part.stride(0), part.stride(1)));
        Assert.True(x.is_integral() && !x.is_floating_point() && !x.is_complex() && !x.is_sparse);
        var deep = zeros([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 3]);
        Assert.Equal((18, 2, 3), (deep.shape.Length, deep.shape[16], deep.shape[17]));
        Assert.True(x.Equals((object)x.clone()) && !x.Equals(part) && !x.Equals("x"));
    }
}

using System.Runtime.InteropServices;

namespace ScoreGen.LibTorch;

/// <summary>
/// The C interface of native/shim.h. <c>SuppressGCTransition</c> stands on functions that only read a few fields: they
/// return in nanoseconds, take no lock and run no managed code.
/// </summary>
internal static unsafe partial class NativeMethods
{
    private const string Shim = ShimLibrary.Name;

    [DllImport(Shim)] internal static extern byte* sg_error();
    [DllImport(Shim)] internal static extern long sg_error_ticket();
    [DllImport(Shim)] internal static extern byte* sg_compiled_version();
    [DllImport(Shim)] internal static extern byte* sg_build_settings();

    [DllImport(Shim)] internal static extern int sg_operator_find(byte* name, byte* overload, nint* found);
    [DllImport(Shim)] internal static extern int sg_operator_schema(nint op, byte* buffer, int capacity);
    [DllImport(Shim)] internal static extern int sg_call(nint op, NativeValue* arguments, int count, NativeValue* results, int capacity);

    [DllImport(Shim), SuppressGCTransition] internal static extern void sg_tensor_retain(nint tensor);
    [DllImport(Shim)] internal static extern void sg_tensor_release(nint tensor);
    [DllImport(Shim)] internal static extern int sg_tensor_copy_in(void* data, int dtype, long* sizes, int dims, nint* tensor);
    [DllImport(Shim), SuppressGCTransition] internal static extern long sg_tensor_dim(nint tensor);
    [DllImport(Shim), SuppressGCTransition] internal static extern long sg_tensor_numel(nint tensor);
    [DllImport(Shim), SuppressGCTransition] internal static extern long sg_tensor_own_bytes(nint tensor);
    [DllImport(Shim), SuppressGCTransition] internal static extern long sg_tensor_element_size(nint tensor);
    [DllImport(Shim), SuppressGCTransition] internal static extern int sg_tensor_dtype(nint tensor);
    [DllImport(Shim), SuppressGCTransition] internal static extern int sg_tensor_device(nint tensor, int* index);
    [DllImport(Shim)] internal static extern int sg_tensor_sizes(nint tensor, long* sizes, long* strides, int capacity);
    [DllImport(Shim), SuppressGCTransition] internal static extern long sg_tensor_storage_offset(nint tensor);
    [DllImport(Shim)] internal static extern int sg_tensor_is_contiguous(nint tensor);
    [DllImport(Shim), SuppressGCTransition] internal static extern int sg_tensor_is_sparse(nint tensor);
    [DllImport(Shim)] internal static extern int sg_tensor_requires_grad(nint tensor);
    [DllImport(Shim)] internal static extern int sg_tensor_is_leaf(nint tensor);
    [DllImport(Shim)] internal static extern int sg_tensor_data(nint tensor, void** data);
    [DllImport(Shim)] internal static extern int sg_tensor_grad(nint tensor, nint* grad);
    [DllImport(Shim)] internal static extern int sg_tensor_set_grad(nint tensor, nint grad);

    [DllImport(Shim)] internal static extern int sg_tensor_save(nint tensor, byte* path);
    [DllImport(Shim)] internal static extern int sg_tensor_load(byte* path, nint* tensor);

    [DllImport(Shim)]
    internal static extern int sg_backward(
        nint* tensors, int count, nint* grads, int gradCount, int retainGraph, int createGraph, nint* inputs, int inputCount);

    [DllImport(Shim)]
    internal static extern int sg_grad(
        nint* outputs, int count, nint* inputs, int inputCount, nint* grads, int gradCount,
        int retainGraph, int createGraph, int allowUnused, nint* results);

    [DllImport(Shim), SuppressGCTransition] internal static extern int sg_grad_mode();
    [DllImport(Shim), SuppressGCTransition] internal static extern void sg_set_grad_mode(int enabled);
    [DllImport(Shim), SuppressGCTransition] internal static extern int sg_inference_mode();
    [DllImport(Shim)] internal static extern nint sg_inference_enter(int enabled);
    [DllImport(Shim)] internal static extern void sg_inference_exit(nint guard);
    [DllImport(Shim)] internal static extern int sg_anomaly_mode(int* checkNan);
    [DllImport(Shim)] internal static extern void sg_set_anomaly_mode(int enabled, int checkNan);

    [DllImport(Shim)]
    internal static extern int sg_function_link(
        nint context, byte* name,
        delegate* unmanaged<nint, nint, nint*, int, nint*, int, long> apply, delegate* unmanaged<nint, void> free,
        nint* inputs, int inputCount, nint* outputs, int* kinds, int outputCount, nint* saved, int savedCount, nint* node);

    [DllImport(Shim)] internal static extern int sg_function_saved(nint node, nint* tensors, int capacity);
    [DllImport(Shim)] internal static extern int sg_function_zeros(nint node, int index, nint* zeros);

    [DllImport(Shim)] internal static extern int sg_generator_new(int deviceType, int deviceIndex, ulong seed, nint* generator);
    [DllImport(Shim)] internal static extern int sg_generator_default(int deviceType, int deviceIndex, nint* generator);
    [DllImport(Shim)] internal static extern void sg_generator_release(nint generator);
    [DllImport(Shim)] internal static extern int sg_generator_seed(nint generator, ulong seed);
    [DllImport(Shim)] internal static extern int sg_generator_current_seed(nint generator, ulong* seed);
    [DllImport(Shim)] internal static extern int sg_generator_state(nint generator, nint* state);
    [DllImport(Shim)] internal static extern int sg_generator_set_state(nint generator, nint state);
    [DllImport(Shim)] internal static extern int sg_manual_seed(ulong seed);

    [DllImport(Shim)] internal static extern int sg_num_threads();
    [DllImport(Shim)] internal static extern int sg_set_num_threads(int count);
    [DllImport(Shim)] internal static extern int sg_num_interop_threads();
    [DllImport(Shim)] internal static extern int sg_set_num_interop_threads(int count);
    [DllImport(Shim)] internal static extern int sg_cuda_load();
    [DllImport(Shim)] internal static extern int sg_cuda_device_count(int* count);
    [DllImport(Shim)] internal static extern int sg_cuda_has_cudnn(int* available);
    [DllImport(Shim)] internal static extern int sg_cuda_seed(ulong seed);
    [DllImport(Shim)] internal static extern int sg_cuda_synchronize(int index);
}

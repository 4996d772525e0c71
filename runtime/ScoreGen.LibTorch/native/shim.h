// The C interface between ScoreGen.LibTorch and libtorch.
//
// Handles. A tensor handle owns one reference to a TensorImpl; 0 stands for an undefined tensor. A generator handle owns
// one reference to a GeneratorImpl. Whoever receives a handle releases it; arguments are borrowed for the call.
//
// Errors. No C++ exception leaves this library. A function that can fail returns SG_FAILED, and sg_error() then holds the
// message of this thread's last failure. SG_MANAGED means that managed code failed inside a callback; sg_error_ticket()
// names that failure.
#pragma once
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define SG_API __attribute__((visibility("default")))

enum { SG_OK = 0, SG_FAILED = -1, SG_MANAGED = -2 };

enum sg_tag {
  SG_NONE = 0,
  SG_DEFAULT = 1,  // what the schema says
  SG_TENSOR = 2,  // a result also has its own bytes in size, as far as they fit
  SG_INT = 3,
  SG_DOUBLE = 4,
  SG_BOOL = 5,
  SG_COMPLEX = 6,  // pointer to two doubles
  SG_STRING = 7,   // pointer to UTF-8, size in bytes
  SG_INTS = 8,     // pointer, size in elements; so the lists below
  SG_DOUBLES = 9,
  SG_BOOLS = 10,   // one byte each
  SG_TENSORS = 11,
  SG_DEVICE = 12,  // type in size, index in i
  SG_GENERATOR = 13
};

typedef struct sg_value {
  int32_t tag;
  int32_t size;
  union {
    int64_t i;
    double d;
    void* p;
  };
} sg_value;

typedef struct sg_operator sg_operator;

// errors and versions
SG_API const char* sg_error(void);
SG_API int64_t sg_error_ticket(void);
SG_API const char* sg_compiled_version(void);
SG_API const char* sg_build_settings(void);
SG_API const char* sg_libtorch_folder(void);

// operators: *found is 0 where this libtorch has no such operator, and otherwise lives as long as the process
SG_API int sg_operator_find(const char* name, const char* overload, sg_operator** found);
SG_API int sg_operator_schema(sg_operator* op, char* buffer, int capacity);
// The number of results, or an error. Lists and strings among the results live until the thread's next call.
SG_API int sg_call(sg_operator* op, const sg_value* arguments, int count, sg_value* results, int capacity);

// tensors
SG_API void sg_tensor_retain(void* tensor);
SG_API void sg_tensor_release(void* tensor);
SG_API int sg_tensor_copy_in(const void* data, int dtype, const int64_t* sizes, int dims, void** tensor);
SG_API int64_t sg_tensor_dim(void* tensor);
SG_API int64_t sg_tensor_numel(void* tensor);
// The bytes of the elements, or 0 where other tensors share them.
SG_API int64_t sg_tensor_own_bytes(void* tensor);
SG_API int64_t sg_tensor_element_size(void* tensor);
SG_API int sg_tensor_dtype(void* tensor);
SG_API int sg_tensor_device(void* tensor, int* index);
SG_API int sg_tensor_sizes(void* tensor, int64_t* sizes, int64_t* strides, int capacity);
SG_API int64_t sg_tensor_storage_offset(void* tensor);
SG_API int sg_tensor_is_contiguous(void* tensor);
SG_API int sg_tensor_is_sparse(void* tensor);
SG_API int sg_tensor_requires_grad(void* tensor);
SG_API int sg_tensor_is_leaf(void* tensor);
SG_API int sg_tensor_data(void* tensor, void** data);
SG_API int sg_tensor_grad(void* tensor, void** grad);
SG_API int sg_tensor_set_grad(void* tensor, void* grad);
SG_API int sg_tensor_save(void* tensor, const char* path);
SG_API int sg_tensor_load(const char* path, void** tensor);

// autograd
SG_API int sg_backward(void** tensors, int count, void** grads, int grad_count, int retain_graph, int create_graph,
                       void** inputs, int input_count);
SG_API int sg_grad(void** outputs, int count, void** inputs, int input_count, void** grads, int grad_count,
                   int retain_graph, int create_graph, int allow_unused, void** results);
SG_API int sg_grad_mode(void);
SG_API void sg_set_grad_mode(int enabled);
SG_API int sg_inference_mode(void);
SG_API void* sg_inference_enter(int enabled);
SG_API void sg_inference_exit(void* guard);
SG_API int sg_anomaly_mode(int* check_nan);
SG_API void sg_set_anomaly_mode(int enabled, int check_nan);

// Custom functions. `apply` receives one borrowed handle a forward output (0 for an undefined gradient) and fills in one
// owned handle a tensor input of forward; it returns 0, or the ticket of the exception that it keeps.
typedef int64_t (*sg_node_apply)(int64_t context, void* node, void** grads, int count, void** results, int capacity);
typedef void (*sg_node_free)(int64_t context);
enum sg_output { SG_OUTPUT_PLAIN = 0, SG_OUTPUT_DIRTY = 1, SG_OUTPUT_CONSTANT = 2 };

// Links outputs to inputs by a node. outputs[] is replaced by owned handles; *node stays 0, and the context is not taken,
// where no gradient is asked for.
SG_API int sg_function_link(int64_t context, const char* name, sg_node_apply apply, sg_node_free free_context,
                            void** inputs, int input_count, void** outputs, const int* kinds, int output_count,
                            void** saved, int saved_count, void** node);
// Owned handles of what a node saved. The node must be alive: it is within `apply`, and while an output of it is.
SG_API int sg_function_saved(void* node, void** tensors, int capacity);
// Zeros in the shape of forward output `index`.
SG_API int sg_function_zeros(void* node, int index, void** zeros);

// random streams
SG_API int sg_generator_new(int device_type, int device_index, uint64_t seed, void** generator);
SG_API int sg_generator_default(int device_type, int device_index, void** generator);
SG_API void sg_generator_release(void* generator);
SG_API int sg_generator_seed(void* generator, uint64_t seed);
SG_API int sg_generator_current_seed(void* generator, uint64_t* seed);
SG_API int sg_generator_state(void* generator, void** state);
SG_API int sg_generator_set_state(void* generator, void* state);
SG_API int sg_manual_seed(uint64_t seed);

// threads and devices
SG_API int sg_num_threads(void);
SG_API int sg_set_num_threads(int count);
SG_API int sg_num_interop_threads(void);
SG_API int sg_set_num_interop_threads(int count);
// Loads the CUDA (or ROCm) half of libtorch where it has one. Every function below does so first.
SG_API int sg_cuda_load(void);
SG_API int sg_cuda_device_count(int* count);
SG_API int sg_cuda_has_cudnn(int* available);
SG_API int sg_cuda_seed(uint64_t seed);
SG_API int sg_cuda_synchronize(int index);

#ifdef __cplusplus
}
#endif

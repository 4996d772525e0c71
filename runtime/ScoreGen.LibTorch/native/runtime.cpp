// Errors, versions, random streams, threads and devices.
#include "internal.h"

#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <ATen/detail/CUDAHooksInterface.h>
#if __has_include(<ATen/CPUGeneratorImpl.h>)
#include <ATen/CPUGeneratorImpl.h>
#endif

#include <dlfcn.h>

#include <mutex>

namespace {

thread_local std::string error;
thread_local int64_t error_ticket = 0;

// The file of the libtorch that is loaded.
std::string libtorch_file() {
  Dl_info info;
  const bool is_known = dladdr(reinterpret_cast<void*>(&at::show_config), &info) != 0 && info.dli_fname != nullptr;
  return is_known ? info.dli_fname : "";
}

// libtorch tells OpenMP and MKL how many threads to use, but not OpenBLAS, which has threads of its own.
void set_blas_threads(int count) {
  using Set = void (*)(int);
  static const Set set = [] {
    void* const libtorch = dlopen(libtorch_file().c_str(), RTLD_LAZY | RTLD_NOLOAD);
    return libtorch == nullptr ? nullptr : reinterpret_cast<Set>(dlsym(libtorch, "openblas_set_num_threads"));
  }();
  if (set != nullptr) set(count);
}

int fail(const char* message) noexcept {
  try {
    error = message;
  } catch (...) {
    error.clear();
  }
  return SG_FAILED;
}

}  // namespace

namespace sg {

int keep_error() noexcept {
  try {
    throw;
  } catch (const ManagedError& e) {
    error_ticket = e.ticket;
    fail(e.what());
    return SG_MANAGED;
  } catch (const c10::Error& e) {
    return fail(e.what_without_backtrace());
  } catch (const std::exception& e) {
    return fail(e.what());
  } catch (...) {
    return fail("An exception of an unknown type.");
  }
}

}  // namespace sg

const char* sg_error(void) { return error.c_str(); }

int64_t sg_error_ticket(void) { return error_ticket; }

const char* sg_compiled_version(void) { return TORCH_VERSION; }

const char* sg_build_settings(void) {
  thread_local std::string settings;
  sg::guarded([&] {
    settings = at::show_config();
    return SG_OK;
  });
  return settings.c_str();
}

const char* sg_libtorch_folder(void) {
  static const std::string folder = [] {
    const std::string path = libtorch_file();
    const size_t slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash);
  }();
  return folder.c_str();
}

int sg_cuda_load(void) {
  static std::once_flag once;
  std::call_once(once, [] {
    const std::string folder = sg_libtorch_folder();
    for (const char* name : {"/libtorch_cuda.so", "/libtorch_hip.so"}) dlopen((folder + name).c_str(), RTLD_NOW | RTLD_GLOBAL);
  });
  return at::hasCUDA();
}

int sg_generator_new(int device_type, int device_index, uint64_t seed, void** generator) {
  return sg::guarded([&] {
    at::Generator created;
    if (device_type == static_cast<int>(c10::DeviceType::CPU)) {
      created = at::make_generator<at::CPUGeneratorImpl>(seed);
    } else {
      const c10::Device device(static_cast<c10::DeviceType>(device_type), static_cast<c10::DeviceIndex>(device_index));
      created = at::globalContext().defaultGenerator(device).clone();
      created.set_current_seed(seed);
    }
    *generator = sg::own(std::move(created));
    return SG_OK;
  });
}

int sg_generator_default(int device_type, int device_index, void** generator) {
  return sg::guarded([&] {
    const c10::Device device(static_cast<c10::DeviceType>(device_type), static_cast<c10::DeviceIndex>(device_index));
    *generator = sg::own(at::Generator(at::globalContext().defaultGenerator(device)));
    return SG_OK;
  });
}

void sg_generator_release(void* generator) {
  if (generator != nullptr) c10::raw::intrusive_ptr::decref(static_cast<c10::GeneratorImpl*>(generator));
}

int sg_generator_seed(void* generator, uint64_t seed) {
  return sg::guarded([&] {
    at::Generator borrowed = sg::borrow_generator(generator);
    std::lock_guard<std::mutex> lock(borrowed.mutex());
    borrowed.set_current_seed(seed);
    return SG_OK;
  });
}

int sg_generator_current_seed(void* generator, uint64_t* seed) {
  return sg::guarded([&] {
    at::Generator borrowed = sg::borrow_generator(generator);
    std::lock_guard<std::mutex> lock(borrowed.mutex());
    *seed = borrowed.current_seed();
    return SG_OK;
  });
}

int sg_generator_state(void* generator, void** state) {
  return sg::guarded([&] {
    at::Generator borrowed = sg::borrow_generator(generator);
    std::lock_guard<std::mutex> lock(borrowed.mutex());
    *state = sg::own(borrowed.get_state());
    return SG_OK;
  });
}

int sg_generator_set_state(void* generator, void* state) {
  return sg::guarded([&] {
    at::Generator borrowed = sg::borrow_generator(generator);
    std::lock_guard<std::mutex> lock(borrowed.mutex());
    borrowed.set_state(sg::borrow(state));
    return SG_OK;
  });
}

int sg_manual_seed(uint64_t seed) {
  return sg::guarded([&] {
    at::manual_seed(seed);
    return SG_OK;
  });
}

int sg_num_threads(void) { return at::get_num_threads(); }

int sg_set_num_threads(int count) {
  return sg::guarded([&] {
    at::set_num_threads(count);
    set_blas_threads(count);
    return SG_OK;
  });
}

int sg_num_interop_threads(void) { return at::get_num_interop_threads(); }

int sg_set_num_interop_threads(int count) {
  return sg::guarded([&] {
    at::set_num_interop_threads(count);
    return SG_OK;
  });
}

int sg_cuda_device_count(int* count) {
  return sg::guarded([&] {
    *count = sg_cuda_load() ? static_cast<int>(at::detail::getCUDAHooks().getNumGPUs()) : 0;
    return SG_OK;
  });
}

int sg_cuda_has_cudnn(int* available) {
  return sg::guarded([&] {
    *available = sg_cuda_load() && at::detail::getCUDAHooks().hasCuDNN();
    return SG_OK;
  });
}

int sg_cuda_seed(uint64_t seed) {
  return sg::guarded([&] {
    if (!sg_cuda_load()) return SG_OK;
    const int count = static_cast<int>(at::detail::getCUDAHooks().getNumGPUs());
    for (int i = 0; i < count; i++) {
      const c10::Device device(c10::DeviceType::CUDA, static_cast<c10::DeviceIndex>(i));
      at::Generator generator = at::globalContext().defaultGenerator(device);
      std::lock_guard<std::mutex> lock(generator.mutex());
      generator.set_current_seed(seed);
    }
    return SG_OK;
  });
}

int sg_cuda_synchronize(int index) {
  return sg::guarded([&] {
    if (sg_cuda_load()) at::detail::getCUDAHooks().deviceSynchronize(static_cast<c10::DeviceIndex>(index));
    return SG_OK;
  });
}

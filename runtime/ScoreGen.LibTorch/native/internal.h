#pragma once
#include <ATen/ATen.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/ivalue.h>
#include <torch/version.h>

#include <exception>
#include <string>
#include <utility>

#include "shim.h"

namespace sg {

// A failure of managed code on its way through libtorch.
struct ManagedError : std::exception {
  explicit ManagedError(int64_t ticket) : ticket(ticket) {}
  const char* what() const noexcept override { return "An exception in a managed callback."; }
  int64_t ticket;
};

// Keeps the current exception as this thread's error; call it within a catch block.
int keep_error() noexcept;

template <typename Body>
int guarded(Body&& body) noexcept {
  try {
    return body();
  } catch (...) {
    return keep_error();
  }
}

inline c10::TensorImpl* impl(void* handle) { return static_cast<c10::TensorImpl*>(handle); }

inline at::Tensor borrow(void* handle) {
  if (handle == nullptr) return at::Tensor();
  using Pointer = c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>;
  return at::Tensor(Pointer::unsafe_reclaim_from_nonowning(impl(handle)));
}

inline void* own(at::Tensor tensor) {
  if (!tensor.defined()) return nullptr;
  return tensor.unsafeReleaseTensorImpl();
}

inline std::vector<at::Tensor> borrow_all(void** handles, int count) {
  std::vector<at::Tensor> tensors;
  tensors.reserve(count);
  for (int i = 0; i < count; i++) tensors.push_back(borrow(handles[i]));
  return tensors;
}

inline at::Generator borrow_generator(void* handle) {
  if (handle == nullptr) return at::Generator();
  auto* generator = static_cast<c10::GeneratorImpl*>(handle);
  return at::Generator(c10::intrusive_ptr<c10::GeneratorImpl>::unsafe_reclaim_from_nonowning(generator));
}

inline void* own(at::Generator generator) { return generator.unsafeReleaseGeneratorImpl(); }

}  // namespace sg

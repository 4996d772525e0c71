#pragma once
#include <ATen/ATen.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/ivalue.h>
#include <torch/version.h>

#include <algorithm>
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

// c10::optional, or std::optional in later versions.
using OptionalTensor = decltype(std::declval<const c10::IValue&>().toOptional<at::Tensor>());

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

// The bytes of a tensor's elements, or 0 where other tensors share them.
inline int64_t own_bytes(const c10::TensorImpl* tensor) {
  if (!tensor->has_storage() || tensor->storage().use_count() != 1) return 0;
  return tensor->numel() * static_cast<int64_t>(tensor->itemsize());
}

// A tensor as a result, with its own bytes where they fit.
inline sg_value made(at::Tensor tensor) {
  sg_value value;
  value.tag = SG_TENSOR;
  value.size = tensor.defined() ? static_cast<int32_t>(std::min<int64_t>(own_bytes(tensor.unsafeGetTensorImpl()), INT32_MAX)) : 0;
  value.p = own(std::move(tensor));
  return value;
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

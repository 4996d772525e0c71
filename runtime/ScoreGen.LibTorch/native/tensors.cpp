// Handles of tensors and what can be read from them.
#include "internal.h"

#include <cstring>

void sg_tensor_retain(void* tensor) {
  if (tensor != nullptr) c10::raw::intrusive_ptr::incref(sg::impl(tensor));
}

void sg_tensor_release(void* tensor) {
  if (tensor != nullptr) c10::raw::intrusive_ptr::decref(sg::impl(tensor));
}

int sg_tensor_copy_in(const void* data, int dtype, const int64_t* sizes, int dims, void** tensor) {
  return sg::guarded([&] {
    auto options = at::TensorOptions().dtype(static_cast<c10::ScalarType>(dtype));
    at::Tensor created = at::empty(c10::IntArrayRef(sizes, dims), options);
    if (created.numel() > 0) std::memcpy(created.data_ptr(), data, created.nbytes());
    *tensor = sg::own(std::move(created));
    return SG_OK;
  });
}

int64_t sg_tensor_dim(void* tensor) { return sg::impl(tensor)->dim(); }

int64_t sg_tensor_numel(void* tensor) { return sg::impl(tensor)->numel(); }

int64_t sg_tensor_own_bytes(void* tensor) { return sg::own_bytes(sg::impl(tensor)); }

int64_t sg_tensor_element_size(void* tensor) { return static_cast<int64_t>(sg::impl(tensor)->itemsize()); }

int sg_tensor_dtype(void* tensor) {
  return static_cast<int>(c10::typeMetaToScalarType(sg::impl(tensor)->dtype()));
}

int sg_tensor_device(void* tensor, int* index) {
  const c10::Device device = sg::impl(tensor)->device();
  *index = device.index();
  return static_cast<int>(device.type());
}

int sg_tensor_sizes(void* tensor, int64_t* sizes, int64_t* strides, int capacity) {
  return sg::guarded([&] {
    at::Tensor borrowed = sg::borrow(tensor);
    const int dims = static_cast<int>(borrowed.dim());
    if (dims > capacity) return dims;
    if (sizes != nullptr) std::copy_n(borrowed.sizes().data(), dims, sizes);
    if (strides != nullptr) std::copy_n(borrowed.strides().data(), dims, strides);
    return dims;
  });
}

int64_t sg_tensor_storage_offset(void* tensor) { return sg::impl(tensor)->storage_offset(); }

int sg_tensor_is_contiguous(void* tensor) {
  return sg::guarded([&] { return static_cast<int>(sg::impl(tensor)->is_contiguous()); });
}

int sg_tensor_is_sparse(void* tensor) { return sg::impl(tensor)->is_sparse(); }

int sg_tensor_requires_grad(void* tensor) {
  return sg::guarded([&] { return static_cast<int>(sg::borrow(tensor).requires_grad()); });
}

int sg_tensor_is_leaf(void* tensor) {
  return sg::guarded([&] { return static_cast<int>(sg::borrow(tensor).is_leaf()); });
}

int sg_tensor_data(void* tensor, void** data) {
  return sg::guarded([&] {
    *data = sg::borrow(tensor).data_ptr();
    return SG_OK;
  });
}

int sg_tensor_grad(void* tensor, void** grad) {
  return sg::guarded([&] {
    *grad = sg::own(sg::borrow(tensor).grad());
    return SG_OK;
  });
}

int sg_tensor_set_grad(void* tensor, void* grad) {
  return sg::guarded([&] {
    sg::borrow(tensor).mutable_grad() = sg::borrow(grad);
    return SG_OK;
  });
}

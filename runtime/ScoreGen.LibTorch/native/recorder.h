// Autograd's kernels stand before every operator. Where no gradient is recorded they only pass the call on, and take a
// fifth of the time of a small one: such calls go straight to the operator.
#pragma once
#include "internal.h"

namespace sg {

class Recorder {
 public:
  explicit Recorder(const c10::OperatorHandle& handle)
      : can_be_left_out_(declares_no_sharing(handle.schema()) && (!is_composite(handle) || is_product(handle.schema()))) {}

  bool records(const sg_value* arguments, int count) const {
    return !can_be_left_out_ || (c10::GradMode::is_enabled() && wants_gradient(arguments, count));
  }

 private:
  // Autograd follows results that are an argument, or a view of one, even where no gradient is recorded. A composite
  // operator may make such a result without saying so; products do not.
  static bool is_composite(const c10::OperatorHandle& handle) {
    return handle.hasKernelForDispatchKey(c10::DispatchKey::CompositeImplicitAutograd);
  }

  static bool is_product(const c10::FunctionSchema& schema) {
    return schema.name() == "aten::linear" || schema.name() == "aten::matmul";
  }

  static bool declares_no_sharing(const c10::FunctionSchema& schema) {
    const auto shares = [](const c10::Argument& argument) { return argument.alias_info() != nullptr; };
    const auto is_tensor = [](const c10::Argument& argument) { return argument.type()->kind() == c10::TypeKind::TensorType; };
    const auto& results = schema.returns();
    return !results.empty() && std::all_of(results.begin(), results.end(), is_tensor) &&
           std::none_of(results.begin(), results.end(), shares) &&
           std::none_of(schema.arguments().begin(), schema.arguments().end(), shares);
  }

  static bool wants_gradient(const sg_value* arguments, int count) {
    return std::any_of(arguments, arguments + count, [](const sg_value& argument) {
      if (argument.tag == SG_TENSOR) return wants_gradient(argument.p);
      if (argument.tag != SG_TENSORS) return false;
      auto* handles = static_cast<void**>(argument.p);
      return std::any_of(handles, handles + argument.size, [](void* handle) { return wants_gradient(handle); });
    });
  }

  static bool wants_gradient(void* handle) { return handle != nullptr && impl(handle)->requires_grad(); }

  bool can_be_left_out_;
};

}  // namespace sg

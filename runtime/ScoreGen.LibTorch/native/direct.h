// Operators that take tensors alone, the last of three being optional, or two tensors and a factor, are called without boxing their arguments. That is most
// calls of a training loop, and saves a tenth of the time of a small one.
#pragma once
#include "internal.h"

#include <array>
#include <memory>

namespace sg {

// A tensor over a borrowed handle that counts no reference of its own.
class Borrowed {
 public:
  explicit Borrowed(void* handle) : tensor_(Pointer::reclaim(impl(handle))) {}
  ~Borrowed() { tensor_.unsafeReleaseTensorImpl(); }
  Borrowed(const Borrowed&) = delete;
  Borrowed& operator=(const Borrowed&) = delete;
  at::Tensor& operator*() { return tensor_; }

 private:
  using Pointer = c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>;
  at::Tensor tensor_;
};

class Direct {
 public:
  explicit Direct(const c10::OperatorHandle& handle) {
    const auto& schema = handle.schema();
    if (schema.returns().size() != 1 || schema.returns()[0].type()->kind() != c10::TypeKind::TensorType) return;
    const std::string form = letters(schema);
    if (writes(schema)) {
      if (form == "T") keep(handle, write_unary_);
      if (form == "TT") keep(handle, write_binary_);
      if (form == "TTS") keep(handle, write_scaled_);
    } else {
      if (form == "T") keep(handle, unary_);
      if (form == "TT") keep(handle, binary_);
      if (form == "TTS") keep(handle, scaled_);
      if (form == "TTt") keep(handle, biased_);
      if (form == "Tn") keep_named(handle);
    }
    find_twin(schema);
  }

  // Whether the call could be made directly; then result holds an owned tensor.
  bool call(const sg_value* arguments, int count, sg_value& result) const {
    if (count == 0 || !is_tensor(arguments[0])) return false;
    if (twin_ && count == 2 && is_number(arguments[1]) && takes_constant(impl(arguments[0].p))) {
      const at::Tensor& constant = constant_of(arguments[1], impl(arguments[0].p));
      sg_value operands[] = {arguments[0], {}};
      operands[1].tag = SG_TENSOR;
      operands[1].p = constant.unsafeGetTensorImpl();
      return twin_->call(operands, 2, result);
    }
    at::Tensor computed;
    if (!run(arguments, count, computed)) return false;
    result = made(std::move(computed));
    return true;
  }

 private:
  // c10::string_view, or std::string_view in later versions.
  using StringView = decltype(std::declval<const c10::IValue&>().toStringView());

  template <typename Signature>
  using Typed = std::unique_ptr<c10::TypedOperatorHandle<Signature>>;

  bool run(const sg_value* arguments, int count, at::Tensor& result) const {
    Borrowed self(arguments[0].p);
    if (count == 1 && unary_) return result = unary_->call(*self), true;
    if (count == 1 && named_) return result = named_->call(*self, variant_), true;
    if (count == 1 && write_unary_) return result = write_unary_->call(*self), true;
    if (count < 2 || !is_tensor(arguments[1])) return false;
    Borrowed other(arguments[1].p);
    if (count == 2 && binary_) return result = binary_->call(*self, *other), true;
    if (count == 2 && write_binary_) return result = write_binary_->call(*self, *other), true;
    if (count == 3 && biased_) return run_biased(*self, *other, arguments[2], result);
    if (count > 3 || (count == 3 && !is_number(arguments[2]))) return false;
    const at::Scalar factor = count == 3 ? number(arguments[2]) : at::Scalar(1);
    if (scaled_) return result = scaled_->call(*self, *other, factor), true;
    if (write_scaled_) return result = write_scaled_->call(*self, *other, factor), true;
    return false;
  }

  bool run_biased(const at::Tensor& self, const at::Tensor& other, const sg_value& bias, at::Tensor& result) const {
    if (bias.tag != SG_TENSOR && bias.tag != SG_NONE) return false;
    result = biased_->call(self, other, bias.tag == SG_NONE ? OptionalTensor() : OptionalTensor(borrow(bias.p)));
    return true;
  }

  static bool is_tensor(const sg_value& value) { return value.tag == SG_TENSOR && value.p != nullptr; }

  static bool is_number(const sg_value& value) { return value.tag == SG_DOUBLE || value.tag == SG_INT; }

  static at::Scalar number(const sg_value& value) {
    return value.tag == SG_INT ? at::Scalar(value.i) : at::Scalar(value.d);
  }

  // An operator in several variants, such as gelu: without a name it is the one that the schema names.
  void keep_named(const c10::OperatorHandle& handle) {
    variant_ = handle.schema().arguments()[1].default_value()->toStringRef();
    keep(handle, named_);
  }

  // One letter an argument: T for a tensor, t for an optional one, S for a number whose default is 1, n for a name with a
  // default, x for all else.
  static std::string letters(const c10::FunctionSchema& schema) {
    std::string form;
    for (const auto& argument : schema.arguments()) {
      const auto kind = argument.type()->kind();
      const auto& value = argument.default_value();
      const bool one = kind == c10::TypeKind::NumberType && value && value->isInt() && value->toInt() == 1;
      const bool name = kind == c10::TypeKind::StringType && value;
      form += kind == c10::TypeKind::TensorType ? 'T' : is_optional_tensor(argument) ? 't' : one ? 'S' : name ? 'n' : 'x';
    }
    return form;
  }

  static bool is_optional_tensor(const c10::Argument& argument) {
    const auto optional = argument.type()->cast<c10::OptionalType>();
    return optional && optional->getElementType()->kind() == c10::TypeKind::TensorType;
  }

  static bool writes(const c10::FunctionSchema& schema) {
    const auto* alias = schema.arguments().empty() ? nullptr : schema.arguments()[0].alias_info();
    return alias != nullptr && alias->isWrite();
  }

  // The C++ signature of an operator is not part of its schema: where another is registered, calls stay boxed.
  template <typename Signature>
  static void keep(const c10::OperatorHandle& handle, Typed<Signature>& typed) {
    try {
      typed = std::make_unique<c10::TypedOperatorHandle<Signature>>(handle.typed<Signature>());
    } catch (const c10::Error&) {
      typed = nullptr;
    }
  }

  // libtorch makes a float64 tensor of a number, and then another of the right type. One of the right type from the
  // start, used again and again, gives the same result in a third of the time.
  void find_twin(const c10::FunctionSchema& schema) {
    if (schema.overload_name() != "Scalar") return;
    const std::string name = schema.name();
    const std::string base = name.back() == '_' ? name.substr(0, name.size() - 1) : name;
    if (base != "aten::add" && base != "aten::sub" && base != "aten::mul" && base != "aten::div") return;
    if (auto found = c10::Dispatcher::singleton().findSchema({name, "Tensor"})) twin_ = std::make_unique<Direct>(*found);
  }

  static bool takes_constant(const c10::TensorImpl* tensor) {
    const auto type = c10::typeMetaToScalarType(tensor->dtype());
    return (type == at::kFloat || type == at::kDouble) && tensor->device().is_cpu() && tensor->layout() == at::kStrided;
  }

  static const at::Tensor& constant_of(const sg_value& value, const c10::TensorImpl* like) {
    struct Constant {
      sg_value key{};
      at::ScalarType type = at::kByte;
      at::Tensor tensor;
    };
    static thread_local std::array<Constant, 16> constants;
    const auto type = c10::typeMetaToScalarType(like->dtype());
    const uint64_t mixed = (static_cast<uint64_t>(value.i) + value.tag + static_cast<uint64_t>(type)) * 0x9E3779B97F4A7C15u;
    Constant& slot = constants[mixed >> 60];
    if (slot.tensor.defined() && slot.key.tag == value.tag && slot.key.i == value.i && slot.type == type) return slot.tensor;
    c10::InferenceMode usable_by_autograd(false);
    slot.tensor = at::scalar_tensor(number(value), at::TensorOptions().dtype(type));
    slot.key = value;
    slot.type = type;
    return slot.tensor;
  }

  Typed<at::Tensor(const at::Tensor&)> unary_;
  Typed<at::Tensor(const at::Tensor&, StringView)> named_;
  std::string variant_;
  Typed<at::Tensor(const at::Tensor&, const at::Tensor&)> binary_;
  Typed<at::Tensor(const at::Tensor&, const at::Tensor&, const at::Scalar&)> scaled_;
  Typed<at::Tensor(const at::Tensor&, const at::Tensor&, const OptionalTensor&)> biased_;
  Typed<at::Tensor&(at::Tensor&)> write_unary_;
  Typed<at::Tensor&(at::Tensor&, const at::Tensor&)> write_binary_;
  Typed<at::Tensor&(at::Tensor&, const at::Tensor&, const at::Scalar&)> write_scaled_;
  std::unique_ptr<Direct> twin_;
};

}  // namespace sg

// Any ATen operator by schema name, through the dispatcher's boxed calling convention.
#include "direct.h"
#include "internal.h"
#include "recorder.h"

#include <ATen/core/LegacyTypeDispatch.h>

#include <cstring>
#include <map>
#include <mutex>
#include <optional>

namespace sg {

// What an argument of a schema is, as far as the conversion to it depends on it.
enum class Kind { Tensor, OptionalTensors, Double, DoubleList, Other };

}  // namespace sg

namespace {

using sg::Kind;

Kind kind_of(const c10::Argument& argument) {
  c10::TypePtr type = argument.type();
  if (auto optional = type->cast<c10::OptionalType>()) {
    type = optional->getElementType();
    if (type->kind() == c10::TypeKind::TensorType) return Kind::Other;
  }
  switch (type->kind()) {
    case c10::TypeKind::TensorType:
      return Kind::Tensor;
    case c10::TypeKind::FloatType:
      return Kind::Double;
    case c10::TypeKind::ListType: {
      auto element = type->expect<c10::ListType>()->getElementType();
      if (element->kind() == c10::TypeKind::OptionalType) return Kind::OptionalTensors;
      return element->kind() == c10::TypeKind::FloatType ? Kind::DoubleList : Kind::Other;
    }
    default:
      return Kind::Other;
  }
}

using sg::OptionalTensor;

c10::IValue tensor_list(const sg_value& value, Kind kind) {
  auto* handles = static_cast<void**>(value.p);
  if (kind == Kind::OptionalTensors) {
    c10::List<OptionalTensor> list;
    list.reserve(value.size);
    for (int i = 0; i < value.size; i++)
      list.push_back(handles[i] == nullptr ? OptionalTensor() : OptionalTensor(sg::borrow(handles[i])));
    return list;
  }
  c10::List<at::Tensor> list;
  list.reserve(value.size);
  for (int i = 0; i < value.size; i++) list.push_back(sg::borrow(handles[i]));
  return list;
}

c10::IValue number_list(const sg_value& value, Kind kind) {
  auto* numbers = static_cast<const int64_t*>(value.p);
  if (kind != Kind::DoubleList) return c10::IValue(c10::IntArrayRef(numbers, value.size));
  c10::List<double> list;
  for (int i = 0; i < value.size; i++) list.push_back(static_cast<double>(numbers[i]));
  return list;
}

c10::IValue to_ivalue(const sg_value& value, Kind kind) {
  switch (value.tag) {
    case SG_NONE:
      return c10::IValue();
    case SG_TENSOR:
      return c10::IValue(sg::borrow(value.p));
    case SG_INT:
      return kind == Kind::Double ? c10::IValue(static_cast<double>(value.i)) : c10::IValue(value.i);
    case SG_DOUBLE:
      return c10::IValue(value.d);
    case SG_BOOL:
      return c10::IValue(value.i != 0);
    case SG_COMPLEX: {
      auto* parts = static_cast<const double*>(value.p);
      return c10::IValue(c10::complex<double>(parts[0], parts[1]));
    }
    case SG_STRING:
      return c10::IValue(std::string(static_cast<const char*>(value.p), value.size));
    case SG_INTS:
      return number_list(value, kind);
    case SG_DOUBLES:
      return c10::IValue(c10::ArrayRef<double>(static_cast<const double*>(value.p), value.size));
    case SG_BOOLS: {
      c10::List<bool> list;
      for (int i = 0; i < value.size; i++) list.push_back(static_cast<const char*>(value.p)[i] != 0);
      return list;
    }
    case SG_TENSORS:
      return tensor_list(value, kind);
    case SG_DEVICE:
      return c10::IValue(c10::Device(static_cast<c10::DeviceType>(value.size), static_cast<c10::DeviceIndex>(value.i)));
    case SG_GENERATOR:
      return c10::IValue(sg::borrow_generator(value.p));
    default:
      TORCH_CHECK(false, "argument tag ", value.tag, " is unknown");
  }
}

// What the caller may read until the thread's next call.
struct Results {
  std::vector<void*> tensors;
  std::vector<int64_t> numbers;
  std::string text;
  double complex[2];
};
thread_local Results last;

void from_ivalue(c10::IValue& value, sg_value& result) {
  result.size = 0;
  result.i = 0;
  if (value.isTensor()) {
    result = sg::made(std::move(value).toTensor());
  } else if (value.isNone()) {
    result.tag = SG_NONE;
  } else if (value.isBool()) {
    result.tag = SG_BOOL;
    result.i = value.toBool();
  } else if (value.isInt()) {
    result.tag = SG_INT;
    result.i = value.toInt();
  } else if (value.isDouble()) {
    result.tag = SG_DOUBLE;
    result.d = value.toDouble();
  } else if (value.isComplexDouble()) {
    auto number = value.toComplexDouble();
    last.complex[0] = number.real();
    last.complex[1] = number.imag();
    result.tag = SG_COMPLEX;
    result.p = last.complex;
  } else if (value.isTensorList()) {
    last.tensors.clear();
    for (at::Tensor tensor : value.toTensorVector()) last.tensors.push_back(sg::own(std::move(tensor)));
    result.tag = SG_TENSORS;
    result.size = static_cast<int32_t>(last.tensors.size());
    result.p = last.tensors.data();
  } else if (value.isIntList()) {
    last.numbers = value.toIntVector();
    result.tag = SG_INTS;
    result.size = static_cast<int32_t>(last.numbers.size());
    result.p = last.numbers.data();
  } else if (value.isString()) {
    last.text = value.toStringRef();
    result.tag = SG_STRING;
    result.size = static_cast<int32_t>(last.text.size());
    result.p = const_cast<char*>(last.text.data());
  } else {
    TORCH_CHECK(false, "a result of type ", value.tagKind(), " cannot be returned");
  }
}

// A thread's stacks, one a nesting depth: a call may run managed code that calls again.
class StackLease {
 public:
  StackLease() : index_(depth_++) {
    if (stacks_.size() <= index_) stacks_.push_back(std::make_unique<torch::jit::Stack>());
  }
  ~StackLease() {
    stacks_[index_]->clear();
    depth_--;
  }
  torch::jit::Stack& operator*() { return *stacks_[index_]; }

 private:
  size_t index_;
  static thread_local size_t depth_;
  static thread_local std::vector<std::unique_ptr<torch::jit::Stack>> stacks_;
};
thread_local size_t StackLease::depth_ = 0;
thread_local std::vector<std::unique_ptr<torch::jit::Stack>> StackLease::stacks_;

}  // namespace

struct sg_operator {
  explicit sg_operator(c10::OperatorHandle found) : handle(std::move(found)), direct(handle), recorder(handle) {
    for (const auto& argument : handle.schema().arguments()) {
      kinds.push_back(kind_of(argument));
      has_default.push_back(static_cast<bool>(argument.default_value()));
      defaults.push_back(argument.default_value() ? *argument.default_value() : c10::IValue());
    }
  }

  void push_default(torch::jit::Stack& stack, size_t index) const {
    TORCH_CHECK(has_default[index], handle.schema().name(), "() is missing a value for argument '",
                handle.schema().arguments()[index].name(), "'");
    stack.push_back(defaults[index]);
  }

  c10::OperatorHandle handle;
  sg::Direct direct;
  sg::Recorder recorder;
  std::vector<sg::Kind> kinds;
  std::vector<bool> has_default;
  std::vector<c10::IValue> defaults;
};

int sg_operator_find(const char* name, const char* overload, sg_operator** found) {
  return sg::guarded([&] {
    // Never destroyed: threads may still call operators while the process ends.
    static auto& known = *new std::map<std::pair<std::string, std::string>, std::unique_ptr<sg_operator>>();
    static std::mutex mutex;
    *found = nullptr;
    const std::pair<std::string, std::string> key{std::string("aten::") + name, overload};
    std::lock_guard<std::mutex> lock(mutex);
    auto place = known.find(key);
    if (place == known.end()) {
      auto handle = c10::Dispatcher::singleton().findSchema({key.first, key.second});
      if (!handle.has_value()) return SG_OK;
      place = known.emplace(key, std::make_unique<sg_operator>(*handle)).first;
    }
    *found = place->second.get();
    return SG_OK;
  });
}

int sg_operator_schema(sg_operator* op, char* buffer, int capacity) {
  return sg::guarded([&] {
    std::ostringstream text;
    text << op->handle.schema();
    std::strncpy(buffer, text.str().c_str(), capacity - 1);
    buffer[capacity - 1] = 0;
    return SG_OK;
  });
}

int sg_call(sg_operator* op, const sg_value* arguments, int count, sg_value* results, int capacity) {
  return sg::guarded([&] {
    std::optional<at::AutoDispatchBelowADInplaceOrView> without_autograd;
    if (!op->recorder.records(arguments, count)) without_autograd.emplace();
    sg_value direct;
    if (op->direct.call(arguments, count, direct)) {
      if (capacity > 0)
        results[0] = direct;
      else
        sg_tensor_release(direct.p);
      return std::min(capacity, 1);
    }
    StackLease lease;
    torch::jit::Stack& stack = *lease;
    const size_t wanted = op->kinds.size();
    TORCH_CHECK(static_cast<size_t>(count) <= wanted, op->handle.schema().name(), "() takes ", wanted,
                " arguments but ", count, " were given");
    for (int i = 0; i < count; i++) {
      if (arguments[i].tag == SG_DEFAULT) {
        op->push_default(stack, i);
        continue;
      }
      TORCH_CHECK(arguments[i].tag != SG_NONE || op->kinds[i] != Kind::Tensor, op->handle.schema().name(),
                  "(): argument '", op->handle.schema().arguments()[i].name(), "' must be a tensor, but it is null");
      stack.push_back(to_ivalue(arguments[i], op->kinds[i]));
    }
    for (size_t i = count; i < wanted; i++) op->push_default(stack, i);
    op->handle.callBoxed(&stack);
    const int available = std::min<int>(capacity, static_cast<int>(stack.size()));
    for (int i = 0; i < available; i++) from_ivalue(stack[i], results[i]);
    return available;
  });
}

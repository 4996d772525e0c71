// Gradients, gradient modes, and functions whose backward is managed code.
#include "internal.h"

#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/anomaly_mode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/saved_variable.h>
#include <torch/csrc/autograd/variable.h>

#include <algorithm>

namespace autograd = torch::autograd;

int sg_backward(void** tensors, int count, void** grads, int grad_count, int retain_graph, int create_graph,
                void** inputs, int input_count) {
  return sg::guarded([&] {
    autograd::backward(sg::borrow_all(tensors, count), sg::borrow_all(grads, grad_count), retain_graph != 0,
                       create_graph != 0, sg::borrow_all(inputs, input_count));
    return SG_OK;
  });
}

int sg_grad(void** outputs, int count, void** inputs, int input_count, void** grads, int grad_count, int retain_graph,
            int create_graph, int allow_unused, void** results) {
  return sg::guarded([&] {
    auto found = autograd::grad(sg::borrow_all(outputs, count), sg::borrow_all(inputs, input_count),
                                sg::borrow_all(grads, grad_count), retain_graph != 0, create_graph != 0,
                                allow_unused != 0);
    for (size_t i = 0; i < found.size(); i++) results[i] = sg::own(std::move(found[i]));
    return SG_OK;
  });
}

int sg_grad_mode(void) { return c10::GradMode::is_enabled(); }

void sg_set_grad_mode(int enabled) { c10::GradMode::set_enabled(enabled != 0); }

int sg_inference_mode(void) { return c10::InferenceMode::is_enabled(); }

void* sg_inference_enter(int enabled) { return new c10::InferenceMode(enabled != 0); }

void sg_inference_exit(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }

int sg_anomaly_mode(int* check_nan) {
  *check_nan = autograd::AnomalyMode::should_check_nan();
  return autograd::AnomalyMode::is_enabled();
}

void sg_set_anomaly_mode(int enabled, int check_nan) {
  autograd::AnomalyMode::set_enabled(enabled != 0, check_nan != 0);
}

namespace {

struct Shape {
  std::vector<int64_t> sizes;
  at::TensorOptions options;
};

struct ManagedNode : autograd::Node {
  ManagedNode(int64_t context, const char* name, sg_node_apply apply, sg_node_free free_context)
      : context_(context), name_(name), apply_(apply), free_(free_context) {}

  ~ManagedNode() override { free_(context_); }

  autograd::variable_list apply(autograd::variable_list&& grads) override {
    std::vector<void*> borrowed;
    for (const at::Tensor& grad : grads) borrowed.push_back(grad.defined() ? grad.unsafeGetTensorImpl() : nullptr);
    std::vector<void*> results(num_outputs(), nullptr);
    const int64_t ticket = apply_(context_, this, borrowed.data(), static_cast<int>(borrowed.size()), results.data(),
                                  static_cast<int>(results.size()));
    autograd::variable_list owned;
    using Pointer = c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>;
    for (void* handle : results)
      owned.push_back(handle == nullptr ? at::Tensor() : at::Tensor(Pointer::reclaim(sg::impl(handle))));
    if (ticket != 0) throw sg::ManagedError(ticket);
    return owned;
  }

  std::string name() const override { return name_; }

  void release_variables() override {
    for (auto& variable : saved) variable.reset_data();
  }

  std::vector<autograd::SavedVariable> saved;
  std::vector<Shape> outputs;

 private:
  int64_t context_;
  std::string name_;
  sg_node_apply apply_;
  sg_node_free free_;
};

bool contains(const std::vector<at::Tensor>& tensors, const at::Tensor& tensor) {
  return std::any_of(tensors.begin(), tensors.end(), [&](const at::Tensor& other) { return other.is_same(tensor); });
}

// A tensor that forward did not make must not lose its own history to the new node.
at::Tensor own_output(const at::Tensor& output, const std::vector<at::Tensor>& inputs) {
  if (!contains(inputs, output) && !output.requires_grad()) return output;
  c10::AutoGradMode no_history(false);
  return output.view_as(output);
}

at::Tensor link(const at::Tensor& output, int kind, const std::vector<at::Tensor>& inputs,
                const std::shared_ptr<ManagedNode>& node) {
  if (kind == SG_OUTPUT_CONSTANT) {
    node->add_input_metadata(autograd::Node::undefined_input());
    return output.requires_grad() || contains(inputs, output) ? output.detach() : output;
  }
  if (kind == SG_OUTPUT_DIRTY) {
    TORCH_CHECK(!(output.is_leaf() && output.requires_grad()),
                "a leaf Variable that requires grad has been used in an in-place operation.");
    autograd::impl::bump_version(output);
    const auto index = node->add_input_metadata(output);
    autograd::impl::rebase_history(output, {node, index});
    return output;
  }
  at::Tensor linked = own_output(output, inputs);
  const auto index = node->add_input_metadata(linked);
  autograd::impl::set_gradient_edge(linked, {node, index});
  return linked;
}

autograd::edge_list edges(const std::vector<at::Tensor>& inputs) {
  autograd::edge_list edges;
  for (const at::Tensor& input : inputs) edges.push_back(autograd::impl::gradient_edge(input));
  return edges;
}

bool wants_gradient(const std::vector<at::Tensor>& inputs) {
  return c10::GradMode::is_enabled() &&
         std::any_of(inputs.begin(), inputs.end(), [](const at::Tensor& input) { return input.requires_grad(); });
}

}  // namespace

int sg_function_link(int64_t context, const char* name, sg_node_apply apply, sg_node_free free_context, void** inputs,
                     int input_count, void** outputs, const int* kinds, int output_count, void** saved,
                     int saved_count, void** node) {
  return sg::guarded([&] {
    *node = nullptr;
    const auto in = sg::borrow_all(inputs, input_count);
    auto out = sg::borrow_all(outputs, output_count);
    if (!wants_gradient(in)) {
      for (int i = 0; i < output_count; i++) outputs[i] = sg::own(std::move(out[i]));
      return SG_OK;
    }
    // From here on the node owns the context. It is deleted as libtorch deletes its own, without deep recursion.
    std::shared_ptr<ManagedNode> created(new ManagedNode(context, name, apply, free_context), autograd::deleteNode);
    *node = created.get();
    created->set_next_edges(edges(in));
    std::vector<at::Tensor> linked;
    for (int i = 0; i < output_count; i++) {
      linked.push_back(link(out[i], kinds[i], in, created));
      created->outputs.push_back({out[i].sizes().vec(), out[i].options()});
    }
    for (int i = 0; i < saved_count; i++) {
      at::Tensor tensor = sg::borrow(saved[i]);
      auto output = std::find_if(out.begin(), out.end(), [&](const at::Tensor& o) { return o.is_same(tensor); });
      if (output != out.end()) tensor = linked[output - out.begin()];
      created->saved.emplace_back(tensor, output != out.end());
    }
    for (int i = 0; i < output_count; i++) outputs[i] = sg::own(std::move(linked[i]));
    return SG_OK;
  });
}

int sg_function_saved(void* node, void** tensors, int capacity) {
  return sg::guarded([&] {
    auto* owner = static_cast<ManagedNode*>(node);
    const int count = static_cast<int>(owner->saved.size());
    if (count > capacity) return count;
    std::vector<at::Tensor> unpacked;
    for (auto& variable : owner->saved) unpacked.push_back(variable.unpack(owner->shared_from_this()));
    for (int i = 0; i < count; i++) tensors[i] = sg::own(std::move(unpacked[i]));
    return count;
  });
}

int sg_function_zeros(void* node, int index, void** zeros) {
  return sg::guarded([&] {
    const Shape& shape = static_cast<ManagedNode*>(node)->outputs.at(index);
    *zeros = sg::own(at::zeros(shape.sizes, shape.options));
    return SG_OK;
  });
}

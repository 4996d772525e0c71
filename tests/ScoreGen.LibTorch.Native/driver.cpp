// Drives the shim through its whole C interface, errors and callbacks included, and checks what comes back.
// check.sh builds it together with the shim under AddressSanitizer or runs it under valgrind.
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

#include "shim.h"

namespace {

int checks = 0;

void check(bool holds, const char* what, int line) {
  checks++;
  if (holds) return;
  std::fprintf(stderr, "driver.cpp:%d: %s (last error: %s)\n", line, what, sg_error());
  std::exit(1);
}

#define CHECK(condition) check((condition), #condition, __LINE__)

sg_value tensor(void* handle) {
  sg_value value{};
  value.tag = SG_TENSOR;
  value.p = handle;
  return value;
}

sg_value integer(int64_t number) {
  sg_value value{};
  value.tag = SG_INT;
  value.i = number;
  return value;
}

sg_value real(double number) {
  sg_value value{};
  value.tag = SG_DOUBLE;
  value.d = number;
  return value;
}

sg_value flag(bool on) {
  sg_value value{};
  value.tag = SG_BOOL;
  value.i = on;
  return value;
}

sg_value list(int tag, const void* elements, int size) {
  sg_value value{};
  value.tag = tag;
  value.size = size;
  value.p = const_cast<void*>(elements);
  return value;
}

sg_value tagged(int tag) {
  sg_value value{};
  value.tag = tag;
  return value;
}

sg_operator* find(const char* name, const char* overload = "") {
  sg_operator* found = nullptr;
  CHECK(sg_operator_find(name, overload, &found) == SG_OK);
  CHECK(found != nullptr);
  return found;
}

void* call(sg_operator* op, std::vector<sg_value> arguments) {
  sg_value result{};
  CHECK(sg_call(op, arguments.data(), static_cast<int>(arguments.size()), &result, 1) == 1);
  CHECK(result.tag == SG_TENSOR);
  return result.p;
}

void* vector(std::initializer_list<float> values) {
  const std::vector<float> data(values);
  const int64_t size = static_cast<int64_t>(data.size());
  void* made = nullptr;
  CHECK(sg_tensor_copy_in(data.data(), 6, &size, 1, &made) == SG_OK);
  return made;
}

float first(void* handle) {
  void* data = nullptr;
  CHECK(sg_tensor_data(handle, &data) == SG_OK);
  return *static_cast<float*>(data);
}

bool failed_with(int code, const char* text) { return code == SG_FAILED && std::strstr(sg_error(), text) != nullptr; }

void versions() {
  CHECK(std::strlen(sg_compiled_version()) > 0);
  CHECK(std::strstr(sg_build_settings(), "PyTorch built with") != nullptr);
  CHECK(sg_libtorch_folder()[0] == '/');
}

void metadata() {
  const float data[] = {1, 2, 3, 4, 5, 6};
  const int64_t sizes[] = {2, 3};
  void* x = nullptr;
  CHECK(sg_tensor_copy_in(data, 6, sizes, 2, &x) == SG_OK);
  CHECK(sg_tensor_dim(x) == 2 && sg_tensor_numel(x) == 6 && sg_tensor_own_bytes(x) == 24 && sg_tensor_element_size(x) == 4);
  CHECK(sg_tensor_dtype(x) == 6);
  int index = 7;
  CHECK(sg_tensor_device(x, &index) == 0 && index <= 0);
  int64_t got[2], strides[2];
  CHECK(sg_tensor_sizes(x, got, strides, 2) == 2);
  CHECK(got[0] == 2 && got[1] == 3 && strides[0] == 3 && strides[1] == 1);
  CHECK(sg_tensor_sizes(x, got, strides, 1) == 2);
  CHECK(sg_tensor_storage_offset(x) == 0 && sg_tensor_is_contiguous(x) == 1 && sg_tensor_is_sparse(x) == 0);
  CHECK(sg_tensor_requires_grad(x) == 0 && sg_tensor_is_leaf(x) == 1);
  sg_tensor_retain(x);
  sg_tensor_release(x);
  CHECK(first(x) == 1);
  void* empty = nullptr;
  const int64_t none = 0;
  CHECK(sg_tensor_copy_in(nullptr, 6, &none, 1, &empty) == SG_OK && sg_tensor_numel(empty) == 0);
  sg_tensor_release(empty);
  const int64_t negative = -1;
  CHECK(failed_with(sg_tensor_copy_in(data, 6, &negative, 1, &empty), "negative dimension"));
  sg_tensor_release(x);
  sg_tensor_release(nullptr);
  sg_tensor_retain(nullptr);
}

void operators() {
  void* a = vector({1, 2, 3});
  void* b = vector({10, 20, 30});

  auto* add = find("add", "Tensor");
  char text[256];
  CHECK(sg_operator_schema(add, text, sizeof text) == SG_OK && std::strncmp(text, "aten::add.Tensor(", 17) == 0);
  void* sum = call(add, {tensor(a), tensor(b)});
  CHECK(first(sum) == 11);
  void* scaled = call(add, {tensor(a), tensor(b), real(0.5)});
  CHECK(first(scaled) == 6);

  auto* add_ = find("add_", "Tensor");
  const sg_value in_place[] = {tensor(sum), tensor(b), integer(2)};
  CHECK(sg_call(add_, in_place, 3, nullptr, 0) == 0);
  CHECK(first(sum) == 31);

  void* half = call(find("mul", "Scalar"), {tensor(b), real(0.5)});
  CHECK(first(half) == 5);
  void* exp = call(find("exp"), {tensor(a)});
  CHECK(std::fabs(first(exp) - std::exp(1.f)) < 1e-6f);

  const int64_t dims[] = {0};
  void* total = call(find("sum", "dim_IntList"), {tensor(a), list(SG_INTS, dims, 1), flag(true), tagged(SG_NONE)});
  CHECK(first(total) == 6);

  void* both[] = {a, b};
  void* joined = call(find("cat"), {list(SG_TENSORS, both, 2)});
  CHECK(sg_tensor_numel(joined) == 6);

  const int64_t places[] = {2, 0};
  const int64_t two = 2;
  void* index = nullptr;
  CHECK(sg_tensor_copy_in(places, 4, &two, 1, &index) == SG_OK);
  void* indices[] = {index};
  void* picked = call(find("index", "Tensor"), {tensor(a), list(SG_TENSORS, indices, 1)});
  CHECK(first(picked) == 3);

  sg_value pair[2];
  const sg_value sorting[] = {tensor(b), integer(0), flag(true)};
  CHECK(sg_call(find("sort"), sorting, 3, pair, 2) == 2);
  CHECK(first(pair[0].p) == 30);
  sg_tensor_release(pair[0].p);
  sg_tensor_release(pair[1].p);

  sg_value parts;
  const sg_value chunking[] = {tensor(a), integer(3)};
  CHECK(sg_call(find("chunk"), chunking, 2, &parts, 1) == 1 && parts.tag == SG_TENSORS && parts.size == 3);
  for (int i = 0; i < parts.size; i++) sg_tensor_release(static_cast<void**>(parts.p)[i]);

  sg_value answer;
  const sg_value compared[] = {tensor(a), tensor(a)};
  CHECK(sg_call(find("equal"), compared, 2, &answer, 1) == 1 && answer.tag == SG_BOOL && answer.i == 1);
  const sg_value one = tensor(total);
  CHECK(sg_call(find("item"), &one, 1, &answer, 1) == 1 && answer.tag == SG_DOUBLE && answer.d == 6);
  CHECK(sg_call(find("_version"), &one, 1, &answer, 1) == 1 && answer.tag == SG_INT);

  // an int where the schema says float; a string; a device; doubles; flags; a complex number
  void* smooth = call(find("elu"), {tensor(a), integer(1)});
  void* tanh = call(find("gelu"), {tensor(a), list(SG_STRING, "tanh", 4)});
  sg_value cpu = tagged(SG_DEVICE);
  cpu.i = -1;
  void* moved = call(find("to", "device"), {tensor(a), cpu, integer(7)});
  CHECK(sg_tensor_dtype(moved) == 7);
  const double number[] = {1, 2};
  void* complex = call(find("scalar_tensor"), {list(SG_COMPLEX, number, 2), integer(10)});
  CHECK(sg_tensor_dtype(complex) == 10);
  const sg_value imaginary = tensor(complex);
  CHECK(sg_call(find("item"), &imaginary, 1, &answer, 1) == 1 && answer.tag == SG_COMPLEX);
  CHECK(static_cast<double*>(answer.p)[0] == 1 && static_cast<double*>(answer.p)[1] == 2);
  const int64_t square[] = {1, 1, 2, 2};
  const float plane[] = {1, 2, 3, 4};
  void* image = nullptr;
  CHECK(sg_tensor_copy_in(plane, 6, square, 4, &image) == SG_OK);
  const int64_t wide[] = {4, 4};
  const double factors[] = {2, 2};
  void* big = call(find("upsample_nearest2d", "vec"), {tensor(image), tagged(SG_NONE), list(SG_DOUBLES, factors, 2)});
  CHECK(sg_tensor_numel(big) == 16);
  void* resized = call(find("upsample_nearest2d"), {tensor(image), list(SG_INTS, wide, 2)});
  CHECK(sg_tensor_numel(resized) == 16);
  void* grown = call(find("linalg_vector_norm"), {tensor(a), tagged(SG_DEFAULT), tagged(SG_NONE)});
  CHECK(std::fabs(first(grown) - std::sqrt(14.f)) < 1e-6f);

  for (void* handle : {a, b, sum, scaled, half, exp, total, joined, index, picked, smooth, tanh, moved, complex, image, big, resized, grown})
    sg_tensor_release(handle);
}

void errors() {
  sg_operator* none = reinterpret_cast<sg_operator*>(1);
  CHECK(sg_operator_find("no_such_operator", "", &none) == SG_OK && none == nullptr);
  void* a = vector({1, 2, 3});
  void* b = vector({1, 2});
  sg_value result{};
  auto* add = find("add", "Tensor");
  const sg_value odd[] = {tensor(a), tensor(b)};
  CHECK(failed_with(sg_call(add, odd, 2, &result, 1), "must match the size"));
  CHECK(std::strstr(sg_error(), "frame #") == nullptr);
  const sg_value null_first[] = {tagged(SG_NONE), tensor(b)};
  CHECK(failed_with(sg_call(add, null_first, 2, &result, 1), "argument 'self' must be a tensor"));
  CHECK(failed_with(sg_call(add, odd, 1, &result, 1), "missing a value for argument 'other'"));
  const sg_value many[] = {tensor(a), tensor(a), integer(1), integer(1)};
  CHECK(failed_with(sg_call(add, many, 4, &result, 1), "takes 3 arguments but 4"));
  const sg_value unknown[] = {tensor(a), tagged(99)};
  CHECK(failed_with(sg_call(add, unknown, 2, &result, 1), "tag 99"));
  const sg_value one = tensor(a);
  CHECK(failed_with(sg_call(find("item"), &one, 1, &result, 1), "converted to Scalar"));
  CHECK(sg_call(find("mm"), odd, 2, &result, 1) == SG_FAILED);
  CHECK(failed_with(sg_tensor_load("/no/such/file", &result.p), "/no/such/file"));
  sg_tensor_release(a);
  sg_tensor_release(b);
}

void archives() {
  void* a = vector({4, 5});
  const std::string path = std::string(std::getenv("TMPDIR") ? std::getenv("TMPDIR") : "/tmp") + "/shim-driver.pt";
  CHECK(sg_tensor_save(a, path.c_str()) == SG_OK);
  void* loaded = nullptr;
  CHECK(sg_tensor_load(path.c_str(), &loaded) == SG_OK);
  CHECK(first(loaded) == 4);
  std::remove(path.c_str());
  CHECK(sg_tensor_save(a, "/dev/full") == SG_FAILED);
  CHECK(std::strcmp(sg_error(), std::strerror(ENOSPC)) == 0);
  CHECK(sg_tensor_save(a, "/no/such/folder/a.pt") == SG_FAILED);
  CHECK(std::strcmp(sg_error(), std::strerror(ENOENT)) == 0);
  sg_tensor_release(a);
  sg_tensor_release(loaded);
}

void gradients() {
  void* x = vector({2});
  auto* requires_grad_ = find("requires_grad_");
  const sg_value on[] = {tensor(x), flag(true)};
  CHECK(sg_call(requires_grad_, on, 2, nullptr, 0) == 0);
  CHECK(sg_tensor_requires_grad(x) == 1 && sg_grad_mode() == 1);
  auto* mul = find("mul", "Tensor");
  void* y = call(mul, {tensor(x), tensor(x)});
  CHECK(sg_tensor_is_leaf(y) == 0);
  CHECK(sg_backward(&y, 1, nullptr, 0, 1, 0, nullptr, 0) == SG_OK);
  void* grad = nullptr;
  CHECK(sg_tensor_grad(x, &grad) == SG_OK && first(grad) == 4);
  sg_tensor_release(grad);
  CHECK(sg_tensor_set_grad(x, nullptr) == SG_OK && sg_tensor_grad(x, &grad) == SG_OK && grad == nullptr);
  void* seed = vector({3});
  void* found = nullptr;
  CHECK(sg_grad(&y, 1, &x, 1, &seed, 1, 0, 0, 0, &found) == SG_OK && first(found) == 12);
  CHECK(failed_with(sg_backward(&y, 1, nullptr, 0, 0, 0, nullptr, 0), "second time"));
  sg_set_grad_mode(0);
  void* flat = call(mul, {tensor(x), tensor(x)});
  CHECK(sg_tensor_requires_grad(flat) == 0);
  sg_set_grad_mode(1);
  void* guard = sg_inference_enter(1);
  CHECK(sg_inference_mode() == 1);
  sg_inference_exit(guard);
  CHECK(sg_inference_mode() == 0);
  sg_set_anomaly_mode(1, 0);
  int check_nan = 1;
  CHECK(sg_anomaly_mode(&check_nan) == 1 && check_nan == 0);
  sg_set_anomaly_mode(0, 1);
  for (void* handle : {x, y, seed, found, flat}) sg_tensor_release(handle);
}

struct Counts {
  int applied = 0;
  int freed = 0;
  int64_t ticket = 0;
  int saved = 0;
} counts;

int64_t apply(int64_t context, void* node, void** grads, int count, void** results, int capacity) {
  CHECK(context == 42 && count == 1 && capacity == 1);
  counts.applied++;
  if (counts.ticket != 0) return counts.ticket;
  void* saved[4];
  counts.saved = sg_function_saved(node, saved, 4);
  if (counts.saved == 2) {
    CHECK(first(saved[0]) == 3);
    CHECK(sg_tensor_numel(saved[1]) == 1);
    results[0] = call(find("mul", "Tensor"), {tensor(grads[0]), tensor(saved[0])});
    sg_tensor_release(saved[0]);
    sg_tensor_release(saved[1]);
  }
  void* zeros = nullptr;
  CHECK(sg_function_zeros(node, 0, &zeros) == SG_OK && first(zeros) == 0);
  sg_tensor_release(zeros);
  CHECK(sg_function_zeros(node, 5, &zeros) == SG_FAILED);
  return 0;
}

void release(int64_t context) {
  CHECK(context == 42);
  counts.freed++;
}

void functions() {
  void* x = vector({3});
  const sg_value on[] = {tensor(x), flag(true)};
  CHECK(sg_call(find("requires_grad_"), on, 2, nullptr, 0) == 0);
  auto link = [&](int kind, bool own) {
    void* output = own ? vector({9}) : x;
    void* linked = output;
    void* saved[] = {x, output};
    void* node = nullptr;
    CHECK(sg_function_link(42, "Driver", apply, release, &x, 1, &linked, &kind, 1, saved, 2, &node) == SG_OK);
    CHECK(node != nullptr);
    if (own) sg_tensor_release(output);
    return linked;
  };

  void* y = link(SG_OUTPUT_PLAIN, true);
  CHECK(sg_backward(&y, 1, nullptr, 0, 0, 0, nullptr, 0) == SG_OK);
  CHECK(counts.applied == 1 && counts.saved == 2);
  void* grad = nullptr;
  CHECK(sg_tensor_grad(x, &grad) == SG_OK && first(grad) == 3);
  sg_tensor_release(grad);
  sg_tensor_release(y);
  CHECK(counts.freed == 1);

  y = link(SG_OUTPUT_PLAIN, true);
  counts.ticket = 77;
  CHECK(sg_backward(&y, 1, nullptr, 0, 0, 0, nullptr, 0) == SG_MANAGED && sg_error_ticket() == 77);
  CHECK(sg_grad_mode() == 1);
  counts.ticket = 0;
  sg_tensor_release(y);
  CHECK(counts.freed == 2);

  y = link(SG_OUTPUT_PLAIN, false);
  CHECK(y != x && sg_tensor_is_leaf(y) == 0 && sg_tensor_is_leaf(x) == 1);
  sg_tensor_release(y);
  CHECK(counts.freed == 3);

  y = link(SG_OUTPUT_CONSTANT, true);
  CHECK(sg_tensor_requires_grad(y) == 0);
  sg_tensor_release(y);
  CHECK(counts.freed == 4);

  int dirty = SG_OUTPUT_DIRTY;
  void* leaf = x;
  void* node = nullptr;
  CHECK(failed_with(sg_function_link(42, "Driver", apply, release, &x, 1, &leaf, &dirty, 1, nullptr, 0, &node), "leaf Variable"));
  CHECK(counts.freed == 5 && node != nullptr);

  sg_set_grad_mode(0);
  int plain = SG_OUTPUT_PLAIN;
  void* same = x;
  CHECK(sg_function_link(42, "Driver", apply, release, &x, 1, &same, &plain, 1, nullptr, 0, &node) == SG_OK && node == nullptr && same == x);
  sg_tensor_release(same);
  sg_set_grad_mode(1);
  CHECK(counts.freed == 5);
  sg_tensor_release(x);
}

void streams() {
  CHECK(sg_manual_seed(5) == SG_OK);
  void* generator = nullptr;
  CHECK(sg_generator_new(0, -1, 5, &generator) == SG_OK);
  uint64_t seed = 0;
  CHECK(sg_generator_current_seed(generator, &seed) == SG_OK && seed == 5);
  const int64_t size = 4;
  sg_value source = tagged(SG_GENERATOR);
  source.p = generator;
  auto* rand = find("rand", "generator");
  void* state = nullptr;
  CHECK(sg_generator_state(generator, &state) == SG_OK);
  void* a = call(rand, {list(SG_INTS, &size, 1), source});
  CHECK(sg_generator_set_state(generator, state) == SG_OK);
  void* b = call(rand, {list(SG_INTS, &size, 1), source});
  CHECK(sg_generator_seed(generator, 5) == SG_OK);
  void* c = call(rand, {list(SG_INTS, &size, 1), source});
  void* d = call(find("rand"), {list(SG_INTS, &size, 1)});
  CHECK(first(a) == first(b) && first(a) == first(c) && first(a) == first(d));
  void* fallback = nullptr;
  CHECK(sg_generator_default(0, -1, &fallback) == SG_OK);
  CHECK(sg_generator_set_state(generator, a) == SG_FAILED);
  sg_generator_release(fallback);
  sg_generator_release(generator);
  sg_generator_release(nullptr);
  for (void* handle : {state, a, b, c, d}) sg_tensor_release(handle);
}

void devices() {
  const int threads = sg_num_threads();
  CHECK(threads >= 1 && sg_set_num_threads(1) == SG_OK && sg_num_threads() == 1 && sg_set_num_threads(threads) == SG_OK);
  CHECK(sg_num_interop_threads() >= 1);
  CHECK(sg_set_num_interop_threads(-3) == SG_FAILED);
  int count = -1, cudnn = -1;
  CHECK(sg_cuda_load() >= 0 && sg_cuda_device_count(&count) == SG_OK && count >= 0);
  CHECK(sg_cuda_has_cudnn(&cudnn) == SG_OK && cudnn >= 0);
  CHECK(sg_cuda_seed(1) == SG_OK && sg_cuda_synchronize(-1) == SG_OK);
}

void side_by_side() {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; i++) {
    threads.emplace_back([] {
      void* a = vector({1, 2, 3});
      auto* add = find("add", "Scalar");
      for (int round = 0; round < 200; round++) {
        void* next = call(add, {tensor(a), real(1)});
        sg_tensor_release(a);
        a = next;
        sg_value result{};
        const sg_value bad[] = {tensor(a), tagged(SG_NONE)};
        CHECK(sg_call(find("mm"), bad, 2, &result, 1) == SG_FAILED);
      }
      CHECK(first(a) == 201);
      sg_tensor_release(a);
    });
  }
  for (auto& thread : threads) thread.join();
}

}  // namespace

int main() {
  versions();
  metadata();
  operators();
  errors();
  archives();
  gradients();
  functions();
  streams();
  devices();
  side_by_side();
  std::printf("%d checks passed on libtorch %s\n", checks, sg_compiled_version());
}

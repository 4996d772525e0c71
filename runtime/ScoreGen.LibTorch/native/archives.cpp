// One tensor in libtorch's own archive, as torch::save and torch::load have it.
#include "internal.h"

#include <torch/serialize/input-archive.h>
#include <torch/serialize/output-archive.h>

int sg_tensor_save(void* tensor, const char* path) {
  return sg::guarded([&] {
    torch::serialize::OutputArchive archive;
    archive.write("0", sg::borrow(tensor));
    archive.save_to(std::string(path));
    return SG_OK;
  });
}

int sg_tensor_load(const char* path, void** tensor) {
  return sg::guarded([&] {
    torch::serialize::InputArchive archive;
    archive.load_from(std::string(path));
    at::Tensor loaded;
    archive.read("0", loaded);
    *tensor = sg::own(std::move(loaded));
    return SG_OK;
  });
}

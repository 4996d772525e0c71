// One tensor in libtorch's own archive, as torch::save and torch::load have it.
#include "internal.h"

#include <torch/serialize/input-archive.h>
#include <torch/serialize/output-archive.h>

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <stdexcept>

namespace {

// libtorch ends the process when its writer meets a full disk: it is given a file that takes everything, and says afterwards what it lost.
class PatientFile {
 public:
  explicit PatientFile(const char* path) : file_(std::fopen(path, "wb")) { remember(file_ != nullptr); }

  ~PatientFile() {
    if (file_ != nullptr) std::fclose(file_);
  }

  size_t write(const void* data, size_t size) {
    if (error_ == 0) remember(std::fwrite(data, 1, size, file_) == size);
    return size;
  }

  void close() {
    if (error_ == 0) remember(std::fflush(file_) == 0 && (fsync(fileno(file_)) == 0 || errno == EINVAL));  // a device has nothing to sync
    if (error_ != 0) throw std::runtime_error(std::strerror(error_));
  }

 private:
  void remember(bool good) {
    if (!good && error_ == 0) error_ = errno;
  }

  std::FILE* file_;
  int error_ = 0;
};

}  // namespace

int sg_tensor_save(void* tensor, const char* path) {
  return sg::guarded([&] {
    torch::serialize::OutputArchive archive;
    archive.write("0", sg::borrow(tensor));
    PatientFile file(path);
    archive.save_to([&](const void* data, size_t size) { return file.write(data, size); });
    file.close();
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

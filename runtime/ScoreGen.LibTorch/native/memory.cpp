// Where the memory of tensors comes from, and what becomes of it when they are gone.
#include "small_blocks.h"

#include <c10/core/CPUAllocator.h>

#include <malloc.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

thread_local bool sg::SmallBlocks::gone = false;

namespace {

thread_local sg::SmallBlocks small_blocks;

void* take_memory(size_t bytes) {
  if (bytes == 0 || bytes > sg::kLargestSmall || sg::SmallBlocks::gone) return c10::alloc_cpu(bytes);
  const size_t list = sg::list_for(bytes);
  void* const kept = small_blocks.take(list);
  return kept != nullptr ? kept : c10::alloc_cpu(sg::size_in(list));
}

void release_memory(void* memory) {
  if (memory == nullptr) return;
  constexpr size_t slack = 4096;  // what malloc may add to the largest small block
  const size_t bytes = malloc_usable_size(memory);
  const bool is_kept = bytes < sg::kLargestSmall + slack && !sg::SmallBlocks::gone &&
                       small_blocks.keep(memory, sg::list_within(std::min(bytes, sg::kLargestSmall)));
  if (!is_kept) c10::free_cpu(memory);
}

// Versions of libtorch differ in whether `allocate` is const, and in whether there is a `copy_data`: here is each of them.
struct Memory final : c10::Allocator {
  c10::DataPtr allocate(size_t bytes) const { return block(bytes); }
  c10::DataPtr allocate(size_t bytes) { return block(bytes); }
  c10::DeleterFnPtr raw_deleter() const override { return &release_memory; }
  void copy_data(void* target, const void* source, size_t bytes) const { std::memcpy(target, source, bytes); }

 private:
  static c10::DataPtr block(size_t bytes) {
    void* const memory = take_memory(bytes);
    return {memory, memory, &release_memory, c10::Device(c10::DeviceType::CPU)};
  }
};

// glibc gives the free end of its heap back to the kernel as soon as it is twice as long as the largest block that was ever
// mapped and freed, and the next pass takes it back page by page: 1,900 faults and 6 to 10 % of a training step of four MLP
// blocks 256 -> 1024 -> 256. One freed block of 32 MB raises that limit to the highest that glibc sets by itself, 64 MB. No
// page of it is ever touched, and where MALLOC_TRIM_THRESHOLD_, MALLOC_MMAP_THRESHOLD_ or GLIBC_TUNABLES have set the limit,
// it stays.
void keep_freed_heap() {
  constexpr size_t largest_that_counts = 32 << 20, header = 8192;
  void* volatile const block = std::malloc(largest_that_counts - header);
  std::free(block);
}

// glibc puts small freed blocks aside in its fast bins, and empties these whenever 64 KB of free memory come together, which
// the end of nearly every tensor beside the heap's own end brings about. Without the bins that is 5 to 8 % of a pass of small
// tensors less.
void leave_out_fast_bins() {
#ifdef M_MXFAST
  mallopt(M_MXFAST, 0);
#endif
}

[[maybe_unused]] const bool is_prepared = [] {
  keep_freed_heap();
  leave_out_fast_bins();
#ifndef __SANITIZE_ADDRESS__  // which has to see each block's end
  c10::SetCPUAllocator(new Memory);
#endif
  return true;
}();

}  // namespace

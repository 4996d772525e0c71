// A thread's small blocks of memory that no tensor uses.
//
// glibc keeps freed blocks in a cache of the thread, but not for aligned ones, which all tensors have: each tensor splits its
// block off the heap, and its end merges it again. That was a fifth of a pass of small tensors.
#pragma once
#include <c10/core/impl/alloc_cpu.h>
#include <stddef.h>
#include <stdint.h>

#include <new>
#include <utility>

namespace sg {

// A list of blocks for each size: four sizes to each doubling, in bytes 64, 128, 192, 256, 320, 384, 448, 512, 640, ... 65,536.
constexpr size_t kUnit = 64, kLargestSmall = 64 << 10, kLists = 36;

// The first list whose blocks hold that much.
constexpr size_t list_for(size_t bytes) {
  const size_t units = (bytes - 1) / kUnit;
  if (units < 4) return units;
  const size_t doubling = 63 - __builtin_clzll(units);
  return (doubling - 1) * 4 + (units >> (doubling - 2)) % 4;
}

constexpr size_t size_in(size_t list) {
  return list < 4 ? (list + 1) * kUnit : ((5 + list % 4) << (list / 4 - 1)) * kUnit;
}

// The last list whose blocks need no more than that.
constexpr size_t list_within(size_t bytes) {
  const size_t list = list_for(bytes);
  return size_in(list) > bytes ? list - 1 : list;
}

static_assert(list_for(1) == 0 && list_for(kLargestSmall) == kLists - 1 && size_in(kLists - 1) == kLargestSmall);
static_assert(list_for(256) == 3 && list_for(257) == 4 && size_in(4) == 320 && list_for(513) == 8 && size_in(8) == 640);
static_assert(list_within(64) == 0 && list_within(319) == 3 && list_within(320) == 4 && list_within(639) == 7);

class SmallBlocks {
 public:
  ~SmallBlocks() {
    gone = true;
    for (Block* block : first_) {
      while (block != nullptr) c10::free_cpu(std::exchange(block, block->next));
    }
  }

  void* take(size_t list) {
    Block* const block = first_[list];
    if (block != nullptr) {
      first_[list] = block->next;
      kept_[list]--;
    }
    return block;
  }

  // False where the list is full: blocks that other threads made must not gather here without end.
  bool keep(void* memory, size_t list) {
    constexpr size_t most_bytes = 256 << 10, always = 8;
    if (kept_[list] >= always && kept_[list] * size_in(list) >= most_bytes) return false;
    first_[list] = new (memory) Block{first_[list]};
    kept_[list]++;
    return true;
  }

  // A thread's tensors may end after its blocks have.
  static thread_local bool gone;

 private:
  struct Block {
    Block* next;
  };

  Block* first_[kLists] = {};
  uint32_t kept_[kLists] = {};
};

}  // namespace sg

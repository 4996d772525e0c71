// One translation unit: parsing ATen's headers is most of the work, so it is done once.
#include "archives.cpp"
#include "autograd.cpp"
#include "memory.cpp"
#include "operators.cpp"
#include "runtime.cpp"
#include "tensors.cpp"

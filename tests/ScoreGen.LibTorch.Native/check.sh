#!/usr/bin/env bash
# check.sh [asan|valgrind]
# Builds the shim and its driver from source and runs them under AddressSanitizer (the default) or valgrind.
# LIBTORCH_INCLUDE and LIBTORCH_LIB name another libtorch than the system's.
set -euo pipefail

tool=${1:-asan}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
native=$here/../../runtime/ScoreGen.LibTorch/native
include=${LIBTORCH_INCLUDE:-/usr/include}
lib=${LIBTORCH_LIB:-/usr/lib/$(uname -m)-linux-gnu}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

search=(-isystem "$include/torch/csrc/api/include")
[[ $include == /usr/include ]] || search=(-isystem "$include" "${search[@]}")
options=(-std=c++17 -O1 -g -I"$native" "${search[@]}")
[[ $tool == asan ]] && options+=(-fsanitize=address -fno-omit-frame-pointer)

"${CXX:-g++}" "${options[@]}" "$native/all.cpp" "$here/driver.cpp" -o "$work/driver" -L"$lib" -ltorch_cpu -lc10 -ldl -lpthread -Wl,-rpath,"$lib"

case $tool in
    asan)
        # libtorch keeps what it allocates at start; those blocks stay reachable, which the leak check accepts.
        # Its own containers are built without the sanitizer's annotations, so that check would see overflows that are none.
        ASAN_OPTIONS=detect_leaks=1:detect_container_overflow=0:alloc_dealloc_mismatch=0 TMPDIR=$work "$work/driver"
        ;;
    valgrind)
        TMPDIR=$work valgrind --quiet --error-exitcode=9 --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite \
            --suppressions="$here/valgrind.supp" "$work/driver"
        ;;
    *)
        echo "check.sh: '$tool' is neither asan nor valgrind." >&2
        exit 2
        ;;
esac

#!/usr/bin/env bash
# build-shim.sh OUTPUT
# Finds a libtorch, compiles the shim for it once, keeps it in the user's cache, and puts a copy at OUTPUT.
#   LIBTORCH                       the folder of a libtorch (include/ and lib/ within)
#   LIBTORCH_INCLUDE, LIBTORCH_LIB override each half of it
#   LIBTORCH_USE_PYTORCH=1         the libtorch inside python3's torch
#   otherwise                      the system's
#   LIBTORCH_CXX11_ABI=0|1         overrides what the libtorch says of itself
#   LIBTORCH_BYPASS_VERSION_CHECK  takes versions that nobody tried
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
output=$1
compiler=${CXX:-g++}

fail() {
    echo "build-shim.sh : error $1: $2" >&2
    exit 1
}

three_ways='Set LIBTORCH to the folder of a libtorch (from pytorch.org, with include/ and lib/), or set LIBTORCH_USE_PYTORCH=1 to use the torch that python3 has, or install one for the system (Debian, Ubuntu: apt-get install libtorch-dev).'

find_pytorch() {
    local python=python3 root
    [[ -n ${VIRTUAL_ENV:-} ]] && python=$VIRTUAL_ENV/bin/python
    root=$("$python" -c 'import importlib.util as u; s = u.find_spec("torch"); print(s.submodule_search_locations[0] if s else "")' 2>/dev/null) || root=
    [[ -n $root ]] || fail SGLT002 "LIBTORCH_USE_PYTORCH is set, but $python cannot import torch. $three_ways"
    root=$(readlink -f "$root")
    include=$root/include
    lib=$root/lib
}

find_system() {
    local folder
    for folder in "/usr/lib/$(uname -m)-linux-gnu" /usr/lib64 /usr/lib /usr/local/lib; do
        [[ -e $folder/libtorch_cpu.so ]] || continue
        lib=$folder
        include=/usr/include
        [[ $folder == /usr/local/lib ]] && include=/usr/local/include
        return 0
    done
    fail SGLT001 "No libtorch was found. $three_ways"
}

include= lib=
if [[ -n ${LIBTORCH:-} || -n ${LIBTORCH_INCLUDE:-} || -n ${LIBTORCH_LIB:-} ]]; then
    include=${LIBTORCH_INCLUDE:-${LIBTORCH:-/usr}/include}
    lib=${LIBTORCH_LIB:-${LIBTORCH:-/usr}/lib}
    # LIBTORCH_INCLUDE and LIBTORCH_LIB may also name the folder around include/ and lib/, as other tools take them.
    [[ -e $include/ATen/ATen.h || ! -e $include/include/ATen/ATen.h ]] || include=$include/include
    [[ -e $lib/libtorch_cpu.so || ! -e $lib/lib/libtorch_cpu.so ]] || lib=$lib/lib
elif [[ ${LIBTORCH_USE_PYTORCH:-} == 1 ]]; then
    find_pytorch
else
    find_system
fi

[[ -e $include/ATen/ATen.h ]] || fail SGLT003 "There are no libtorch headers in $include (ATen/ATen.h is missing). $three_ways"
[[ -e $lib/libtorch_cpu.so ]] || fail SGLT004 "There is no libtorch_cpu.so in $lib. $three_ways"

version_header=$include/torch/csrc/api/include/torch/version.h
[[ -e $version_header ]] || fail SGLT003 "There are no libtorch headers in $include ($version_header is missing). $three_ways"
number() { sed -n "s/^#define TORCH_VERSION_$1 \([0-9]*\).*/\1/p" "$version_header"; }
major=$(number MAJOR) minor=$(number MINOR)
version=$major.$minor.$(number PATCH)
if [[ -z ${LIBTORCH_BYPASS_VERSION_CHECK:-} ]] && ((major * 100 + minor < 113 || major * 100 + minor > 211)); then
    fail SGLT005 "The libtorch in $lib is version $version; 1.13 to 2.11 are supported. Set LIBTORCH_BYPASS_VERSION_CHECK=1 to try it all the same."
fi

abi=${LIBTORCH_CXX11_ABI:-}
if [[ -z $abi ]]; then
    config=
    for folder in "$lib/../share/cmake" "$lib/cmake"; do
        [[ -e $folder/Torch/TorchConfig.cmake ]] && config=$folder/Torch/TorchConfig.cmake
    done
    abi=1
    [[ -n $config ]] && grep -q 'GLIBCXX_USE_CXX11_ABI=0' "$config" && abi=0
fi

standard=17
grep -q 'C++20 or later' "$include/ATen/ATen.h" && standard=20

library=$(readlink -f "$lib/libtorch_cpu.so")
key=$({
    echo "$version $abi $standard $include $library $(stat -c '%s %Y' "$library" "$version_header" | tr '\n' ' ')"
    cat "$here"/*.h "$here"/*.cpp "${BASH_SOURCE[0]}"
} | sha256sum | cut -c1-24)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/scoregen/shim/$key
built=$cache/libscoregen_torch.so

if [[ ! -e $built ]]; then
    command -v "$compiler" >/dev/null || fail SGLT006 "The libtorch shim is compiled with $compiler, which is not on this machine. Install it (Debian, Ubuntu: apt-get install g++) or set CXX to another C++17 compiler."
    echo "Compiling the libtorch shim for $lib with $compiler: about 20 seconds, once for this libtorch"
    mkdir -p "$cache"
    # Built under a name of its own and then renamed: builds that run side by side cannot see each other's half.
    unfinished=$(mktemp "$cache/XXXXXX.so")
    trap 'rm -f "$unfinished"' EXIT
    # The system's own folder must not be named: that would break the compiler's order of system headers.
    search=(-isystem "$include/torch/csrc/api/include")
    [[ $include == /usr/include ]] || search=(-isystem "$include" "${search[@]}")
    "$compiler" -std=c++$standard -O2 -fPIC -shared -fvisibility=hidden -D_GLIBCXX_USE_CXX11_ABI=$abi \
        "${search[@]}" "$here/all.cpp" -o "$unfinished" \
        -L"$lib" -ltorch_cpu -lc10 -ldl -Wl,-z,now -Wl,-rpath,"$lib" >"$cache/log" 2>&1 ||
        fail SGLT007 "The shim did not compile against libtorch $version ($include): $(grep -m1 -E 'error:|undefined reference' "$cache/log" || tail -1 "$cache/log") The whole log is $cache/log."
    chmod 755 "$unfinished"
    mv -f "$unfinished" "$built"
    trap - EXIT
fi

if ! cmp -s "$built" "$output"; then
    mkdir -p "$(dirname "$output")"
    copy=$(mktemp "$(dirname "$output")/XXXXXX.so")
    cp "$built" "$copy"
    chmod 755 "$copy"
    mv -f "$copy" "$output"
fi

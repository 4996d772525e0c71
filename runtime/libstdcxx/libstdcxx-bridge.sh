#!/usr/bin/env bash
# TorchSharp's native library is built with GCC 13. On a machine whose libstdc++ is of GCC 12 (Debian 12, Ubuntu 22.04) it does
# not load, for want of one function. This makes a small libstdc++.so.6 that has the function and passes everything else on to the
# machine's own library; programs find it through LD_LIBRARY_PATH. Where nothing is missing, it makes nothing.
#
#   libstdcxx-bridge.sh LIBRARY FOLDER    LIBRARY is TorchSharp's libLibTorchSharp.so; the bridge goes to FOLDER
set -euo pipefail
export LC_ALL=C

library=${1:-} folder=${2:-}
bridge=$folder/libstdc++.so.6
function=_ZSt21ios_base_library_initv # std::ios_base_library_init()

# The form in which MSBuild recognises an error.
fail() { echo "libstdcxx-bridge.sh : error : $*" >&2; exit 1; }

[ $# = 2 ] || fail "usage: libstdcxx-bridge.sh LIBRARY FOLDER, with TorchSharp's libLibTorchSharp.so and the folder for the bridge; then export LD_LIBRARY_PATH=FOLDER"

versions_in() { grep -aoE '(GLIBCXX|CXXABI)_[0-9.]+' "$1" | sort -u; }
missing_from() { comm -23 <(versions_in "$library") <(versions_in "$1"); }
defined_by() { objdump -p "$1" | awk '/^Version definitions/ { on = 1 } /^Version References/ { on = 0 } on && $NF ~ /^(GLIBCXX|CXXABI)_/ { print $NF }' | sort -u; }
wanted_of() { objdump -T "$library" | awk -v version="($1)" '$0 ~ /\*UND\*/ && index($0, version) { print $NF }'; }

[ -f "$library" ] || fail "there is no $library"
# What the dotnet command loads is what TorchSharp will meet in its process.
own=$(ldd "$(readlink -f "$(command -v dotnet)")" | awk '$1 == "libstdc++.so.6" { print $3 }')
[ -n "$own" ] || fail "the dotnet command loads no libstdc++.so.6, so that nothing can be said about it"
missing=$(missing_from "$own")
if [ -z "$missing" ] || { [ -f "$bridge" ] && [ -z "$(missing_from "$bridge")" ]; }; then exit; fi

command -v gcc >/dev/null && command -v objdump >/dev/null ||
  fail "this machine's libstdc++ ($own) is older than the one TorchSharp needs; gcc and binutils can bridge that: install them"
lacks=$(for version in $missing; do wanted_of "$version"; done)
[ "$lacks" = "$function" ] ||
  fail "this machine's libstdc++ ($own) lacks what TorchSharp needs ($(echo $missing: $lacks)): use a system with a newer GCC"

mkdir -p "$folder"
work=$(mktemp -d "$folder/.making.XXXXXX")
trap 'rm -rf "$work"' EXIT

# Before GCC 13 a program set up std::cout and the like itself, by such an object in each file; since then the library does.
cat >"$work/bridge.c" <<C
extern void _ZNSt8ios_base4InitC1Ev(void *);
static char init;
__attribute__((constructor)) static void set_up_streams(void) { _ZNSt8ios_base4InitC1Ev(&init); }
void $function(void) {}
C
# All versions that others ask of a libstdc++.so.6, for the loader looks for them here first.
{
  defined_by "$own" | sed 's/$/ {};/'
  for version in $missing; do echo "$version { $(wanted_of "$version"); };"; done
} >"$work/versions"
# A dependency is recorded under the name that a library gives itself: this one says where the machine's own is.
gcc -shared -nostdlib -o "$work/own.so" -Wl,-soname,"$own" -x c /dev/null
gcc -shared -fPIC -O2 -nostdlib -o "$work/libstdc++.so.6" "$work/bridge.c" -Wl,--no-as-needed "$work/own.so" \
  -Wl,-soname,libstdc++.so.6 -Wl,--version-script="$work/versions"
mv -f "$work/libstdc++.so.6" "$bridge"

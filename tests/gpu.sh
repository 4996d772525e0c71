#!/usr/bin/env bash
# Takes the tests of the passes and the loops of the benchmarks to a machine that has a GPU and PyTorch, but neither .NET nor a package feed.
#
#   tests/gpu.sh pack FILE.tar.xz    after ./build.sh test: what has to be carried there, some 36 MB
#   ./gpu.sh [DEVICE]                there, where the file was unpacked: runs all of it on the DEVICE, cuda by default, over that machine's PyTorch
#
# Where there is a .NET SDK as well, nothing has to be carried: SCOREGEN_DEVICE=cuda TorchDevice=cuda dotnet test tests/ScoreGen.Grammar.Tests -c Release
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
suites=(ScoreGen.Emitted.Tests ScoreGen.Depth.Tests ScoreGen.Grammar.Tests)
native=runtimes/linux-x64/native

fail() { echo "gpu.sh: $*" >&2; exit 1; }

pack() {
  local root work program
  [ -n "${1:-}" ] || fail "say where to: tests/gpu.sh pack FILE.tar.xz"
  for program in "${suites[@]}" Benchmarks; do
    [ -f "$here/$program/bin/Release/net10.0/$program.dll" ] || fail "$program is not built: run ./build.sh test first"
  done
  root=$(dirname "$(readlink -f "$(command -v dotnet)")")
  work=$(mktemp -d)
  trap "rm -rf '$work'" EXIT
  mkdir "$work/dotnet"
  cp "$here/gpu.sh" "$work"
  local runtime sdk
  runtime=$(dotnet --list-runtimes | awk '$1 == "Microsoft.NETCore.App" { version = $2 } END { print version }')
  sdk=$(dotnet --info | sed -n 's/^ *Base Path: *//p')
  (cd "$root" && cp --parents -r dotnet "host/fxr/$runtime" "shared/Microsoft.NETCore.App/$runtime" "$work/dotnet")
  # What "dotnet test" starts.
  mkdir "$work/runner"
  (cd "$sdk" && cp -r vstest.console.* Microsoft.TestPlatform.*.dll Microsoft.VisualStudio.TestPlatform.*.dll Microsoft.Extensions.{DependencyModel,FileSystemGlobbing}.dll Newtonsoft.Json.dll NuGet.Frameworks.dll Extensions "$work/runner")
  for program in "${suites[@]}" Benchmarks; do
    mkdir "$work/$program"
    tar -C "$here/$program/bin/Release/net10.0" --exclude='*.so*' --exclude='*.pdb' --exclude=runtimes -c . | tar -C "$work/$program" -x
    mkdir -p "$work/$program/$native"
    cp "$here/$program/bin/Release/net10.0/$native/libLibTorchSharp.so" "$work/$program/$native"
  done
  tar -C "$work" --sort=name -c . | xz --lzma2=preset=6,dict=96MiB >"$1.part"
  mv "$1.part" "$1"
}

run() {
  local device=$1 torch folder status=0
  [ -d "$here/dotnet" ] || fail "run it where the packed file was unpacked; tests/gpu.sh pack FILE.tar.xz makes that file"
  torch=$(python3 -c 'import torch; print(torch.__path__[0], torch.__version__)' 2>/dev/null) || fail "python3 here has no PyTorch, whose libtorch the tests run over"
  echo "over PyTorch ${torch#* }"
  torch=${torch% *}
  export DOTNET_ROOT=$here/dotnet DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 DOTNET_TieredPGO=0 OMP_NUM_THREADS=1 SCOREGEN_DEVICE=$device
  export PATH=$DOTNET_ROOT:$PATH
  LD_LIBRARY_PATH=$torch/lib$(find "$torch/../nvidia" -name lib -type d -printf ':%p' 2>/dev/null || true)${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
  export LD_LIBRARY_PATH
  for folder in "$here"/*/"$native"; do
    ln -sf "$torch"/lib/*.so* "$folder"
  done
  # Each is a name that TorchSharp's library uses and this PyTorch does not have.
  ldd -r "$here/Benchmarks/$native/libLibTorchSharp.so" 2>&1 | { grep -E 'undefined|not found' || true; } | head -50
  local suite started=()
  mkdir -p "$here/logs"
  for suite in "${suites[@]}"; do
    dotnet "$here/runner/vstest.console.dll" "$here/$suite/$suite.dll" --logger:'console;verbosity=normal' >"$here/logs/$suite.log" 2>&1 &
    started+=($!)
  done
  for suite in "${!suites[@]}"; do
    wait "${started[suite]}" || status=$?
    echo "${suites[suite]}:"
    grep -E '^ +(Failed|Skipped) |^(Total tests|Test Run|The active test run)|^ +(Passed|Failed|Skipped):' "$here/logs/${suites[suite]}.log" || tail -20 "$here/logs/${suites[suite]}.log"
  done
  # When all is quiet again.
  (cd "$here" && dotnet Benchmarks/Benchmarks.dll gpu) || status=$?
  return "$status"
}

case ${1:-} in
  pack) pack "${2:-}" ;;
  *) run "${1:-cuda}" ;;
esac

#!/usr/bin/env bash
# Sets up what is missing, then runs, tests, measures or packs ScoreGen.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
torchsharp_version=0.107.0
choice_file=.torch-backend

usage() {
  cat <<'TEXT'
usage: ./build.sh COMMAND [ARGUMENTS]

  run [ARGS]     train the quickstart (samples/Quickstart); ARGS go to the program, for example --help
  test [ARGS]    build everything and run every test; ARGS go to dotnet test
  bench [ARGS]   run the benchmarks (tests/Benchmarks); ARGS go to the program
  soak [ARGS]    use models without end and try 100,000 mutations, 20 to 30 minutes of two cores; --minutes N does in proportion
  pack           make the packages in artifacts/packages

TorchBackend=TorchSharp, TorchSharpCuda or LibTorch in the environment chooses the torch; otherwise it is TorchSharp where the
package feed has it, and the machine's own libtorch where not.
TEXT
}

say() { printf '[scoregen] %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

need_dotnet() {
  command -v dotnet >/dev/null || fail "the .NET 10 SDK is missing: install it so that 'dotnet' is on the PATH"
}

feed_has_torchsharp() {
  [ -d "${NUGET_PACKAGES:-$HOME/.nuget/packages}/torchsharp-cpu/$torchsharp_version" ] ||
    timeout 60 dotnet package search TorchSharp-cpu --exact-match --format json 2>/dev/null | grep -q "\"$torchsharp_version\""
}

# MSBuild cannot ask a feed, so it is asked here, once; Directory.Build.props reads the answer.
choose_torch() {
  if [ -z "${TorchBackend:-}" ]; then
    if [ ! -s "$choice_file" ]; then
      if feed_has_torchsharp; then
        say "the package feed has TorchSharp $torchsharp_version: using it"
        echo TorchSharp >"$choice_file"
      else
        say "the package feed has no TorchSharp $torchsharp_version: using the machine's own libtorch through ScoreGen.LibTorch"
        echo LibTorch >"$choice_file"
      fi
    fi
    TorchBackend=$(tr -d '[:space:]' <"$choice_file")
  fi
  [[ $TorchBackend =~ ^(TorchSharp|TorchSharpCuda|LibTorch)$ ]] || fail "TorchBackend is '$TorchBackend'; it must be TorchSharp, TorchSharpCuda or LibTorch"
  export TorchBackend
  [ "$TorchBackend" != LibTorch ] || need_libtorch
}

has_libtorch() {
  [ -n "${LIBTORCH:-}${LIBTORCH_LIB:-}" ] || [ "${LIBTORCH_USE_PYTORCH:-}" = 1 ] ||
    compgen -G '/usr/lib/*/libtorch_cpu.so' >/dev/null || [ -e /usr/lib64/libtorch_cpu.so ] || [ -e /usr/lib/libtorch_cpu.so ] ||
    [ -e /usr/local/lib/libtorch_cpu.so ]
}

need_libtorch() {
  if ! has_libtorch; then
    command -v apt-get >/dev/null ||
      fail "no libtorch found: set LIBTORCH to an unpacked libtorch, set LIBTORCH_USE_PYTORCH=1 for the torch of python3, or install libtorch-dev"
    install_packages "libtorch, which runs the tensors, with a fast BLAS" libtorch-dev libopenblas0-pthread
  fi
  command -v g++ >/dev/null || install_packages "g++, which compiles the bridge to libtorch" g++
}

install_packages() {
  local why=$1 sudo=
  shift
  [ "$(id -u)" = 0 ] || sudo=sudo
  say "installing $* ($why)"
  $sudo apt-get update -qq >/dev/null
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# Errors and warnings show; that all went well does not.
build() {
  say "building $1 (for the first time this takes a minute or two)"
  dotnet build "$1" -c Release -v quiet -nologo -clp:NoSummary | { grep -vE '^(Build succeeded\.|    0 (Warning|Error)\(s\)|Time Elapsed .*|)$' || true; }
}

run() {
  build samples/Quickstart
  dotnet run --project samples/Quickstart -c Release --no-build -- "$@"
}

# Every assembly closes with a line of counts; they are added up into the last line.
test_all() {
  local log status=0
  log=$(mktemp)
  trap "rm -f '$log'" EXIT
  build ScoreGen.sln
  # With a filter, most projects have nothing to run; that is no news.
  dotnet test ScoreGen.sln -c Release --no-build -nologo "$@" 2>&1 | { grep -Ev '^(No test matches |Test run for |A total of 1 test files )' || true; } | tee "$log" || status=$?
  awk -v status="$status" '
    /^(Passed|Failed)! +- Failed:/ {
      gsub(/[,:]/, " ")
      for (i = 1; i < NF; i++) {
        if ($i == "Failed") failed += $(i + 1)
        if ($i == "Passed") passed += $(i + 1)
        if ($i == "Skipped") skipped += $(i + 1)
      }
    }
    END {
      if (status != 0 && failed == 0) failed = 1
      printf "%d passed, %d failed", passed, failed
      if (skipped > 0) printf ", %d skipped", skipped
      printf "\n"
    }' "$log"
  return "$status"
}

bench() {
  build tests/Benchmarks
  dotnet run --project tests/Benchmarks -c Release --no-build -- "$@"
}

# The tests of every day, with larger doses.
soak() {
  local minutes=20
  if [ $# -gt 0 ]; then
    [[ $1 == --minutes && ${2:-} =~ ^[1-9][0-9]*$ && $# == 2 ]] || fail "soak takes --minutes N, with N a whole number from 1 on"
    minutes=$2
  fi
  build ScoreGen.sln
  export SCOREGEN_SOAK_MINUTES=$(awk "BEGIN { print $minutes / 5 }") SCOREGEN_MUTATIONS=$((minutes * 5000))
  say "use of models for $SCOREGEN_SOAK_MINUTES minutes, then $SCOREGEN_MUTATIONS mutations"
  dotnet test tests/ScoreGen.Grammar.Tests -c Release --no-build -nologo --filter SoakTests --logger 'console;verbosity=detailed'
  local host
  for host in tests/ScoreGen.Generator.Tests/Roslyn*; do
    dotnet test "$host" -c Release --no-build -nologo --filter MutationTests
  done
}

pack() {
  rm -rf artifacts/packages
  # The same commit gives the same bytes, wherever it is packed.
  export CI=true
  SOURCE_DATE_EPOCH=$(git log -1 --format=%ct) && export SOURCE_DATE_EPOCH
  build analyzers/ScoreGen.CodeFixes
  local project
  for project in runtime/ScoreGen runtime/ScoreGen.LibTorch samples/Templates; do
    dotnet pack "$project" -c Release -v quiet -nologo -o artifacts/packages -p:WithLibTorchShim=false
  done
  say "in artifacts/packages:"
  ls artifacts/packages
  say "tell NuGet of them: dotnet nuget add source \"$PWD/artifacts/packages\" --name scoregen"
}

command=${1:-}
[ $# -eq 0 ] || shift
case $command in
  run | test | bench | soak | pack) ;;
  -h | --help | help) usage; exit 0 ;;
  *) usage >&2; exit 2 ;;
esac

need_dotnet
choose_torch
case $command in
  run) run "$@" ;;
  test) test_all "$@" ;;
  bench) bench "$@" ;;
  soak) soak "$@" ;;
  pack) pack ;;
esac

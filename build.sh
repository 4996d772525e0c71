#!/usr/bin/env bash
# Sets up what is missing, then runs, tests, measures or packs ScoreGen.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
bridge=$PWD/artifacts/libstdcxx

usage() {
  cat <<'TEXT'
usage: ./build.sh COMMAND [ARGUMENTS]

  run [ARGS]     train the quickstart (samples/Quickstart); ARGS go to the program, for example --help
  run --explain  say in one line what the depth settings of the quickstart amount to
  test [ARGS]    build everything and run every test; ARGS go to dotnet test
  bench [ARGS]   run the benchmarks (tests/Benchmarks); ARGS go to the program
  soak [ARGS]    use models without end and try 100,000 mutations, 20 to 30 minutes of two cores; --minutes N does in proportion
  mutants        change the runtime's code in 350 places, one at a time, and count what its tests notice, 5 to 10 minutes of two cores; --mutate '**/Stability.cs' takes one file
  pack           make the packages in artifacts/packages
  env            print what a shell must know to start programs that use TorchSharp itself: eval "$(./build.sh env)"

TorchDevice=cuda in the environment takes the package TorchSharp-cuda-linux, for a GPU; otherwise the tensors live on the processor.
TEXT
}

say() { printf '[scoregen] %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

need_dotnet() {
  command -v dotnet >/dev/null || fail "the .NET 10 SDK is missing: install it so that 'dotnet' is on the PATH"
}

# Errors and warnings show; that all went well does not.
build() {
  local first=''
  [ -e generator/obj ] || first=' for the first time: TorchSharp is fetched, 1.4 GB on disk, and then this takes a minute or two'
  say "building $1$first"
  dotnet build "$1" -c Release -v quiet -nologo -clp:NoSummary | { grep -vE '^(Build succeeded\.|    0 (Warning|Error)\(s\)|Time Elapsed .*|)$' || true; }
  [ ! -e "$bridge/libstdc++.so.6" ] || say "this machine's libstdc++ is older than TorchSharp's: programs start with the bridge to it in ${bridge#"$PWD/"}"
}

# The build makes the bridge where it is needed (runtime/libstdcxx), and dotnet run and dotnet test use it by themselves.
env_for_shell() {
  build samples/Quickstart >&2
  [ ! -e "$bridge/libstdc++.so.6" ] || printf 'export LD_LIBRARY_PATH=%q${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}\n' "$bridge"
}

run() {
  build samples/Quickstart
  [ "${1:-}" != -- ] || shift
  [ "${1:-}" != --explain ] || { explain; return; }
  dotnet run --project samples/Quickstart -c Release --no-build -- "$@"
}

# What the analyzer says of the annotation, and nothing else of the build.
explain() {
  dotnet build samples/Quickstart -c Release -v quiet -nologo --no-incremental --no-dependencies -p:ScoreGenExplain=true | sed -nE 's/^.*: warning SCORE117: (.*) \(.*\) \[.*$/\1/p' | sort -u
}

# Tests of several processes want OpenMPI. Where it cannot be had they are skipped, and say so.
want_mpi() {
  command -v mpirun >/dev/null && return
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    say "there is no mpirun (OpenMPI): the tests of several processes will be skipped"
    return
  fi
  say "installing openmpi-bin for the tests of several processes"
  export DEBIAN_FRONTEND=noninteractive
  local install=(timeout 300 apt-get install -qq -y --no-install-recommends openmpi-bin)
  "${install[@]}" >/dev/null 2>&1 || { timeout 300 apt-get update -qq && "${install[@]}"; } >/dev/null 2>&1 || say "openmpi-bin cannot be installed: those tests will be skipped"
}

# One compiler for the build and for what the tests build, in place of a hundred that each start cold. It is this run's own, and ends with it.
share_compiler() {
  export UseSharedCompilation=true SharedCompilationId=scoregen-$$
}

end_compiler() {
  local sdk
  sdk=$(dotnet --info | sed -n 's/^ *Base Path: *//p')
  dotnet "$sdk/Roslyn/bincore/VBCSCompiler.dll" -shutdown "-pipename:$SharedCompilationId" >/dev/null 2>&1 || true
}

# Every assembly closes with a line of counts; they are added up into the last line.
test_all() {
  local log status=0
  log=$(mktemp)
  trap "rm -f '$log'; end_compiler" EXIT
  want_mpi
  share_compiler
  # The programs that tests start run for seconds: to watch what they run most costs more than it brings.
  export DOTNET_TieredPGO=0
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

# What the tests of runtime/ScoreGen hold: stryker-config.json says what is counted, and the score below which this fails.
mutants() {
  dotnet tool restore --verbosity quiet >/dev/null
  (cd tests/ScoreGen.Tests && dotnet stryker --skip-version-check --output ../../artifacts/mutants "$@")
}

pack() {
  [ "$(git rev-parse --is-shallow-repository)" != true ] || fail "the version counts commits, and a shallow clone has not got them: git fetch --unshallow"
  [ -z "$(git status --porcelain)" ] || say "some changes are not committed: the version is the last commit's, and NuGet does not look again at a version that it has"
  rm -rf artifacts/packages
  # The same commit gives the same bytes, wherever it is packed.
  export CI=true
  SOURCE_DATE_EPOCH=$(git log -1 --format=%ct) && export SOURCE_DATE_EPOCH
  build analyzers/ScoreGen.CodeFixes
  local project
  for project in runtime/ScoreGen samples/Templates; do
    dotnet pack "$project" -c Release -v quiet -nologo -o artifacts/packages
  done
  say "in artifacts/packages:"
  ls artifacts/packages
  say "tell NuGet of them: dotnet nuget add source \"$PWD/artifacts/packages\" --name scoregen"
}

command=${1:-}
[ $# -eq 0 ] || shift
case $command in
  run | test | bench | soak | mutants | pack | env) ;;
  -h | --help | help) usage; exit 0 ;;
  *) usage >&2; exit 2 ;;
esac

need_dotnet
case $command in
  run) run "$@" ;;
  test) test_all "$@" ;;
  bench) bench "$@" ;;
  soak) soak "$@" ;;
  mutants) mutants "$@" ;;
  pack) pack ;;
  env) env_for_shell ;;
esac

#!/usr/bin/env bash
# All shares of a sample's trainings side by side on this machine, each in a process of its own, and then put together:
#   samples/shares.sh 4 Molecules --full --depth all
# What each share says goes to artifacts/shares. Where one fails, this says how to run it again alone.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

[[ $# -ge 2 && $1 =~ ^[1-9][0-9]*$ ]] || { echo "usage: samples/shares.sh SHARES SAMPLE [OPTIONS OF THE SAMPLE]" >&2; exit 2; }
shares=$1 sample=$2
shift 2

quoted() { [ $# = 0 ] || printf ' %q' "$@"; }
log() { echo "artifacts/shares/$sample-$1-of-$shares.log"; }
mkdir -p artifacts/shares

processes=()
for ((number = 1; number <= shares; number++)); do
  SLURM_SUBMIT_DIR=$PWD SLURM_ARRAY_TASK_ID=$number bash samples/share.sbatch "$shares" "$sample" "$@" >"$(log "$number")" 2>&1 &
  processes+=($!)
done
trap 'kill "${processes[@]}" 2>/dev/null || true' INT TERM

# The shares lie where merge must look for them.
out=()
for ((i = 1; i <= $#; i++)); do
  case ${!i} in
    --out) next=$((i + 1)) && out=(--out "${!next:-}") ;;
    --out=*) out=("${!i}") ;;
  esac
done

failed=0
for ((number = 1; number <= shares; number++)); do
  code=0
  wait "${processes[number - 1]}" || code=$?
  [ $code != 0 ] || continue
  failed=1
  {
    echo "Share $number/$shares ended with exit code $code. The end of $(log "$number"):"
    tail -n 5 "$(log "$number")"
    echo "Run it again alone, then put the shares together:"
    echo "  dotnet run --project samples/$sample -c Release --$(quoted "$@") --share $number/$shares"
    echo "  dotnet run --project samples/$sample -c Release -- merge$(quoted ${out[@]+"${out[@]}"})"
  } >&2
done
[ $failed = 0 ] || exit 1

dotnet "samples/$sample/bin/Release/net10.0/$sample.dll" merge ${out[@]+"${out[@]}"}

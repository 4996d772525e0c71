#!/usr/bin/env bash
# What the analyzers cost a compilation: their seconds, as the compiler reports them, over the compiler's wall time.
# Two projects: 300 files without the attribute (at most 2 %), and 100 annotated classes (at most 10 %). Median of 5, compiler server off.
#
#   tests/Benchmarks/AnalyzerCost/measure.sh [runs]
set -euo pipefail

runs=${1:-5}
root=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dotnet build "$root/tests/ScoreGen.Analyzers.Tests" -c Release -v q --nologo >&2
bin=$root/tests/ScoreGen.Analyzers.Tests/bin/Release/net10.0
torch=$(find "$bin" -maxdepth 1 -name TorchSharp.dll -o -maxdepth 1 -name ScoreGen.LibTorch.dll | head -1)

project() { # name
    mkdir -p "$work/$1"
    printf '<Project />' | tee "$work/$1/Directory.Build.props" "$work/$1/Directory.Build.targets" >"$work/$1/Directory.Packages.props"
    cat >"$work/$1/$1.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
    <NuGetAudit>false</NuGetAudit>
    <ReportAnalyzer>true</ReportAnalyzer>
    <UseSharedCompilation>false</UseSharedCompilation>
  </PropertyGroup>
  <ItemGroup>
    <Reference Include="$bin/ScoreGen.dll" />
    <Reference Include="$torch" />
    <Analyzer Include="$bin/ScoreGen.Generator.dll;$bin/ScoreGen.Analyzers.dll;$bin/ScoreGen.CodeFixes.dll" />
    <Using Include="ScoreGen" />
    <Using Include="TorchSharp.Modules" />
    <Using Include="TorchSharp.torch" Static="true" />
    <Using Include="TorchSharp.torch.nn" Static="true" />
  </ItemGroup>
</Project>
XML
}

model() { # name, attribute, modifier, method head
    cat <<CS
namespace Models;

$2
public sealed $3 class $1 : Module<Tensor, Tensor>
{
    private readonly Linear up, down;
    private readonly LayerNorm norm;

    public $1(long width) : base(nameof($1))
    {
        norm = LayerNorm(width);
        up = Linear(width, 4 * width);
        down = Linear(4 * width, width);
        RegisterComponents();
    }

    $4(Tensor h)
    {
        var normed = norm.call(h);
        var wide = functional.gelu(up.call(normed));
        return down.call(wide);
    }
}
CS
}

median() { sort -g | awk '{ line[NR] = $0 } END { print line[int((NR + 1) / 2)] }'; }

measure() { # name, limit in percent
    local wall own
    dotnet restore "$work/$1" -v q >&2
    for ((run = 0; run <= runs; run++)); do
        rm -rf "$work/$1/obj/Debug" "$work/$1/bin"
        dotnet build "$work/$1" --no-restore --nologo -v d -clp:PerformanceSummary >"$work/log"
        wall=$(awk '$2 == "ms" && $3 == "Csc" { print $1 / 1000 }' "$work/log" | tail -1)
        own=$(awk '$3 ~ /^ScoreGen.Analyzers,?$/ { sub("<", "", $1); print $1; exit }' "$work/log")
        # The first run only warms the disk.
        [ "$run" -eq 0 ] || echo "$own $wall" >>"$work/$1.times"
    done

    own=$(cut -d' ' -f1 "$work/$1.times" | median)
    wall=$(cut -d' ' -f2 "$work/$1.times" | median)
    awk '{ print 100 * $1 / $2 }' "$work/$1.times" | median | awk -v name="$1" -v own="$own" -v wall="$wall" -v limit="$2" '{
        printf "%s: analyzers %s s of %s s, %.2f %% (at most %d %%)\n", name, own, wall, $1, limit
        exit $1 > limit
    }'
}

project Plain
for i in $(seq 300); do model "Plain$i" "" "" "public override Tensor forward" >"$work/Plain/Plain$i.cs"; done
project Annotated
for i in $(seq 100); do model "Deep$i" "[ScoreDepth(Steps = 4)]" "partial" "private Tensor Block" >"$work/Annotated/Deep$i.cs"; done

status=0
measure Plain 2 || status=1
measure Annotated 10 || status=1
exit $status

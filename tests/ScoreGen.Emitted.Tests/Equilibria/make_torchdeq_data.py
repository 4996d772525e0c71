"""Writes torchdeq.json beside this file: how often torchdeq evaluates some maps until it has converged, for each of its solvers.

Needs torch and a checkout of github.com/locuslab/torchdeq (commit 4f6bd5f): python3 make_torchdeq_data.py CHECKOUT
"""
import json
import pathlib
import sys

import torch

sys.path.insert(0, sys.argv[1])
from torchdeq.solver import get_solver

SAMPLES, FEATURES, MEMORY, MOST = 16, 24, 5, 200
SOLVERS = {"Picard": "fixed_point_iter", "Anderson": "anderson", "Broyden": "broyden"}


def waves(phase, *shape):
    """Numbers in [-1, 1] that look irregular and are the same everywhere."""
    count = torch.Size(shape).numel()
    return torch.sin(torch.arange(count, dtype=torch.float64) * 1.7 + 2.3 * phase + 0.4).view(shape)


def make(kind, slope):
    """h -> tanh(h·W' + b), or without tanh; slope is the spectral norm of W, or its largest eigenvalue."""
    weight, bias = torch.sin(waves(1, FEATURES, FEATURES) * 1e3), waves(2, SAMPLES, FEATURES)
    scale = slope / (torch.linalg.matrix_norm(weight, 2) if kind == "norm" else torch.linalg.eigvals(weight).abs().max())
    return float(scale), (lambda h: torch.tanh(h @ (scale * weight).T + bias)) if kind == "norm" else (lambda h: h @ (scale * weight).T + bias)


def evaluations(solver, f, tolerance, memory):
    calls = 0

    def counted(h):
        nonlocal calls
        calls += 1
        return f(h)

    start = torch.zeros(SAMPLES, FEATURES, dtype=torch.float64)
    _, _, info = get_solver(SOLVERS[solver])(counted, start, max_iter=MOST, tol=tolerance, stop_mode="rel", m=memory, LBFGS_thres=memory)
    return calls if info["rel_lowest"].max() <= tolerance else None


def main():
    runs = []
    with torch.no_grad():
        for kind, slope in (("norm", 0.5), ("norm", 0.9), ("norm", 2.0), ("eigenvalue", 0.5), ("eigenvalue", 0.8)):
            scale, f = make(kind, slope)
            for tolerance in (1e-3, 1e-4, 1e-6):
                for solver in SOLVERS:
                    for memory in (MEMORY, MOST) if solver == "Broyden" else (MEMORY,):
                        run = {"kind": kind, "slope": slope, "scale": scale, "solver": solver, "memory": memory, "tolerance": tolerance}
                        runs.append(run | {"evaluations": evaluations(solver, f, tolerance, memory)})
    lines = ",\n".join(" " + json.dumps(run) for run in runs)
    pathlib.Path(__file__).with_name("torchdeq.json").write_text(f"[\n{lines}\n]\n")


if __name__ == "__main__":
    main()

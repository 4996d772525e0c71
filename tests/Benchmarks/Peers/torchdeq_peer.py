"""The equilibrium of a block by torchdeq: what EquilibriumSuite.cs measures, with the same weights, input, tolerance and limits."""
import math
import pathlib
import subprocess

import torch
import torchdeq
from torch.nn import functional

WIDTH = 64
SOLVERS = {"anderson": "anderson", "picard": "fixed_point_iter", "broyden": "broyden"}
LIMITS = {f"{side}_{name}": value for side in "fb" for name, value in (("max_iter", 40), ("tol", 1e-4), ("stop_mode", "rel"))}
MEMORY = {"m": 5, "LBFGS_thres": 5}


def shared_numbers(seed, *shape):
    x, numbers = 1_000_003 * seed, []
    for _ in range(math.prod(shape)):
        x = x * 48271 % (2**31 - 1)
        numbers.append(2 * x / (2**31 - 1) - 1)
    return torch.tensor(numbers).view(shape)


def layer(seed, inputs, outputs):
    made = torch.nn.Linear(inputs, outputs)
    with torch.no_grad():
        made.weight.copy_(shared_numbers(seed, outputs, inputs) / math.sqrt(inputs))
        made.bias.copy_(shared_numbers(seed + 1, outputs) / math.sqrt(inputs))
    return made


up, down = layer(1, WIDTH, 4 * WIDTH), layer(3, 4 * WIDTH, WIDTH)
start, given = torch.zeros(WIDTH, WIDTH), shared_numbers(5, WIDTH, WIDTH)


def block(h):
    return down(functional.gelu(up(h))) + given


def solve(deq):
    deq.eval()
    with torch.no_grad():
        return deq(block, start, solver_kwargs=MEMORY)


def train(deq):
    deq.train()
    for parameter in (*up.parameters(), *down.parameters()):
        parameter.grad = None
    deq(block, start, solver_kwargs=MEMORY)[0][-1].sum().backward()


def described():
    """Its commit, where git knows one: torchdeq does not tell its version."""
    command = ["git", "-C", str(pathlib.Path(torchdeq.__file__).parent), "describe", "--always"]
    try:
        return "torchdeq " + subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "torchdeq"


def works():
    made = {}
    for name, solver in SOLVERS.items():
        deq = torchdeq.get_deq(f_solver=solver, b_solver=solver, ift=True, **LIMITS)
        made[f"solve_{name}"] = lambda deq=deq: solve(deq)
        made[f"solve_train_{name}"] = lambda deq=deq: train(deq)
    return made

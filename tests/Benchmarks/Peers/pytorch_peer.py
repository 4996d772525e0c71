"""Times PyTorch's own loop, and torchdiffeq and torchdeq where they can be imported. Reads "NAME RUNS", answers with seconds."""
import sys
import time

import torch

torch.set_num_threads(1)
sys.path[:0] = [folder for folder in sys.argv[1:] if folder]
try:
    import torchdiffeq
except ImportError:
    torchdiffeq = None
try:
    import torchdeq_peer
except ImportError:
    torchdeq_peer = None

import gpt_peer

STEPS, DT = 4, 0.25


def block(width):
    return torch.nn.Sequential(torch.nn.Linear(width, 4 * width), torch.nn.GELU(), torch.nn.Linear(4 * width, width))


def loop(f, h):
    for _ in range(STEPS):
        h = (1 - DT) * h + DT * f(h)
    return h


def infer(f, h):
    with torch.no_grad():
        loop(f, h)


def train(f, h):
    for parameter in f.parameters():
        parameter.grad = None
    loop(f, h).sum().backward()


def solve(f, h, method):
    times = torch.linspace(0.0, STEPS * DT, STEPS + 1)
    with torch.no_grad():
        torchdiffeq.odeint(lambda t, y: f(y) - y, h, times, method=method)


works = {}
for width, batch in ((16, 8), (64, 64), (256, 256)):
    f, h = block(width), torch.randn(batch, width)
    works[f"infer_{width}"] = lambda f=f, h=h: infer(f, h)
    works[f"train_{width}"] = lambda f=f, h=h: train(f, h)
    if torchdiffeq is not None:
        works[f"euler_{width}"] = lambda f=f, h=h: solve(f, h, "euler")
        works[f"rk4_{width}"] = lambda f=f, h=h: solve(f, h, "rk4")
works["gpt_step_stacked"] = gpt_peer.training_step(shared=False)
works["gpt_step_shared"] = gpt_peer.training_step(shared=True)
works |= {} if torchdeq_peer is None else torchdeq_peer.works()

described = f"PyTorch {torch.__version__}" + ("" if torchdiffeq is None else f", torchdiffeq {torchdiffeq.__version__}")
described += "" if torchdeq_peer is None else f", {torchdeq_peer.described()}"
print(f"{described}\t{' '.join(works)}", flush=True)
for line in sys.stdin:
    name, runs = line.split()
    work = works[name]
    start = time.perf_counter()
    for _ in range(int(runs)):
        work()
    print(time.perf_counter() - start, flush=True)

"""Writes what PyTorch's optimizers and schedulers do, step by step: Data/*.json.

Run with the PyTorch whose values are wanted (1.13 made the files beside this script): python3 values.py
"""
import json
import math
import pathlib

import torch
from torch.optim import lr_scheduler

DATA = pathlib.Path(__file__).parent / "Data"
DTYPES = {"float32": torch.float32, "float64": torch.float64}


def wave(*shape, shift=0.0):
    """Numbers that are neither random nor regular, between -2 and 2."""
    t = torch.arange(math.prod(shape), dtype=torch.float64)
    return (torch.sin(1.7 * t + shift) + torch.cos(0.31 * t * t + 2 * shift)).view(shape)


def plain(t):
    digits = 9 if t.dtype == torch.float32 else 17
    return {
        "dtype": str(t.dtype).removeprefix("torch."),
        "shape": list(t.shape),
        "data": [float(f"%.{digits}g" % v) for v in t.detach().reshape(-1).tolist()],
    }


OPTIMIZERS = {
    "SGD": (torch.optim.SGD, dict(lr=0.1)),
    "SGD with momentum": (torch.optim.SGD, dict(lr=0.1, momentum=0.9)),
    "SGD with dampening and decay": (torch.optim.SGD, dict(lr=0.1, momentum=0.8, dampening=0.3, weight_decay=0.05)),
    "SGD with Nesterov": (torch.optim.SGD, dict(lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.01)),
    "SGD climbing": (torch.optim.SGD, dict(lr=0.1, maximize=True)),
    "Adam": (torch.optim.Adam, dict(lr=0.02)),
    "Adam with decay": (torch.optim.Adam, dict(lr=0.02, betas=(0.8, 0.95), eps=1e-4, weight_decay=0.1)),
    "Adam with amsgrad": (torch.optim.Adam, dict(lr=0.02, amsgrad=True)),
    "Adam climbing": (torch.optim.Adam, dict(lr=0.02, maximize=True)),
    "AdamW": (torch.optim.AdamW, dict(lr=0.02, weight_decay=0.1)),
    "AdamW with amsgrad": (torch.optim.AdamW, dict(lr=0.02, betas=(0.8, 0.95), weight_decay=0.2, amsgrad=True)),
    "AdamW climbing": (torch.optim.AdamW, dict(lr=0.02, weight_decay=0.1, maximize=True)),
}


def optimizers():
    """Six steps over two groups; the second parameter has no gradient in the second step, the third has twice the rate."""
    for name, (kind, options) in OPTIMIZERS.items():
        for dtype, torch_type in DTYPES.items():
            params = [torch.nn.Parameter(wave(*s, shift=i).to(torch_type)) for i, s in enumerate(((2, 3), (4,), (3,)))]
            opt = kind([{"params": params[:2]}, {"params": params[2:], "lr": 2 * options["lr"]}], **options)
            case = {"name": name, "dtype": dtype, "start": [plain(p) for p in params], "steps": []}
            for step in range(6):
                for i, p in enumerate(params):
                    p.grad = None if (step, i) == (1, 1) else wave(*p.shape, shift=0.7 * step + i).to(torch_type)
                grads = [None if p.grad is None else plain(p.grad) for p in params]
                opt.step()
                case["steps"].append({"grads": grads, "params": [plain(p) for p in params]})
            yield case


SCHEDULES = {
    "StepLR": lambda o: lr_scheduler.StepLR(o, 3, gamma=0.5),
    "MultiStepLR": lambda o: lr_scheduler.MultiStepLR(o, [2, 5, 6], gamma=0.3),
    "ExponentialLR": lambda o: lr_scheduler.ExponentialLR(o, 0.9),
    "ConstantLR": lambda o: lr_scheduler.ConstantLR(o, factor=0.25, total_iters=4),
    "LinearLR": lambda o: lr_scheduler.LinearLR(o, start_factor=0.2, end_factor=0.9, total_iters=6),
    "PolynomialLR": lambda o: lr_scheduler.PolynomialLR(o, total_iters=7, power=2.0),
    "CosineAnnealingLR": lambda o: lr_scheduler.CosineAnnealingLR(o, 5, eta_min=0.01),
    "LambdaLR": lambda o: lr_scheduler.LambdaLR(o, lambda e: 1 / (1 + e)),
    "MultiplicativeLR": lambda o: lr_scheduler.MultiplicativeLR(o, lambda e: 1 - 0.05 * e),
    "SequentialLR": lambda o: lr_scheduler.SequentialLR(
        o, [lr_scheduler.LinearLR(o, 0.1, total_iters=4), lr_scheduler.ExponentialLR(o, 0.8)], [4]),
    "ChainedLR": lambda o: lr_scheduler.ChainedScheduler([lr_scheduler.ConstantLR(o, 0.5, 3), lr_scheduler.ExponentialLR(o, 0.9)]),
    "OneCycleLR": lambda o: lr_scheduler.OneCycleLR(o, 0.7, total_steps=14),
    "OneCycleLR in lines and three phases": lambda o: lr_scheduler.OneCycleLR(
        o, [0.7, 0.2], epochs=2, steps_per_epoch=7, pct_start=0.4, anneal_strategy="linear", div_factor=10,
        final_div_factor=100, three_phase=True),
    "OneCycleLR without momentum": lambda o: lr_scheduler.OneCycleLR(o, 0.7, total_steps=14, cycle_momentum=False),
    "CyclicLR": lambda o: lr_scheduler.CyclicLR(o, 0.1, 0.7, step_size_up=3, step_size_down=2, cycle_momentum=False),
    "CyclicLR halved": lambda o: lr_scheduler.CyclicLR(
        o, [0.1, 0.2], [0.7, 0.3], step_size_up=3, mode="triangular2", cycle_momentum=False),
    "CyclicLR by powers of the cycle": lambda o: lr_scheduler.CyclicLR(
        o, 0.1, 0.7, step_size_up=2, step_size_down=3, scale_fn=lambda cycle: 0.8 ** cycle, cycle_momentum=False),
    "CyclicLR by steps": lambda o: lr_scheduler.CyclicLR(
        o, 0.1, 0.7, step_size_up=2, scale_fn=lambda step: 1 / (1 + step), scale_mode="iterations", cycle_momentum=False),
}
MOMENTUM_CYCLES = {
    "CyclicLR with momentum": lambda o: lr_scheduler.CyclicLR(o, 0.1, 0.7, step_size_up=3, step_size_down=2),
    "CyclicLR with momenta, halved": lambda o: lr_scheduler.CyclicLR(
        o, 0.1, 0.7, step_size_up=2, mode="triangular2", base_momentum=[0.5, 0.6], max_momentum=[0.8, 0.7]),
}
METRICS = [5.0, 4.0, 4.2, 4.1, 3.9, 3.9, 4.0, 4.0, 4.0, 4.0, 3.0, 3.1, 3.1, 3.1, 3.1, 3.1]
PLATEAUS = {
    "ReduceLROnPlateau": lambda o: lr_scheduler.ReduceLROnPlateau(o, factor=0.5, patience=1),
    "ReduceLROnPlateau with cooldown": lambda o: lr_scheduler.ReduceLROnPlateau(
        o, factor=0.5, patience=1, cooldown=2, threshold=0.05, threshold_mode="abs", min_lr=[0.03, 0.2]),
    "ReduceLROnPlateau for the greatest": lambda o: lr_scheduler.ReduceLROnPlateau(o, mode="max", factor=0.3, patience=2),
}


def two_groups(kind, **options):
    a, b = (torch.nn.Parameter(torch.zeros(1)) for _ in range(2))
    return kind([{"params": [a]}, {"params": [b], "lr": 0.4}], lr=0.1, **options)


def schedule(name, make, kind, options):
    opt = two_groups(kind, **options)
    sched = make(opt)
    rates, momenta = [], []
    for _ in range(13):
        rates.append([g["lr"] for g in opt.param_groups])
        momenta.append([g["betas"][0] if "betas" in g else g["momentum"] for g in opt.param_groups])
        opt.step()
        sched.step()
    return {"name": name, "optimizer": kind.__name__, "rates": rates, "momenta": momenta}


def schedules():
    for kind, options in ((torch.optim.SGD, dict(momentum=0.9)), (torch.optim.AdamW, {})):
        for name, make in SCHEDULES.items():
            yield schedule(name, make, kind, options)


def momentum_cycles():
    for name, make in MOMENTUM_CYCLES.items():
        yield schedule(name, make, torch.optim.SGD, dict(momentum=0.9))


def plateaus():
    for name, make in PLATEAUS.items():
        opt = two_groups(torch.optim.SGD)
        sched = make(opt)
        rates = []
        for metric in METRICS:
            sched.step(metric)
            rates.append([g["lr"] for g in opt.param_groups])
        yield {"name": name, "metrics": METRICS, "rates": rates}


def write(name, cases):
    cases = list(cases)
    (DATA / name).write_text("[\n" + ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases) + "\n]\n")
    print(name, len(cases))


if __name__ == "__main__":
    DATA.mkdir(exist_ok=True)
    write("optimizers.json", optimizers())
    write("schedules.json", schedules())
    write("cycles.json", momentum_cycles())
    write("plateaus.json", plateaus())

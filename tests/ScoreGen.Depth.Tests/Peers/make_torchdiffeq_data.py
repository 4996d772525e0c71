"""Writes torchdiffeq.json beside this file: what torchdiffeq 0.2.5 makes of one small network with each of its fixed-step methods.

Needs torch and torchdiffeq 0.2.5: python3 make_torchdiffeq_data.py
"""
import json
import pathlib

import torch
import torchdiffeq

METHODS = ["euler", "midpoint", "heun2", "rk4"]
SCHEDULES = {"uniform": [0.25] * 4, "varying": [0.1, 0.4, 0.2, 0.3]}


class Network(torch.nn.Module):
    """F(h, t) = tanh(h·up' + bias + sin(3t)·clock)·down'"""

    def __init__(self):
        super().__init__()
        random = torch.Generator().manual_seed(20260310)

        def weight(*shape):
            return torch.nn.Parameter(torch.randn(*shape, generator=random, dtype=torch.float64) / 2)

        self.up, self.bias, self.clock, self.down = weight(5, 3), weight(5), weight(5), weight(3, 5)
        self.start = torch.randn(2, 3, generator=random, dtype=torch.float64)

    def forward(self, t, h):
        return torch.tanh(h @ self.up.T + self.bias + torch.sin(3 * t) * self.clock) @ self.down.T


def solve(network, method, field, sizes):
    times = torch.tensor([0.0] + sizes, dtype=torch.float64).cumsum(0)
    start = network.start.clone().requires_grad_()
    network.zero_grad()
    states = torchdiffeq.odeint(field, start, times, method=method)
    states[-1].square().sum().backward()
    return {
        "states": states.detach().tolist(),
        "gradients": {"start": start.grad.tolist()}
        | {name: parameter.grad.tolist() for name, parameter in network.named_parameters()},
    }


def main():
    assert torchdiffeq.__version__ == "0.2.5", torchdiffeq.__version__
    network = Network()
    fields = {
        "Contractive": lambda t, h: network(t, h) - h,
        "Residual": lambda t, h: network(t, h),
    }
    runs = [
        {"method": method, "update": update, "schedule": schedule} | solve(network, method, field, sizes)
        for method in METHODS
        for update, field in fields.items()
        for schedule, sizes in SCHEDULES.items()
    ]
    lines = ",\n".join("  " + json.dumps(run) for run in runs)
    weights = {name: parameter.tolist() for name, parameter in network.named_parameters()}
    pathlib.Path(__file__).with_name("torchdiffeq.json").write_text(
        f'{{\n "start": {json.dumps(network.start.tolist())},\n "weights": {json.dumps(weights)},\n "runs": [\n{lines}\n ]\n}}\n'
    )


if __name__ == "__main__":
    main()

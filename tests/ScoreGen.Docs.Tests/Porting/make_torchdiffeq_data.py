"""Writes torchdiffeq.json beside this file: what the Python of runtime/docs/porting/torchdiffeq.md computes, with torchdiffeq 0.2.5.

Needs torch and torchdiffeq 0.2.5: python3 make_torchdiffeq_data.py
"""
import json
import pathlib
import re

import torch
import torchdiffeq

PAGE = pathlib.Path(__file__).parents[3] / "runtime" / "docs" / "porting" / "torchdiffeq.md"
WIDTH = 3


def result(run, field, start):
    h = start.clone().requires_grad_()
    field.zero_grad()
    end = run(field, h)
    end.square().sum().backward()
    gradients = {"start": h.grad} | {name: parameter.grad for name, parameter in field.named_parameters()}
    return end.detach(), {name: gradient.clone() for name, gradient in gradients.items()}


def adjoint_error(names, method, field, start):
    """How far the adjoint's gradients are from those of the steps, as a share of the largest."""

    def gradients(solve):
        names["odeint"] = lambda func, h, t, **_: solve(func, h, t, method=method)
        return result(names["flow"], field, start)[1]

    exact, adjoint = gradients(torchdiffeq.odeint), gradients(torchdiffeq.odeint_adjoint)
    largest = max(gradient.abs().max() for gradient in exact.values())
    return (max((exact[name] - adjoint[name]).abs().max() for name in exact) / largest).item()


def main():
    assert torchdiffeq.__version__ == "0.2.5", torchdiffeq.__version__
    source = re.search(r"^```python\n(.*?)^```$", PAGE.read_text(), re.MULTILINE | re.DOTALL)[1]
    names = {}
    exec(source, names)

    torch.manual_seed(20260310)
    field = names["Field"](WIDTH).double()
    start = torch.randn(2, WIDTH, dtype=torch.float64)
    end, gradients = result(names["flow"], field, start)

    tensors = {
        "start": start.tolist(),
        "weights": {name: parameter.tolist() for name, parameter in field.named_parameters()},
        "end": end.tolist(),
        "gradients": {name: gradient.tolist() for name, gradient in gradients.items()},
    }
    adjoint = {method: adjoint_error(names, method, field, start) for method in ["rk4", "euler"]}
    data = {"source": source, "adjointDiffersBy": adjoint} | tensors
    lines = ",\n".join(f" {json.dumps(name)}: {json.dumps(value)}" for name, value in data.items())
    pathlib.Path(__file__).with_name("torchdiffeq.json").write_text(f"{{\n{lines}\n}}\n")


if __name__ == "__main__":
    main()

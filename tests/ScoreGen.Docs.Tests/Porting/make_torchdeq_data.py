"""Writes torchdeq.json beside this file: what the Python of runtime/docs/porting/torchdeq.md computes.

Needs torch and a checkout of github.com/locuslab/torchdeq (commit 4f6bd5f): python3 make_torchdeq_data.py CHECKOUT
"""
import json
import pathlib
import re
import sys

import torch

sys.path.insert(0, sys.argv[1])

PAGE = pathlib.Path(__file__).parents[3] / "runtime" / "docs" / "porting" / "torchdeq.md"
WIDTH = 4


def main():
    source = re.search(r"^```python\n(.*?)^```$", PAGE.read_text(), re.MULTILINE | re.DOTALL)[1]
    names = {}
    exec(source, names)

    torch.manual_seed(20260310)
    layer = names["Layer"](WIDTH).double()
    x = torch.randn(3, WIDTH, dtype=torch.float64, requires_grad=True)
    end = names["equilibrium"](layer, x)
    end.square().sum().backward()

    parameters = dict(layer.named_parameters())
    data = {
        "source": source,
        "x": x.tolist(),
        "weights": {name: parameter.tolist() for name, parameter in parameters.items()},
        "end": end.tolist(),
        "gradients": {"x": x.grad.tolist()} | {name: parameter.grad.tolist() for name, parameter in parameters.items()},
    }
    lines = ",\n".join(f" {json.dumps(name)}: {json.dumps(value)}" for name, value in data.items())
    pathlib.Path(__file__).with_name("torchdeq.json").write_text(f"{{\n{lines}\n}}\n")


if __name__ == "__main__":
    main()

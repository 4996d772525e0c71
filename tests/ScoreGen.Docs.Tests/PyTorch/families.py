"""The models of Families.cs in PyTorch.

families.py keys             the names of their weights, as JSON
families.py write FOLDER     makes weights, and saves for each NAME.pt and NAME.json with an input and what comes of it
families.py read FOLDER      loads each NAME.pt and NAME.safetensors there, and says what comes of the input in NAME.json
"""
import json
import math
import pathlib
import sys

import torch
from torch import nn
from torch.nn import functional as F


class Perceptron(nn.Module):
    shape = (5, 6)

    def __init__(self):
        super().__init__()
        self.norm = nn.LayerNorm(6)
        self.up = nn.Linear(6, 12)
        self.down = nn.Linear(12, 6, bias=False)
        self.dt = nn.Parameter(torch.randn(6))

    def forward(self, h):
        dt = torch.sigmoid(self.dt + math.log(0.25 / (1 - 0.25)))
        for _ in range(4):
            h = (1 - dt) * h + dt * self.down(F.gelu(self.up(self.norm(h))))
        return h


class Encoder(nn.Module):
    shape = (4, 2, 6)

    def __init__(self):
        super().__init__()
        self.layer = nn.TransformerEncoderLayer(6, 2, 12)

    def forward(self, h):
        for _ in range(3):
            h = 0.5 * h + 0.5 * self.layer(h)
        return h


class BasicBlock(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(6, 6, 3, padding=1, bias=False)
        self.bn = nn.BatchNorm2d(6)

    def forward(self, h):
        return F.relu(h + self.bn(self.conv(h)))


class Stage(nn.Module):
    shape = (2, 6, 4, 4)

    def __init__(self):
        super().__init__()
        self.blocks = nn.ModuleList([BasicBlock(), BasicBlock(), BasicBlock()])

    def forward(self, h):
        for block in self.blocks:
            h = block(h)
        return h


class Recurrent(nn.Module):
    shape = (2, 6)

    def __init__(self):
        super().__init__()
        self.cell = nn.GRUCell(6, 6)

    def forward(self, h):
        for _ in range(3):
            h = self.cell(h, h)
        return h


class Sequenced(nn.Module):
    shape = (2, 6, 5)

    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.GroupNorm(2, 6), nn.Conv1d(6, 12, 1), nn.Tanh(), nn.Conv1d(12, 6, 1))

    def forward(self, h):
        for _ in range(4):
            h = 0.75 * h + 0.25 * self.net(h)
        return h


FAMILIES = [Perceptron, Encoder, Stage, Recurrent, Sequenced]


def read_safetensors(path):
    """A length, names with types, shapes and places, and the bytes: https://huggingface.co/docs/safetensors."""
    data = path.read_bytes()
    start = 8 + int.from_bytes(data[:8], "little")
    types = {"F32": torch.float32, "I64": torch.int64}

    def tensor(entry):
        begin, end = entry["data_offsets"]
        return torch.frombuffer(bytearray(data[start + begin:start + end]), dtype=types[entry["dtype"]]).reshape(entry["shape"])

    header = json.loads(data[8:start])
    return {name: tensor(entry) for name, entry in header.items() if name != "__metadata__"}


def output(model, h):
    model.eval()
    with torch.no_grad():
        return model(h).tolist()


def write(folder):
    torch.manual_seed(1)
    for family in FAMILIES:
        model, h = family(), torch.randn(family.shape)
        model(h)
        torch.save(model.state_dict(), folder / f"{family.__name__}.pt")
        (folder / f"{family.__name__}.json").write_text(json.dumps({"input": h.tolist(), "output": output(model, h)}))


def read(folder):
    said = {}
    for family in FAMILIES:
        model = family()
        h = torch.tensor(json.loads((folder / f"{family.__name__}.json").read_text()))
        for ending, load in [("pt", torch.load), ("safetensors", read_safetensors)]:
            model.load_state_dict(load(folder / f"{family.__name__}.{ending}"))
            said[f"{family.__name__}.{ending}"] = output(model, h)
    print(json.dumps(said))


if __name__ == "__main__":
    if sys.argv[1] == "keys":
        print(json.dumps({family.__name__: list(family().state_dict()) for family in FAMILIES}, indent=2))
    else:
        {"write": write, "read": read}[sys.argv[1]](pathlib.Path(sys.argv[2]))

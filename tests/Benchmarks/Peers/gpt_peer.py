"""nanoGPT's CPU setting in PyTorch, written as its author writes it: no biases, no dropout, one table for input and output."""
import math

import torch
from torch import nn
from torch.nn import functional

VOCABULARY, CONTEXT, WIDTH, HEADS, DEPTH, BATCH = 65, 64, 128, 4, 4, 12


class Norm(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(WIDTH))

    def forward(self, h):
        return functional.layer_norm(h, (WIDTH,), self.weight, None, 1e-5)


class Attention(nn.Module):
    def __init__(self):
        super().__init__()
        self.look = nn.Linear(WIDTH, 3 * WIDTH, bias=False)
        self.project = nn.Linear(WIDTH, WIDTH, bias=False)
        self.register_buffer("mask", torch.tril(torch.ones(CONTEXT, CONTEXT)).view(1, 1, CONTEXT, CONTEXT))

    def forward(self, h):
        texts, length, width = h.size()
        q, k, v = (part.view(texts, length, HEADS, width // HEADS).transpose(1, 2) for part in self.look(h).split(width, dim=2))
        scores = (q @ k.transpose(-2, -1)) * (1.0 / math.sqrt(k.size(-1)))
        scores = scores.masked_fill(self.mask[:, :, :length, :length] == 0, float("-inf"))
        heard = functional.softmax(scores, dim=-1) @ v
        return self.project(heard.transpose(1, 2).contiguous().view(texts, length, width))


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.attention_norm, self.attention, self.network_norm = Norm(), Attention(), Norm()
        self.widen = nn.Linear(WIDTH, 4 * WIDTH, bias=False)
        self.project = nn.Linear(4 * WIDTH, WIDTH, bias=False)

    def forward(self, h):
        h = h + self.attention(self.attention_norm(h))
        return h + self.project(functional.gelu(self.widen(self.network_norm(h))))


class Gpt(nn.Module):
    def __init__(self, shared):
        super().__init__()
        self.characters, self.positions, self.norm = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(CONTEXT, WIDTH), Norm()
        self.blocks = nn.ModuleList(Block() for _ in range(1 if shared else DEPTH))
        self.shared = shared

    def forward(self, text):
        h = self.characters(text) + self.positions(torch.arange(text.size(1)))
        for step in range(DEPTH):
            h = 0.5 * h + 0.5 * self.blocks[0](h) if self.shared else self.blocks[step](h)
        return functional.linear(self.norm(h), self.characters.weight)


def training_step(shared):
    model = Gpt(shared)
    groups = [[p for p in model.parameters() if p.dim() >= 2], [p for p in model.parameters() if p.dim() < 2]]
    optimizer = torch.optim.AdamW(
        [{"params": groups[0], "weight_decay": 0.1}, {"params": groups[1], "weight_decay": 0.0}], lr=1e-3, betas=(0.9, 0.99))
    text = torch.randint(VOCABULARY, (BATCH, CONTEXT + 1))

    def step():
        optimizer.zero_grad(set_to_none=True)
        logits = model(text[:, :-1])
        functional.cross_entropy(logits.view(-1, VOCABULARY), text[:, 1:].reshape(-1)).backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()

    return step

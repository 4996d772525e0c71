"""Writes surface.txt: what Surface.cs prints of its training, from PyTorch.

python3 surface.py > surface.txt    (PyTorch 1.13 made the file that is here)

Each line: the loss and the norm of the gradient before it is clipped.
"""
import torch
from torch import nn


class ScoreMlp(nn.Module):
    def __init__(self, inputs, width, outputs):
        super().__init__()
        self.enc = nn.Linear(inputs, width)
        self.fc1 = nn.Linear(width, 4 * width)
        self.fc2 = nn.Linear(4 * width, width)
        self.head = nn.Linear(width, outputs)
        self.ln = nn.LayerNorm(width)
        self.drop = nn.Dropout(0.1)

    def forward(self, x):
        h = self.enc(x)
        for _ in range(4):
            k = self.drop(self.fc2(nn.functional.gelu(self.fc1(self.ln(h)))))
            h = (h * 0.75).add_(k, alpha=0.25)
        return self.head(h)


torch.manual_seed(1)
model = ScoreMlp(8, 16, 4)
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, betas=(0.9, 0.95), weight_decay=0.1)
schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, 100)
model.train()
for _ in range(10):
    x = torch.randn(32, 8)
    y = torch.randint(0, 4, (32,))
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y)
    loss.backward()
    norm = nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    schedule.step()
    print("{:.9g} {:.9g}".format(loss.item(), norm.item()))

"""Writes streams.txt: random numbers that PyTorch draws on the CPU after manual_seed(1234).

python3 streams.py > streams.txt    (PyTorch 1.13 made the file that is here)
"""
import torch

DRAWS = {
    "rand": lambda g: torch.rand(7, generator=g),
    "randn": lambda g: torch.randn(20, generator=g),
    "randn_double": lambda g: torch.randn(5, dtype=torch.float64, generator=g),
    "randint": lambda g: torch.randint(3, 100, (9,), generator=g),
    "randperm": lambda g: torch.randperm(11, generator=g),
    "bernoulli": lambda g: torch.bernoulli(torch.full((8,), 0.3), generator=g),
    "multinomial": lambda g: torch.multinomial(torch.tensor([0.1, 0.2, 0.7]), 6, replacement=True, generator=g),
    "normal": lambda g: torch.empty(6).normal_(2, 0.5, generator=g),
    "uniform": lambda g: torch.empty(6).uniform_(-1, 1, generator=g),
    "bernoulli_": lambda g: torch.empty(9).bernoulli_(0.4, generator=g),
    "bernoulli_of": lambda g: torch.empty(3).bernoulli_(torch.tensor([0.1, 0.5, 0.9]), generator=g),
    "exponential": lambda g: torch.empty(6, dtype=torch.float64).exponential_(1.5, generator=g),
    "geometric": lambda g: torch.empty(6).geometric_(0.3, generator=g),
    "log_normal": lambda g: torch.empty(6, dtype=torch.float64).log_normal_(1, 0.5, generator=g),
    "cauchy": lambda g: torch.empty(6, dtype=torch.float64).cauchy_(1, 0.5, generator=g),
    "random": lambda g: torch.empty(6).random_(2, 50, generator=g),
    "poisson": lambda g: torch.poisson(torch.full((7,), 3.5), generator=g),
    "normals": lambda g: torch.normal(torch.tensor([1.0, 2.0]), torch.tensor([0.5, 0.1]), generator=g),
}
LIKES = {
    "rand_like": lambda: torch.rand_like(torch.zeros(5)),
    "randn_like": lambda: torch.randn_like(torch.zeros(5)),
    "randint_like": lambda: torch.randint_like(torch.zeros(5), 2, 40),
}

for name, draw in DRAWS.items():
    for generator in (None, torch.Generator()):
        (generator.manual_seed if generator else torch.manual_seed)(1234)
        print(name, "own" if generator else "default", " ".join(repr(v) for v in draw(generator).tolist()), sep="\t")
torch.manual_seed(1234)
print("dropout", "default", " ".join(repr(v) for v in torch.nn.functional.dropout(torch.ones(12), 0.4).tolist()), sep="\t")
for name, draw in LIKES.items():
    torch.manual_seed(1234)
    print(name, "default", " ".join(repr(v) for v in draw().tolist()), sep="\t")

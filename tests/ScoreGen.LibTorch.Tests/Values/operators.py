"""Writes operators.txt: what PyTorch gives for each case of OperatorCases.cs and FurtherCases.cs, and its gradients.

python3 operators.py > operators.txt    (PyTorch 1.13 made the file that is here)

A case is written for float32 and float64. Gradients are those of sum(result * weights), where the weights run evenly
from 0.5 to 1.5. Each line: case, type, kind (in, out, grad), number, shape, values.
"""
import torch

import further


def inputs(dtype):
    torch.manual_seed(7)
    shapes = dict(a=(2, 3), b=(2, 3), m=(3, 4), x=(2, 3, 4), y=(2, 4, 3), v=(3,), s=(3, 3), r=(2, 4), z=(2, 3, 3))
    made = {name: torch.randn(shape, dtype=torch.float64).to(dtype) for name, shape in shapes.items()}
    made["p"] = made["a"].abs() + 0.5
    made["u"] = made["b"].tanh() * 0.9
    return made


INDEX = torch.tensor([1, 0, 1])
PLACES = torch.tensor([[0, 2, 1], [1, 1, 0]])
MASK = torch.tensor([[True, False, True], [False, False, True]])

CASES = {
    # arithmetic
    "add": ("ab", lambda a, b: a + b),
    "add_alpha": ("ab", lambda a, b: torch.add(a, b, alpha=0.25)),
    "add_scalar": ("a", lambda a: a + 1.5),
    "sub": ("ab", lambda a, b: a - b),
    "rsub": ("a", lambda a: 1 - a),
    "mul": ("ab", lambda a, b: a * b),
    "mul_scalar": ("a", lambda a: 0.75 * a),
    "div": ("ap", lambda a, p: a / p),
    "div_floor": ("ap", lambda a, p: torch.div(a, p, rounding_mode="floor")),
    "rdiv": ("p", lambda p: p.reciprocal() * 2),
    "remainder": ("ap", lambda a, p: torch.remainder(a, p)),
    "pow": ("pb", lambda p, b: p ** b),
    "pow_scalar": ("p", lambda p: p ** 2.5),
    "neg": ("a", lambda a: -a),
    "addcmul": ("abp", lambda a, b, p: torch.addcmul(a, b, p, value=0.5)),
    "addcdiv": ("abp", lambda a, b, p: torch.addcdiv(a, b, p, value=0.5)),
    "lerp": ("abp", lambda a, b, p: torch.lerp(a, b, p)),
    "maximum": ("ab", lambda a, b: torch.maximum(a, b)),
    "minimum": ("ab", lambda a, b: torch.minimum(a, b)),
    "euler": ("ab", lambda a, b: (a * 0.75).add_(b, alpha=0.25)),
    # element by element
    "abs": ("a", lambda a: a.abs()),
    "sqrt": ("p", lambda p: p.sqrt()),
    "rsqrt": ("p", lambda p: p.rsqrt()),
    "exp": ("a", lambda a: a.exp()),
    "expm1": ("a", lambda a: a.expm1()),
    "log": ("p", lambda p: p.log()),
    "log1p": ("p", lambda p: p.log1p()),
    "square": ("a", lambda a: a.square()),
    "sin": ("a", lambda a: a.sin()),
    "cos": ("a", lambda a: a.cos()),
    "tanh": ("a", lambda a: a.tanh()),
    "atanh": ("u", lambda u: u.atanh()),
    "asin": ("u", lambda u: u.asin()),
    "erf": ("a", lambda a: a.erf()),
    "lgamma": ("p", lambda p: p.lgamma()),
    "clamp": ("a", lambda a: a.clamp(-0.5, 0.5)),
    "clamp_min": ("a", lambda a: a.clamp(min=0.1)),
    "nan_to_num": ("a", lambda a: a.nan_to_num()),
    # activations
    "relu": ("a", lambda a: a.relu()),
    "sigmoid": ("a", lambda a: a.sigmoid()),
    "gelu": ("a", lambda a: torch.nn.functional.gelu(a)),
    "silu": ("a", lambda a: torch.nn.functional.silu(a)),
    "softplus": ("a", lambda a: torch.nn.functional.softplus(a)),
    "elu": ("a", lambda a: torch.nn.functional.elu(a)),
    "leaky_relu": ("a", lambda a: torch.nn.functional.leaky_relu(a, 0.1)),
    "softmax": ("x", lambda x: x.softmax(-1)),
    "log_softmax": ("x", lambda x: x.log_softmax(1)),
    # reductions
    "sum": ("x", lambda x: x.sum()),
    "sum_dim": ("x", lambda x: x.sum(1)),
    "sum_dims": ("x", lambda x: x.sum((0, 2), keepdim=True)),
    "mean": ("x", lambda x: x.mean()),
    "mean_dims": ("x", lambda x: x.mean((1, 2))),
    "prod": ("p", lambda p: p.prod(1)),
    "var": ("x", lambda x: x.var(2)),
    "var_biased": ("x", lambda x: x.var((1, 2), unbiased=False, keepdim=True)),
    "std": ("x", lambda x: x.std(0)),
    "std_all": ("x", lambda x: x.std()),
    "norm": ("x", lambda x: x.norm()),
    "norm_dim": ("x", lambda x: x.norm(p=3, dim=1)),
    "max": ("x", lambda x: x.max()),
    "max_dim": ("x", lambda x: x.max(1)[0]),
    "amin": ("x", lambda x: x.amin((0, 1))),
    "logsumexp": ("x", lambda x: x.logsumexp(2)),
    "cumsum": ("x", lambda x: x.cumsum(1)),
    "cumprod": ("x", lambda x: x.cumprod(2)),
    "median": ("v", lambda v: v.median()),
    "topk": ("x", lambda x: x.topk(2, 2)[0]),
    "sort": ("x", lambda x: x.sort(2, descending=True)[0]),
    "trace": ("s", lambda s: s.trace()),
    # linear algebra
    "matmul": ("am", lambda a, m: a @ m),
    "mm": ("am", lambda a, m: a.mm(m)),
    "bmm": ("xy", lambda x, y: x.bmm(y)),
    "addmm": ("ram", lambda r, a, m: torch.addmm(r, a, m, beta=0.5, alpha=2)),
    "baddbmm": ("zxy", lambda z, x, y: torch.baddbmm(z, x, y, beta=0.5, alpha=2)),
    "mv": ("av", lambda a, v: a.mv(v)),
    "dot": ("v", lambda v: v.dot(v)),
    "outer": ("v", lambda v: torch.outer(v, v * 2)),
    "einsum": ("xy", lambda x, y: torch.einsum("bij,bjk->bik", x, y)),
    "det": ("s", lambda s: s.det()),
    "inverse": ("s", lambda s: s.inverse()),
    # shape
    "view": ("x", lambda x: x.view(4, 6)),
    "reshape": ("x", lambda x: x.transpose(0, 2).reshape(-1)),
    "transpose": ("x", lambda x: x.transpose(1, 2)),
    "permute": ("x", lambda x: x.permute(2, 0, 1)),
    "flatten": ("x", lambda x: x.flatten(1)),
    "expand": ("v", lambda v: v.expand(2, -1)),
    "repeat": ("v", lambda v: v.repeat(2, 2)),
    "repeat_interleave": ("v", lambda v: v.repeat_interleave(2)),
    "unsqueeze": ("v", lambda v: v.unsqueeze(1)),
    "narrow": ("x", lambda x: x.narrow(2, 1, 2)),
    "select": ("x", lambda x: x.select(1, 2)),
    "cat": ("ab", lambda a, b: torch.cat([a, b], 1)),
    "stack": ("ab", lambda a, b: torch.stack([a, b])),
    "split": ("x", lambda x: x.split(3, 2)[0]),
    "chunk": ("x", lambda x: x.chunk(2, 2)[1]),
    "unbind": ("x", lambda x: x.unbind(1)[2]),
    "flip": ("x", lambda x: x.flip(0, 2)),
    "roll": ("x", lambda x: x.roll(1, 2)),
    "tril": ("s", lambda s: s.tril()),
    "triu": ("s", lambda s: s.triu(1)),
    "diagonal": ("s", lambda s: s.diagonal()),
    "unfold": ("x", lambda x: x.unfold(2, 2, 1)),
    # indices
    "index_select": ("x", lambda x: x.index_select(0, INDEX)),
    "index_add": ("as", lambda a, s: a.index_add(0, INDEX, s, alpha=0.5)),
    "gather": ("a", lambda a: a.gather(1, PLACES)),
    "scatter": ("ab", lambda a, b: a.scatter(1, torch.tensor([[0, 2, 1], [2, 1, 0]]), b)),
    "scatter_add": ("ab", lambda a, b: a.scatter_add(1, PLACES, b)),
    "masked_fill": ("a", lambda a: a.masked_fill(MASK, -2.0)),
    "masked_select": ("a", lambda a: a.masked_select(MASK)),
    "where": ("ab", lambda a, b: torch.where(MASK, a, b)),
    "item_row": ("x", lambda x: x[1]),
    "item_place": ("x", lambda x: x[1, 2, 3]),
    "item_slices": ("x", lambda x: x[:, 1:, ::2]),
    "item_ellipsis": ("x", lambda x: x[..., 0]),
    "item_new": ("a", lambda a: a[:, None]),
    "item_tensor": ("x", lambda x: x[:, INDEX]),
    "item_tensors": ("x", lambda x: x[INDEX, INDEX]),
    "item_mask": ("a", lambda a: a[MASK]),
    "item_last": ("x", lambda x: x[:, -1, :]),
}


def line(case, dtype, kind, number, tensor):
    digits = "{:.9g}" if dtype is torch.float32 else "{!r}"
    if tensor._is_zerotensor():
        tensor = torch.zeros(tensor.shape)
    values = " ".join(digits.format(value) for value in tensor.detach().reshape(-1).tolist())
    shape = "x".join(map(str, tensor.shape)) or "-"
    print(case, str(dtype)[6:], kind, number, shape, values, sep="\t")


def write(name, case, dtype):
    wanted, function = case
    given = [inputs(dtype)[key].requires_grad_() for key in wanted]
    result = function(*given)
    weights = torch.linspace(0.5, 1.5, result.numel(), dtype=torch.float64).to(dtype).reshape(result.shape)
    grads = torch.autograd.grad((result * weights).sum(), given)
    for kind, tensors in (("in", given), ("out", [result]), ("grad", grads)):
        for number, tensor in enumerate(tensors):
            line(name, dtype, kind, number, tensor)


if __name__ == "__main__":
    for name, case in (CASES | further.CASES).items():
        for dtype in (torch.float32, torch.float64):
            write(name, case, dtype)

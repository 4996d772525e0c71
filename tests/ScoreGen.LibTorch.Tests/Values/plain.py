"""Writes plain.txt: what PyTorch gives for each case of PlainCases.cs, where there are no gradients.

python3 plain.py > plain.txt    (PyTorch 1.13 made the file that is here)

The lines are those of operators.py; a further kind, type, has the number of the result's element type.
"""
import torch

import operators

NUMBERS = {torch.uint8: 0, torch.int32: 3, torch.int64: 4, torch.float32: 6, torch.float64: 7, torch.bool: 11}


def whole(t):
    return (t * 4).to(torch.int64)


def rounded(t):
    return (t * 2).round()


def odd(t):
    return t / torch.tensor([1.0, 0.0, 2.0], dtype=t.dtype)


CASES = {
    # comparison
    "eq": ("ab", lambda a, b: rounded(a) == rounded(b)),
    "eq_scalar": ("a", lambda a: rounded(a) == 2),
    "ne": ("ab", lambda a, b: rounded(a) != rounded(b)),
    "ne_scalar": ("a", lambda a: rounded(a) != 2),
    "lt": ("ab", lambda a, b: rounded(a) < rounded(b)),
    "lt_scalar": ("a", lambda a: rounded(a) < 2),
    "le": ("ab", lambda a, b: rounded(a) <= rounded(b)),
    "le_scalar": ("a", lambda a: rounded(a) <= 2),
    "gt": ("ab", lambda a, b: rounded(a) > rounded(b)),
    "gt_scalar": ("a", lambda a: rounded(a) > 2),
    "ge": ("ab", lambda a, b: rounded(a) >= rounded(b)),
    "ge_scalar": ("a", lambda a: rounded(a) >= 2),
    "isclose": ("ab", lambda a, b: torch.isclose(a, a + b * 1e-6)),
    "isnan": ("a", lambda a: (odd(a) - odd(a)).isnan()),
    "isinf": ("a", lambda a: odd(a).isinf()),
    "isfinite": ("a", lambda a: odd(a).isfinite()),
    "isposinf": ("a", lambda a: odd(a).isposinf()),
    "isneginf": ("a", lambda a: odd(a).isneginf()),
    "isreal": ("a", lambda a: a.isreal()),
    "isin": ("ab", lambda a, b: torch.isin(whole(a), whole(b))),
    # truth and bits
    "logical_and": ("ab", lambda a, b: rounded(a).logical_and(rounded(b))),
    "logical_or": ("ab", lambda a, b: rounded(a).logical_or(rounded(b))),
    "logical_xor": ("ab", lambda a, b: rounded(a).logical_xor(rounded(b))),
    "logical_not": ("a", lambda a: rounded(a).logical_not()),
    "bitwise_and": ("ab", lambda a, b: whole(a) & whole(b)),
    "bitwise_or": ("ab", lambda a, b: whole(a) | whole(b)),
    "bitwise_xor": ("ab", lambda a, b: whole(a) ^ whole(b)),
    "bitwise_not": ("a", lambda a: ~whole(a)),
    "bitwise_left_shift": ("pa", lambda p, a: torch.bitwise_left_shift(whole(p), whole(a).abs())),
    "bitwise_right_shift": ("pa", lambda p, a: torch.bitwise_right_shift(whole(p * 9), whole(a).abs())),
    "signbit": ("a", lambda a: a.signbit()),
    # whole numbers
    "gcd": ("ab", lambda a, b: torch.gcd(whole(a), whole(b))),
    "lcm": ("ab", lambda a, b: torch.lcm(whole(a), whole(b))),
    "floor_divide": ("ap", lambda a, p: torch.floor_divide(a * 9, p)),
    "floor_divide_scalar": ("a", lambda a: torch.floor_divide(a * 9, 2)),
    "bincount": ("p", lambda p: torch.bincount(whole(p).reshape(-1))),
    "bincount_weights": ("pa", lambda p, a: torch.bincount(whole(p).reshape(-1), a.reshape(-1), 9)),
    # functions without a gradient
    "float_power": ("pb", lambda p, b: torch.float_power(p, b)),
    "nextafter": ("ab", lambda a, b: torch.nextafter(a, b)),
    "heaviside": ("ab", lambda a, b: torch.heaviside(rounded(a), b)),
    "igamma": ("pa", lambda p, a: torch.igamma(p, a.abs())),
    "igammac": ("pa", lambda p, a: torch.igammac(p, a.abs())),
    "slice_scatter": ("ab", lambda a, b: torch.slice_scatter(a, b[:, :2], dim=1, start=1, end=3, step=1)),
    # reductions
    "all": ("a", lambda a: rounded(a).to(torch.bool).all(1)),
    "all_all": ("a", lambda a: (a < 9).all()),
    "any": ("a", lambda a: rounded(a).to(torch.bool).any(0)),
    "any_all": ("a", lambda a: (a > 9).any()),
    "argmax": ("x", lambda x: x.argmax(1)),
    "argmax_all": ("x", lambda x: x.argmax()),
    "argmin": ("x", lambda x: x.argmin(1)),
    "argmin_all": ("x", lambda x: x.argmin()),
    "argsort": ("x", lambda x: x.argsort(2, descending=True)),
    "aminmax": ("x", lambda x: torch.stack(list(x.aminmax(dim=1)))),
    "aminmax_all": ("x", lambda x: torch.stack(list(x.aminmax()))),
    "cummax_places": ("x", lambda x: x.cummax(1)[1]),
    "count_nonzero": ("a", lambda a: rounded(a).count_nonzero()),
    "count_nonzero_dim": ("a", lambda a: rounded(a).count_nonzero((1,))),
    "histc": ("x", lambda x: torch.histc(x, 5, -2, 2)),
    "bucketize": ("av", lambda a, v: torch.bucketize(a, v.sort()[0])),
    # places
    "nonzero": ("a", lambda a: rounded(a).nonzero()),
    "argwhere": ("a", lambda a: rounded(a).argwhere()),
    "where_places": ("a", lambda a: torch.stack(torch.where(rounded(a) != 0))),
    "tril_indices": ("a", lambda a: torch.tril_indices(3, 4, 1)),
    "triu_indices": ("a", lambda a: torch.triu_indices(3, 4, -1)),
    "broadcast_tensors": ("av", lambda a, v: torch.stack(torch.broadcast_tensors(a, v))),
    # factories
    "eye": ("a", lambda a: torch.eye(2, 3, dtype=a.dtype)),
    "logspace": ("a", lambda a: torch.logspace(-1, 2, 5, dtype=a.dtype)),
    "linspace": ("a", lambda a: torch.linspace(-1, 2, 5, dtype=a.dtype)),
    "arange": ("a", lambda a: torch.arange(-1, 2, 0.3, dtype=a.dtype)),
    "likes": ("a", lambda a: torch.ones_like(a) + torch.full_like(a, 2) + torch.zeros_like(a)),
    "news": ("a", lambda a: a.new_ones(2, 3) + a.new_full((2, 3), 2) + a.new_zeros(2, 3)),
    # type rules
    "int_plus_float": ("a", lambda a: whole(a) + a),
    "int_over_int": ("ab", lambda a, b: whole(a) / (whole(b).abs() + 1)),
    "bool_sum": ("a", lambda a: (a > 0).sum()),
    "int_mean": ("a", lambda a: whole(a).mean(dtype=a.dtype)),
}


def write(name, case, dtype):
    wanted, function = case
    given = [operators.inputs(dtype)[key] for key in wanted]
    result = function(*given)
    for number, tensor in enumerate(given):
        operators.line(name, dtype, "in", number, tensor)
    operators.line(name, dtype, "out", 0, result.to(torch.float64))
    operators.line(name, dtype, "type", 0, torch.tensor(NUMBERS[result.dtype], dtype=torch.float64))


if __name__ == "__main__":
    for name, case in CASES.items():
        for dtype in (torch.float32, torch.float64):
            write(name, case, dtype)

"""Writes what PyTorch computes for every layer, function and initialiser that the tests compare: Data/*.json.

Run with the PyTorch whose values are wanted (1.13 made the files beside this script): python3 values.py
"""
import json
import math
import pathlib

import torch
import torch.nn as nn
import torch.nn.functional as F

DATA = pathlib.Path(__file__).parent / "Data"
DTYPES = {"float32": torch.float32, "float64": torch.float64}


def plain(t):
    if t is None:
        return None
    kind = str(t.dtype).removeprefix("torch.")
    values = t.detach().contiguous().view(-1).tolist()
    if t.is_floating_point():
        digits = 9 if t.dtype == torch.float32 else 17
        values = [v if math.isinf(v) or math.isnan(v) else float(f"%.{digits}g" % v) for v in values]
        values = [str(v) if math.isinf(v) else v for v in values]
    return {"dtype": kind, "shape": list(t.shape), "data": values}


def wave(*shape, shift=0.0):
    """Numbers that are neither random nor regular, between -2 and 2."""
    n = math.prod(shape)
    t = torch.arange(n, dtype=torch.float64)
    return (torch.sin(1.7 * t + shift) + torch.cos(0.31 * t * t + 2 * shift)).view(shape)


def cast(x, dtype):
    return x.to(dtype) if torch.is_tensor(x) and x.is_floating_point() else x


def differentiable(x):
    return x is not None and torch.is_tensor(x) and x.is_floating_point()


def run(name, call, inputs, dtype, module=None, constants=()):
    inputs = [cast(x, DTYPES[dtype]) for x in inputs]
    leaves = [x.clone().requires_grad_() if differentiable(x) and i not in constants else x for i, x in enumerate(inputs)]
    case = {"name": name, "dtype": dtype, "inputs": [plain(x) for x in inputs]}
    if module is not None:
        case["state"] = {k: plain(v.clone()) for k, v in module.state_dict().items()}
    outputs = call(*leaves)
    outputs = [o for o in (outputs if isinstance(outputs, tuple) else (outputs,)) if o is not None]
    case["outputs"] = [plain(o) for o in outputs]
    if outputs[0].requires_grad:
        seeds = [wave(*o.shape, shift=0.5).to(o.dtype) for o in outputs]
        case["seeds"] = [plain(s) for s in seeds]
        sum((o * s).sum() for o, s in zip(outputs, seeds) if o.requires_grad).backward()
        case["input_grads"] = [plain(x.grad) if differentiable(x) and x.requires_grad else None for x in leaves]
        if module is not None:
            case["grads"] = {k: plain(p.grad) for k, p in module.named_parameters() if p.grad is not None}
    if module is not None:
        case["state_after"] = {k: plain(v) for k, v in module.state_dict().items()}
    return case


def fill(module):
    for i, p in enumerate(module.parameters()):
        p.data = wave(*p.shape, shift=0.3 * i + 0.1).to(p.dtype) * 0.5
    for i, (k, b) in enumerate(module.named_buffers()):
        if b.is_floating_point():
            b.data = wave(*b.shape, shift=i).abs().to(b.dtype) + 0.2
    return module


class Attention(nn.Module):
    """A MultiheadAttention whose parameters keep their own names, called as TorchSharp calls it."""

    def __init__(self, *args, **kwargs):
        super().__init__()
        self.inner = nn.MultiheadAttention(*args, **kwargs)

    def state_dict(self):
        return self.inner.state_dict()

    def named_parameters(self, *args, **kwargs):
        return self.inner.named_parameters(*args, **kwargs)

    def forward(self, q, k, v, padding=None, mask=None):
        return self.inner(q, k, v, key_padding_mask=padding, need_weights=True, attn_mask=mask)


def modules():
    yield "Linear", lambda: nn.Linear(3, 4), [wave(5, 3)]
    yield "Linear without bias", lambda: nn.Linear(3, 4, bias=False), [wave(2, 5, 3)]
    yield "Embedding", lambda: nn.Embedding(6, 3), [torch.tensor([[0, 5, 2], [2, 2, 1]])]
    yield "Embedding with padding", lambda: nn.Embedding(6, 3, padding_idx=2), [torch.tensor([[0, 5, 2], [2, 2, 1]])]
    yield "Embedding scaled by frequency", lambda: nn.Embedding(6, 3, scale_grad_by_freq=True), [torch.tensor([0, 5, 2, 2, 2])]
    yield "Embedding with a norm", lambda: nn.Embedding(6, 3, max_norm=0.5), [torch.tensor([0, 5, 2])]
    yield "LayerNorm", lambda: nn.LayerNorm(4), [wave(3, 4)]
    yield "LayerNorm over two dimensions", lambda: nn.LayerNorm([2, 4], eps=1e-3), [wave(3, 2, 4)]
    yield "LayerNorm without affine", lambda: nn.LayerNorm(4, elementwise_affine=False), [wave(3, 4)]
    yield "GroupNorm", lambda: nn.GroupNorm(2, 6), [wave(2, 6, 3)]
    yield "GroupNorm without affine", lambda: nn.GroupNorm(3, 6, affine=False), [wave(2, 6, 3)]
    yield "BatchNorm1d training", lambda: nn.BatchNorm1d(3), [wave(5, 3)]
    yield "BatchNorm1d training on sequences", lambda: nn.BatchNorm1d(3, momentum=0.3), [wave(4, 3, 5)]
    yield "BatchNorm1d evaluating", lambda: nn.BatchNorm1d(3).eval(), [wave(5, 3)]
    yield "BatchNorm1d without statistics", lambda: nn.BatchNorm1d(3, track_running_stats=False).eval(), [wave(5, 3)]
    yield "Conv1d", lambda: nn.Conv1d(4, 6, 3, stride=2, padding=1, dilation=2, groups=2), [wave(2, 4, 9)]
    yield "Conv1d unbatched", lambda: nn.Conv1d(4, 2, 3, bias=False), [wave(4, 7)]
    yield "Conv1d same", lambda: nn.Conv1d(2, 3, 4, padding="same"), [wave(2, 2, 7)]
    yield "Conv1d valid", lambda: nn.Conv1d(2, 3, 4, padding="valid"), [wave(2, 2, 7)]
    yield "Conv1d reflect", lambda: nn.Conv1d(2, 3, 3, padding=2, padding_mode="reflect"), [wave(2, 2, 7)]
    yield "Conv1d replicate", lambda: nn.Conv1d(2, 3, 3, padding=2, padding_mode="replicate"), [wave(2, 2, 7)]
    yield "Conv1d circular", lambda: nn.Conv1d(2, 3, 3, padding=2, padding_mode="circular"), [wave(2, 2, 7)]
    yield "Conv1d circular same", lambda: nn.Conv1d(2, 3, 4, padding="same", padding_mode="circular"), [wave(2, 2, 7)]
    yield "Conv2d", lambda: nn.Conv2d(2, 4, (3, 2), stride=(2, 1), padding=(1, 0), dilation=(1, 2), groups=2), [wave(2, 2, 5, 6)]
    yield "Conv2d square", lambda: nn.Conv2d(2, 3, 3, stride=2, padding=1), [wave(1, 2, 5, 5)]
    yield "Conv2d same", lambda: nn.Conv2d(2, 3, (2, 3), padding="same"), [wave(1, 2, 4, 5)]
    yield "Conv2d reflect same", lambda: nn.Conv2d(2, 3, (2, 3), padding="same", padding_mode="reflect"), [wave(1, 2, 4, 5)]
    yield "GRUCell", lambda: nn.GRUCell(3, 4), [wave(2, 3), wave(2, 4, shift=1.0)]
    yield "GRUCell without bias", lambda: nn.GRUCell(3, 4, bias=False), [wave(2, 3), wave(2, 4, shift=1.0)]
    yield "GRUCell from zeros", lambda: nn.GRUCell(3, 4), [wave(2, 3), None]
    yield "GRUCell unbatched", lambda: nn.GRUCell(3, 4), [wave(3), wave(4, shift=1.0)]
    yield "PReLU", lambda: nn.PReLU(3), [wave(2, 3)]
    yield "Sequential", lambda: nn.Sequential(nn.Linear(3, 5), nn.Tanh(), nn.Linear(5, 2)), [wave(4, 3)]
    x = wave(4, 2, 6)
    yield "MultiheadAttention on itself", lambda: Attention(6, 2), [x, x, x, None, None]
    q, k, v = wave(3, 2, 6, shift=0.2), wave(5, 2, 4, shift=0.4), wave(5, 2, 7, shift=0.6)
    yield "MultiheadAttention across widths", lambda: Attention(6, 3, kdim=4, vdim=7), [q, k, v, None, None]
    k, v = wave(5, 2, 6, shift=0.4), wave(5, 2, 6, shift=0.6)
    padding = torch.tensor([[False, False, True, False, True], [False, False, False, False, False]])
    look = torch.tensor([[False, True, False, False, False], [False, False, False, True, False], [True, False, False, False, False]])
    yield "MultiheadAttention masked", lambda: Attention(6, 2, bias=False), [q, k, v, padding, look]
    yield "MultiheadAttention with a float mask", lambda: Attention(6, 2), [q, k, v, None, wave(3, 5, shift=2.0)]
    yield "MultiheadAttention with learned sources", lambda: Attention(6, 2, add_bias_kv=True, add_zero_attn=True), [q, k, v, padding, look]
    yield "TransformerEncoderLayer", lambda: nn.TransformerEncoderLayer(6, 2, 5, dropout=0.0), [x]
    yield "TransformerEncoder", lambda: nn.TransformerEncoder(nn.TransformerEncoderLayer(6, 2, 5, dropout=0.0), 3), [x]
    yield "TransformerEncoderLayer with GELU", lambda: nn.TransformerEncoderLayer(6, 3, 5, dropout=0.0, activation="gelu"), [x]


def activations():
    x = wave(3, 4) * 4
    yield "ReLU", nn.ReLU(), x
    yield "ReLU6", nn.ReLU6(), x
    yield "GELU", nn.GELU(), x
    yield "GELU by tanh", nn.GELU(approximate="tanh"), x
    yield "SiLU", nn.SiLU(), x
    yield "Mish", nn.Mish(), x
    yield "Tanh", nn.Tanh(), x
    yield "Sigmoid", nn.Sigmoid(), x
    yield "Softmax", nn.Softmax(1), x
    yield "LogSoftmax", nn.LogSoftmax(0), x
    yield "Softmin", nn.Softmin(1), x
    yield "LeakyReLU", nn.LeakyReLU(0.2), x
    yield "ELU", nn.ELU(0.7), x
    yield "CELU", nn.CELU(0.7), x
    yield "SELU", nn.SELU(), x
    yield "Softplus", nn.Softplus(2.0, 3.0), x
    yield "Softsign", nn.Softsign(), x
    yield "Hardtanh", nn.Hardtanh(-0.7, 1.1), x
    yield "Hardsigmoid", nn.Hardsigmoid(), x
    yield "Hardswish", nn.Hardswish(), x
    yield "LogSigmoid", nn.LogSigmoid(), x
    yield "GLU", nn.GLU(1), x
    yield "Flatten", nn.Flatten(0, 1), x
    yield "Identity", nn.Identity(), x


def attention(q, k, v, mask=None, causal=False):
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    if causal:
        mask = torch.ones(q.shape[-2], k.shape[-2], dtype=torch.bool).tril()
    if mask is not None and mask.dtype == torch.bool:
        scores = scores.masked_fill(~mask, -math.inf)
    elif mask is not None:
        scores = scores + mask
    return scores.softmax(-1) @ v


def functions():
    a, b = wave(3, 4), wave(3, 4, shift=0.9)
    yes = (wave(3, 4, shift=0.4) > 0).double()
    classes = torch.tensor([1, 3, 0])
    weights = torch.tensor([0.5, 1.5, 1.0, 2.0], dtype=torch.float64)
    for reduction in ("none", "mean", "sum"):
        r = {"reduction": reduction}
        yield f"mse_loss {reduction}", lambda x, y, r=r: F.mse_loss(x, y, **r), [a, b]
        yield f"l1_loss {reduction}", lambda x, y, r=r: F.l1_loss(x, y, **r), [a, b]
        yield f"smooth_l1_loss {reduction}", lambda x, y, r=r: F.smooth_l1_loss(x, y, beta=0.7, **r), [a, b]
        yield f"huber_loss {reduction}", lambda x, y, r=r: F.huber_loss(x, y, delta=0.7, **r), [a, b]
        yield f"cross_entropy {reduction}", lambda x, y, w, r=r: F.cross_entropy(x, y, w, **r), [a, classes, weights]
        yield f"nll_loss {reduction}", lambda x, y, w, r=r: F.nll_loss(x, y, w, **r), [a, classes, weights]
        yield f"binary_cross_entropy_with_logits {reduction}", lambda x, y, w, p, r=r: F.binary_cross_entropy_with_logits(x, y, w, pos_weight=p, **r), [a, yes, b.abs(), weights]
        yield f"binary_cross_entropy {reduction}", lambda x, y, w, r=r: F.binary_cross_entropy(x, y, w, **r), [torch.sigmoid(a), yes, b.abs()]
        yield f"kl_div {reduction}", lambda x, y, r=r: F.kl_div(x, y, log_target=True, **r), [a, b]
    yield "kl_div of probabilities", lambda x, y: F.kl_div(x, y), [a, b.abs()]
    yield "cross_entropy ignoring and smoothing", lambda x, y: F.cross_entropy(x, y, ignore_index=3, label_smoothing=0.2), [a, classes]
    yield "cross_entropy of probabilities", lambda x, y: F.cross_entropy(x, y.softmax(1)), [a, b]
    yield "cross_entropy of sequences", lambda x, y: F.cross_entropy(x, y), [wave(2, 4, 3), torch.tensor([[1, 3, 0], [2, 2, 1]])]
    yield "normalize", lambda x: F.normalize(x), [a]
    yield "normalize by the 1-norm", lambda x: F.normalize(x, p=1.0, dim=0), [a]
    yield "one_hot", lambda x: F.one_hot(x), [classes]
    yield "one_hot of 6", lambda x: F.one_hot(x, 6), [classes]
    s = wave(2, 2, 5)
    yield "pad", lambda x: F.pad(x, (1, 2, 0, 1), value=0.5), [s]
    yield "pad reflect", lambda x: F.pad(x, (2, 1), mode="reflect"), [s]
    yield "pad replicate", lambda x: F.pad(x, (2, 1), mode="replicate"), [s]
    yield "pad circular", lambda x: F.pad(x, (2, 1), mode="circular"), [s]
    q, k, v = wave(2, 3, 4, 6), wave(2, 3, 5, 6, shift=0.4), wave(2, 3, 5, 6, shift=0.8)
    yield "scaled_dot_product_attention", attention, [q, k, v]
    yield "scaled_dot_product_attention causal", lambda q, k, v: attention(q, k, v, causal=True), [q, k[:, :, :4], v[:, :, :4]]
    yield "scaled_dot_product_attention with a float mask", attention, [q, k, v, wave(4, 5)]
    yield "scaled_dot_product_attention with a bool mask", attention, [q, k, v, wave(4, 5) > -1.2]
    yield "batch_norm", lambda x, m, s: F.batch_norm(x, m, s, eps=1e-3), [a, wave(4), wave(4, shift=3.0).abs() + 0.1]


def initialisers():
    def filled(name, shape, fill):
        torch.manual_seed(11)
        t = torch.empty(*shape)
        fill(t)
        return {"name": f"{name} {'x'.join(map(str, shape))}", "value": plain(t), "next": torch.rand(()).item()}

    for shape in ((4, 6), (6, 4), (3, 2, 4)):
        yield filled("uniform_", shape, lambda t: nn.init.uniform_(t, -0.3, 0.8))
        yield filled("normal_", shape, lambda t: nn.init.normal_(t, 0.5, 2.0))
        yield filled("xavier_uniform_", shape, lambda t: nn.init.xavier_uniform_(t, 1.3))
        yield filled("xavier_normal_", shape, lambda t: nn.init.xavier_normal_(t, 1.3))
        yield filled("kaiming_uniform_", shape, lambda t: nn.init.kaiming_uniform_(t, 0.4))
        yield filled("kaiming_uniform_ out", shape, lambda t: nn.init.kaiming_uniform_(t, mode="fan_out", nonlinearity="relu"))
        yield filled("kaiming_normal_", shape, lambda t: nn.init.kaiming_normal_(t, nonlinearity="tanh"))
        yield filled("trunc_normal_", shape, lambda t: nn.init.trunc_normal_(t, 0.2, 1.5, -1.0, 2.0))
        yield filled("orthogonal_", shape, lambda t: nn.init.orthogonal_(t, 1.1))

    def drawn(name, make):
        torch.manual_seed(13)
        module = make()
        return {"name": name, "state": {k: plain(v) for k, v in module.state_dict().items()}, "next": torch.rand(()).item()}

    yield drawn("Linear", lambda: nn.Linear(5, 3))
    yield drawn("Embedding", lambda: nn.Embedding(7, 4, padding_idx=1))
    yield drawn("LayerNorm", lambda: nn.LayerNorm(4))
    yield drawn("GroupNorm", lambda: nn.GroupNorm(2, 4))
    yield drawn("BatchNorm1d", lambda: nn.BatchNorm1d(4))
    yield drawn("Conv1d", lambda: nn.Conv1d(4, 6, 3, groups=2))
    yield drawn("Conv2d", lambda: nn.Conv2d(2, 3, (3, 2)))
    yield drawn("GRUCell", lambda: nn.GRUCell(3, 4))
    yield drawn("MultiheadAttention", lambda: nn.MultiheadAttention(6, 2, add_bias_kv=True))
    yield drawn("MultiheadAttention across widths", lambda: nn.MultiheadAttention(6, 2, kdim=3, vdim=5))
    yield drawn("TransformerEncoderLayer", lambda: nn.TransformerEncoderLayer(6, 2, 5))


def random_functions():
    def drawn(name, call):
        torch.manual_seed(17)
        return {"name": name, "value": plain(call()), "next": torch.rand(()).item()}

    yield drawn("dropout", lambda: F.dropout(wave(4, 5).float(), 0.4))
    yield drawn("dropout evaluating", lambda: F.dropout(wave(4, 5).float(), 0.4, training=False))
    yield drawn("dropout of all", lambda: F.dropout(wave(4, 5).float(), 1.0))

    def attend():
        layer = nn.MultiheadAttention(6, 2, dropout=0.3)
        return layer(wave(4, 2, 6).float(), wave(4, 2, 6).float(), wave(4, 2, 6).float())[0]

    yield drawn("MultiheadAttention with dropout", attend)
    yield drawn("TransformerEncoderLayer with dropout", lambda: nn.TransformerEncoderLayer(6, 2, 5, dropout=0.3)(wave(4, 2, 6).float()))


def clipping():
    for kind, norm_type in (("2", 2.0), ("1", 1.0), ("inf", math.inf)):
        for limit in (0.5, 100.0):
            params = [nn.Parameter(torch.zeros(2, 3)), nn.Parameter(torch.zeros(4)), nn.Parameter(torch.zeros(2))]
            for i, p in enumerate(params[:2]):
                p.grad = wave(*p.shape, shift=i).float()
            total = nn.utils.clip_grad_norm_(params, limit, norm_type)
            yield {"norm": kind, "limit": limit, "total": total.item(), "grads": [plain(p.grad) for p in params[:2]]}


def constants(name):
    """The inputs of a function that take no gradient: targets of some losses, weights, statistics, masks."""
    weighted = ("cross_entropy none", "cross_entropy mean", "cross_entropy sum", "nll_loss", "binary_cross_entropy", "batch_norm")
    return (1, 2, 3) if name.startswith(weighted) else (3,)


def write(name, cases):
    cases = list(cases)
    (DATA / name).write_text("[\n" + ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases) + "\n]\n")
    print(name, len(cases))


if __name__ == "__main__":
    DATA.mkdir(exist_ok=True)
    made = []
    for name, make, inputs in modules():
        for dtype, kind in DTYPES.items():
            module = fill(make().to(kind))
            made.append(run(name, module, inputs, dtype, module))
    write("modules.json", made)
    write("activations.json", (run(n, m, [x], d, m) for n, m, x in activations() for d in DTYPES))
    write("functions.json", (run(n, f, xs, d, constants=constants(n)) for n, f, xs in functions() for d in DTYPES))
    write("initialisers.json", initialisers())
    write("random.json", random_functions())
    write("clipping.json", clipping())

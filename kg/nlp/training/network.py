"""The network in torch: a small encoder with a head for each task; needs the extra ``train``."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812
from torch import nn

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
POSITIONS, SHAPES, SPACINGS = 512, 16, 8
ARC, RELATION = 256, 100
EPSILON = 1e-12
# Dropout in the encoder, before the heads, and inside the biaffine forms.
DROPOUT, HEAD_DROPOUT, BIAFFINE_DROPOUT = 0.1, 0.2, 0.3
MASKED = 10_000.0


@dataclass(frozen=True)
class Sizes:
    """Numbers of words pieces and of labels per task."""

    pieces: int
    upos: int
    xpos: int
    feats: int
    dep: int
    ner: int


class FusedAttention(torch.autograd.Function):
    """A stand-in that is exported as one node of ONNX Runtime; it computes nothing."""

    @staticmethod
    def forward(ctx: Any, x: Any, weight: Any, bias: Any, mask: Any, heads: int) -> Any:
        """Return something of the right shape."""
        return x

    @staticmethod
    def symbolic(g: Any, x: Any, weight: Any, bias: Any, mask: Any, heads: int) -> Any:
        """Return the node."""
        return g.op("com.microsoft::Attention", x, weight, bias, mask, num_heads_i=heads).setType(x.type())


class Layer(nn.Module):
    """A layer of the encoder: self-attention, then a feed-forward step, each added and normalized."""

    def __init__(self) -> None:
        """Make a layer with random weights."""
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.o = nn.Linear(WIDTH, WIDTH)
        self.n1 = nn.LayerNorm(WIDTH, EPSILON)
        self.f1 = nn.Linear(WIDTH, INNER)
        self.f2 = nn.Linear(INNER, WIDTH)
        self.n2 = nn.LayerNorm(WIDTH, EPSILON)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, x: Any, mask: Any) -> Any:
        """Return ``x`` (rows, pieces, width) transformed; ``mask`` (rows, pieces) is 1 for pieces, 0 for padding."""
        if hasattr(self, "wt"):
            attended = FusedAttention.apply(x, self.wt, self.qkv.bias, mask.to(torch.int32), HEADS)
        else:
            attended = self._attend(x, mask)
        x = self.n1(x + self.drop(self.o(attended)))
        return self.n2(x + self.drop(self.f2(F.gelu(self.f1(x)))))

    def _attend(self, x: Any, mask: Any) -> Any:
        """Return what each piece gathers from the others."""
        rows, pieces, _ = x.shape
        size = WIDTH // HEADS
        parts = self.qkv(x).view(rows, pieces, 3, HEADS, size).permute(2, 0, 3, 1, 4)
        # Plain products: on processors without large caches they beat the fused kernel in bfloat16.
        query, key, value = parts.reshape(3, rows * HEADS, pieces, size).unbind(0)
        scores = torch.bmm(query, key.transpose(1, 2)).view(rows, HEADS, pieces, pieces)
        hidden = (mask - 1.0)[:, None, None, :] * MASKED
        shares = torch.softmax(scores * (1 / math.sqrt(size)) + hidden.to(scores.dtype), -1).to(value.dtype)
        gathered = torch.bmm(shares.view(rows * HEADS, pieces, pieces), value).view(rows, HEADS, pieces, size)
        return gathered.permute(0, 2, 1, 3).reshape(rows, pieces, WIDTH)

    def fuse(self) -> None:
        """Prepare the layer for export with fused attention."""
        self.register_buffer("wt", self.qkv.weight.detach().t().contiguous())


class Network(nn.Module):
    """The encoder and the heads of all tasks."""

    def __init__(self, sizes: Sizes, layers: int = LAYERS) -> None:
        """Make a network with random weights."""
        super().__init__()
        self.sizes = sizes
        self.emb = nn.Embedding(sizes.pieces, WIDTH)
        self.pos = nn.Embedding(POSITIONS, WIDTH)
        self.shp = nn.Embedding(SHAPES, WIDTH)
        self.spc = nn.Embedding(SPACINGS, WIDTH)
        self.ln = nn.LayerNorm(WIDTH, EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.drop, self.head_drop = nn.Dropout(DROPOUT), nn.Dropout(HEAD_DROPOUT)
        self.biaffine_drop = nn.Dropout(BIAFFINE_DROPOUT)
        self.tags = nn.Linear(WIDTH, sizes.upos + sizes.xpos + sizes.feats + 2)
        self.n1 = nn.Linear(WIDTH, WIDTH // 2)
        self.n2 = nn.Linear(WIDTH // 2, sizes.ner)
        self.mlp = nn.Linear(WIDTH, 2 * ARC + 2 * RELATION)
        self.arc = nn.Parameter(torch.randn(ARC + 1, ARC) / math.sqrt(ARC) / 2)
        self.rel = nn.Parameter(torch.randn(RELATION + 1, sizes.dep, RELATION + 1) / RELATION)
        nn.init.normal_(self.shp.weight, std=0.02)
        nn.init.normal_(self.spc.weight, std=0.02)
        # Names that training never saw stay near those it saw.
        self.emb.weight.requires_grad_(False)

    def forward(self, ids: Any, sh: Any, sf: Any, am: Any, first: Any) -> tuple[Any, ...]:
        """Return scores: tags, ner, arcs (rows, words, 1 + words), and relation vectors of dependents and heads.

        Tags are UPOS, PTB tags, features and the two of a sentence's start, in one row.
        """
        rows, pieces = ids.shape
        x = self.drop(self.ln(self.emb(ids) + self.pos.weight[:pieces] + self.shp(sh) + self.spc(sf)))
        for layer in self.layers:
            x = layer(x, am)
        offset = torch.arange(rows, device=ids.device)[:, None] * pieces
        columns = first.shape[1]
        states = x.reshape(-1, WIDTH)[(first + offset).reshape(-1)].reshape(rows, columns, WIDTH)
        words = states[:, 1:]
        tags = self.tags(self.head_drop(words))
        ner = self.n2(self.head_drop(F.gelu(self.n1(self.head_drop(words)))))
        vectors = self.biaffine_drop(F.gelu(self.mlp(self.head_drop(states))))
        dependent, head, rel_dependent, rel_head = vectors.split([ARC, ARC, RELATION, RELATION], -1)
        arcs = (dependent[:, 1:] @ self.arc[:-1] + self.arc[-1]) @ head.transpose(1, 2)
        return tags, ner, arcs, rel_dependent[:, 1:], rel_head

    def relations(self, dependents: Any, heads: Any) -> Any:
        """Return scores (n, labels) of the relations between the vectors (n, ``RELATION``) of dependents and heads."""
        one = torch.ones_like(dependents[:, :1])
        below, above = torch.cat([dependents, one], -1), torch.cat([heads, one], -1)
        form = (below @ self.rel.reshape(RELATION + 1, -1)).reshape(-1, self.sizes.dep, RELATION + 1)
        return (form @ above.unsqueeze(-1)).squeeze(-1)

    def load_pretrained(self, folder: Path) -> None:
        """Take the encoder from the ``model.safetensors`` of a BERT of this size (all-MiniLM-L6-v2)."""
        from safetensors.torch import load_file

        given = load_file(folder / "model.safetensors")
        own = {"emb.weight": given["embeddings.word_embeddings.weight"]}
        own["pos.weight"] = given["embeddings.position_embeddings.weight"]
        own["pos.weight"] = own["pos.weight"] + given["embeddings.token_type_embeddings.weight"][0]
        parts = ("weight", "bias")
        own |= {f"ln.{part}": given[f"embeddings.LayerNorm.{part}"] for part in parts}
        names = {
            "o": "attention.output.dense",
            "n1": "attention.output.LayerNorm",
            "f1": "intermediate.dense",
            "f2": "output.dense",
            "n2": "output.LayerNorm",
        }
        for i in range(len(self.layers)):
            at = f"encoder.layer.{i}"
            for part in parts:
                three = [given[f"{at}.attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                own[f"layers.{i}.qkv.{part}"] = torch.cat(three)
                own |= {f"layers.{i}.{k}.{part}": given[f"{at}.{name}.{part}"] for k, name in names.items()}
        self.load_state_dict(own, strict=False)

"""Fits the network to all tasks at once; needs the extra ``train``."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812

from kg.nlp.encoding import Encoder
from kg.nlp.training.corpus import IGNORED, Example, ExampleMaker, Labels, arrays, batches, groups
from kg.nlp.training.network import Network
from kg.nlp.training.treebank import Sentence

CHECKPOINT = "network.pt"
INPUT = ("ids", "sh", "sf", "am", "first")
ENCODER = ("pos", "ln", "layers")
# Shares of the run: until the learning rate is at its height, and from when on weights are averaged.
WARM, AVERAGED_FROM = 0.06, 0.3
AVERAGE_STEP = 0.012
LOWEST_RATE = 0.01
NER_WEIGHT = 1.5
NEVER = -1e4


@dataclass(frozen=True)
class Plan:
    """How to train: passes over the data or seconds, whichever end first, and rates of encoder and heads."""

    passes: int = 10
    seconds: float = float("inf")
    rate: float = 2e-4
    head_rate: float = 1e-3
    pieces: int = 3000
    threads: int = 2
    seed: int = 1


Source = Callable[[random.Random], Sequence[Sentence]]
Report = Callable[[str], None]


def fit(network: Network, labels: Labels, encoder: Encoder, source: Source, plan: Plan, out: Path, say: Report) -> Path:
    """Train ``network`` on what ``source`` gives for each pass; return the file in ``out`` with the averaged weights.

    The file is written after each pass.
    """
    torch.set_num_threads(plan.threads)
    torch.manual_seed(plan.seed)
    rng = random.Random(plan.seed)
    out.mkdir(parents=True, exist_ok=True)
    maker = ExampleMaker(encoder, labels)
    body, heads = _parts(network)
    optimizer = torch.optim.AdamW([{"params": body}, {"params": heads}], weight_decay=0.01, betas=(0.9, 0.98))
    began, average = time.monotonic(), None
    for number in range(plan.passes):
        examples = [maker(group, rng) for group in groups(source(rng), rng)]
        order = batches(examples, plan.pieces, rng)
        network.train()
        losses: list[dict[str, float]] = []
        for step, chosen in enumerate(order):
            done = max((number + step / len(order)) / plan.passes, (time.monotonic() - began) / plan.seconds)
            if done >= 1:
                break
            for group, rate in zip(optimizer.param_groups, (plan.rate, plan.head_rate), strict=True):
                group["lr"] = rate * schedule(done)
            parts = losses_of(network, [examples[i] for i in chosen], labels)
            optimizer.zero_grad(set_to_none=True)
            sum(parts.values()).backward()  # type: ignore[union-attr]
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            losses.append({name: float(value.detach()) for name, value in parts.items()})
            if done >= AVERAGED_FROM:
                average = _averaged(average, network)
            if step % 25 == 0:
                say(f"pass {number} step {step}/{len(order)} {time.monotonic() - began:.0f} s {_means(losses[-25:])}")
        state = average or network.state_dict()
        torch.save({"state": state, "labels": {k: list(v) for k, v in labels.items()}}, out / CHECKPOINT)
        say(f"pass {number} done {time.monotonic() - began:.0f} s {_means(losses)}")
        if time.monotonic() - began >= plan.seconds:
            break
    return out / CHECKPOINT


def _parts(network: Network) -> tuple[list[Any], list[Any]]:
    """Return the parameters that are trained: the encoder's, which know the language already, and the others."""
    named = [(name, value) for name, value in network.named_parameters() if value.requires_grad]
    body = [value for name, value in named if name.split(".")[0] in ENCODER]
    return body, [value for name, value in named if name.split(".")[0] not in ENCODER]


def schedule(done: float) -> float:
    """Return the factor of the learning rate when the share ``done`` of the run is over: up, then linearly down."""
    return min(1.0, (done + 1e-3) / WARM) * max(LOWEST_RATE, 1 - max(0.0, done - WARM) / (1 - WARM))


def losses_of(network: Network, examples: Sequence[Example], labels: Labels) -> dict[str, Any]:
    """Return the loss of each task that is annotated in ``examples``."""
    batch = {name: torch.from_numpy(np.asarray(value)) for name, value in arrays(examples).items()}
    with torch.autocast("cpu", torch.bfloat16):
        scores = [score.float() for score in network(*(batch[name] for name in INPUT))]
    tags, ner, arcs, dependents, governors = scores
    sizes = [len(labels[task]) for task in ("upos", "xpos", "feats")]
    parts = dict(zip(("upos", "xpos", "feats", "start"), tags.split([*sizes, 2], -1), strict=True))
    found = {task: _loss(score, batch[task]) for task, score in parts.items() if (batch[task] != IGNORED).any()}
    if (batch["ner"] != IGNORED).any():
        found["ner"] = _loss(ner, batch["ner"]) * NER_WEIGHT
    heads, deps = batch["head"], batch["deps"]
    if (heads != IGNORED).any():
        found["arc"] = _loss(arcs.masked_fill(~_allowed(batch["sentences"]), NEVER), heads)
        rows, words = torch.nonzero((heads != IGNORED) & (deps != IGNORED), as_tuple=True)
        relations = network.relations(dependents[rows, words], governors[rows, heads[rows, words]])
        found["rel"] = F.cross_entropy(relations, deps[rows, words])
    return found


def _allowed(sentences: Any) -> Any:
    """Return which columns (root, words) may be the head of each word: the root and words of its own sentence."""
    same = sentences[:, :, None] == sentences[:, None, :]
    same &= ~torch.eye(sentences.shape[1], dtype=torch.bool)
    return torch.cat([torch.ones_like(same[:, :, :1]), same], -1)


def _loss(scores: Any, targets: Any) -> Any:
    """Return the mean cross-entropy over the words that have a target."""
    return F.cross_entropy(scores.reshape(-1, scores.shape[-1]), targets.reshape(-1), ignore_index=IGNORED)


def _averaged(average: dict[str, Any] | None, network: Network) -> dict[str, Any]:
    """Return the moving average of the weights, one step on."""
    state = network.state_dict()
    if average is None:
        return {name: value.detach().clone() for name, value in state.items()}
    for name, value in state.items():
        average[name].lerp_(value, AVERAGE_STEP)
    return average


def _means(losses: Sequence[dict[str, float]]) -> str:
    """Return the mean loss of each task as JSON."""
    tasks = sorted({task for loss in losses for task in loss})
    means = {task: [loss[task] for loss in losses if task in loss] for task in tasks}
    return json.dumps({task: round(sum(values) / len(values), 3) for task, values in means.items()})


def load_state(folder: Path) -> dict[str, Any]:
    """Return the weights that ``fit`` left in ``folder``."""
    state: dict[str, Any] = torch.load(folder / CHECKPOINT, weights_only=True)["state"]
    return state

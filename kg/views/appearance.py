"""How each class of node looks: colours that the colour-blind can tell apart, and a shape of its own.

Source: the palette of Okabe and Ito (2008), "Color Universal Design"; classes that share a hue differ in shape.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType

from kg.vocab import PARENT


@dataclass(frozen=True)
class Look:
    """The shape of a class's nodes and their colour on a light and on a dark ground."""

    shape: str
    light: str
    dark: str


_EVENT = Look("spark", "#8a8a8a", "#a8a8a8")
LOOKS: Mapping[str, Look] = MappingProxyType(
    {
        "Agent": Look("ring", "#0072b2", "#4ea6dc"),
        "Person": Look("circle", "#0072b2", "#4ea6dc"),
        "State": Look("square", "#d55e00", "#f0813a"),
        "Organization": Look("hexagon", "#009e73", "#2fc79a"),
        "InternationalOrganization": Look("diamond", "#009e73", "#2fc79a"),
        "GovernmentBody": Look("hexagon", "#b87f00", "#e69f00"),
        "ArmedGroup": Look("triangleDown", "#3d3d3d", "#c9c9c9"),
        "PoliticalGroup": Look("pentagon", "#7a4e2d", "#c99b73"),
        "MediaOrganization": Look("bar", "#56707f", "#9db8c7"),
        "Company": Look("page", "#56707f", "#9db8c7"),
        "Place": Look("triangle", "#2b93c9", "#7fc9f2"),
        "Position": Look("ring", "#6b6b6b", "#b5b5b5"),
        "Issue": Look("plus", "#7b3f8c", "#c58fd4"),
        "Threat": Look("burst", "#7b3f8c", "#c58fd4"),
        "Agreement": Look("page", "#998a00", "#f0e442"),
        "Meeting": Look("star", "#c4559a", "#e08fc0"),
    }
)


def look(kind: str) -> Look:
    """Return how nodes of the class ``kind`` look; the types of events share one look."""
    return LOOKS.get(kind, _EVENT)


def words(term: str) -> str:
    """Return a term of the ontology in plain words: ``takesPlaceIn`` → ``takes place in``."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", term)
    return spaced.lower() if term[:1].islower() else spaced[:1] + spaced[1:].lower()


def class_records(kinds: set[str]) -> list[dict[str, str]]:
    """Return name, plain words and look of ``kinds``, in the order of the ontology and then of the alphabet."""
    order = {kind: i for i, kind in enumerate(PARENT)}
    ranked = sorted(kinds, key=lambda kind: (order.get(kind, len(order)), kind))
    return [{"name": kind, "label": words(kind), **asdict(look(kind))} for kind in ranked]

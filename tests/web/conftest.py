"""What tests of the server share: the sample articles, served."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from kg.rdf.options import Options
from kg.web.app import create_app
from kg.web.library import Library
from tests.rdf.samples import sample_graph

OPTIONS = Options(text="full", spans=True)


@pytest.fixture(scope="session")
def library() -> Iterator[Library]:
    """Return the library of the sample articles."""
    with Library(sample_graph(), options=OPTIONS) as made:
        yield made


@pytest.fixture(scope="session")
def client(library: Library) -> Iterator[TestClient]:
    """Return a client of a server of the sample articles."""
    app = create_app(library, timeout_s=20, max_bytes=300_000)
    with TestClient(app, base_url="http://localhost", follow_redirects=False) as made:
        yield made

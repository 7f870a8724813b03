"""What tests of the server share: the sample articles, served."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import uvicorn
from starlette.testclient import TestClient

from kg.rdf.options import Options
from kg.web.app import create_app
from kg.web.library import Library
from tests.rdf.samples import sample_graph
from tests.web.hostile import hostile_graph

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


@pytest.fixture(scope="session")
def hostile_library() -> Iterator[Library]:
    """Return the library of articles whose every text is hostile."""
    with Library(hostile_graph(), options=OPTIONS) as made:
        yield made


@contextmanager
def running(library: Library, **limits: float) -> Iterator[str]:
    """Run a real server of ``library`` at this machine's own address and give its address."""
    server = uvicorn.Server(uvicorn.Config(create_app(library, **limits), log_level="error", server_header=False))
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()

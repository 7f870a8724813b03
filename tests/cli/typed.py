"""The command ``kg`` as a user types it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner

from kg.cli import app
from kg.errors import KgError

GOOD = {"id": "good", "text": "France and Germany signed an agreement in Oslo on Monday.", "date": "2021-03-10"}


def kg(*arguments: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=300, check=False)


def run(*arguments: object) -> tuple[int, str, str]:
    """Run the command in this process, which has the model loaded."""
    result = CliRunner().invoke(app, [str(a) for a in arguments])
    if isinstance(result.exception, KgError):
        return 1, result.stdout, f"kg: {result.exception}\n"
    return result.exit_code, result.stdout, result.stderr


def write(path: Path, *items: object) -> Path:
    path.write_text("\n".join(item if isinstance(item, str) else json.dumps(item) for item in items), "utf-8")
    return path

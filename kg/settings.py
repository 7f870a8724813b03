"""Settings of a run, from the environment (``KG_BASE``, ``KG_WORKERS`` ...) unless given."""

from __future__ import annotations

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict

from kg.vocab import BASE


class Settings(BaseSettings):
    """What a user may set once for all commands.

    ``workers`` 0 means as many as there are cores, for as many articles as make it worth while.
    """

    model_config = SettingsConfigDict(env_prefix="KG_", extra="ignore")

    base: str = BASE
    model: Path | None = None
    gazetteer: Path | None = None
    lexicon: Path | None = None
    workers: int = 0
    max_bytes: int = 512_000_000
    max_characters: int = 1_000_000
    timeout_s: float = 30.0
    max_rows: int = 10_000

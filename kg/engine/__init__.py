"""Where a build runs: a map over articles, in this process, a pool of them, or a cluster."""

from kg.engine._part import Failure, Tables

__all__ = ["Failure", "Tables"]

"""Measurements as ratios within one run; not part of the normal suite: pytest tests/benchmarks -o addopts=."""

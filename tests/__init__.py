"""Tests, mirroring kg/ file by file."""

"""Tests of kg/rdf/, file by file."""

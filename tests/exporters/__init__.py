"""Tests of kg/exporters/, file by file."""

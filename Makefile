PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin

.PHONY: demo test lint assets

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(RUN)/pip install --quiet --upgrade pip
	$(RUN)/pip install --quiet --editable '.[dev]'
	touch $@

demo: $(VENV)/.installed
	$(RUN)/kg build data/articles --out out

test: $(VENV)/.installed
	$(RUN)/python -m pytest

lint: $(VENV)/.installed
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
	$(RUN)/mypy

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin
PIP := $(RUN)/pip --quiet --disable-pip-version-check install

.PHONY: demo test lint assets clean

$(RUN)/pip:
	$(PYTHON) -m venv $(VENV)

# What a user installs, and what a developer does: a change of pyproject.toml installs again.
$(VENV)/.user: pyproject.toml | $(RUN)/pip
	$(PIP) --editable .
	touch $@

$(VENV)/.dev: pyproject.toml | $(RUN)/pip
	$(PIP) --editable '.[dev]'
	touch $@ $(VENV)/.user

demo: $(VENV)/.user
	$(RUN)/kg build data/articles --out out

test: $(VENV)/.dev
	$(RUN)/python -m pytest

lint: $(VENV)/.dev
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
	$(RUN)/mypy

# Third-party scripts: sigma.js for the view of a large graph at once, YASGUI for the query page of the server.
assets:
	cd frontend && npm ci --no-audit --no-fund && npm run build

clean:
	rm -rf $(VENV) out dist build

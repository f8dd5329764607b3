# Two commands set everything up on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DATA ?= ../shared/data
LEDGER ?= demo.db
# A file’s tests stay together: they share a server, a browser, a database.
SPREAD := -n auto --dist loadfile

.PHONY: demo install test check format lint types imports docs long bench score models lock clean
.DEFAULT_GOAL := help

help: ## show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: $(VENV)/installed ## install tenu here, read the sample releases, show the ledger
	$(BIN)/tenu demo --ledger $(LEDGER)

install: $(VENV)/installed ## install tenu in its own virtual environment

test: $(VENV)/check ## run every test, on all cores
	$(BIN)/pytest $(SPREAD)

check: $(VENV)/check format lint types imports ## format, lint, types, import direction, tests and docs
	$(BIN)/pytest $(SPREAD)

format: $(VENV)/check
	$(BIN)/ruff format --check src tests models score bench

lint: $(VENV)/check
	$(BIN)/ruff check src tests models score bench

types: $(VENV)/check
	$(BIN)/mypy src tests

imports: $(VENV)/check
	$(BIN)/lint-imports --no-cache

docs: $(VENV)/check ## whether the pages show what the program does (part of the tests)
	$(BIN)/pytest tests/test_manual.py

long: $(VENV)/check ## the tests that take minutes
	$(BIN)/pytest -m long --override-ini 'addopts=-q --strict-markers --import-mode=importlib'

bench: $(VENV)/check ## speed and memory, as ratios within one run
	for script in bench/*.py; do $(BIN)/python $$script || exit 1; done

score: $(VENV)/check ## how well the reading does on every marked set, with claims gained and lost
	$(BIN)/python score/all.py

models: $(VENV)/check ## rebuild the parsers from the treebanks (hours)
	$(BIN)/pip install --quiet --require-hashes -r requirements/models.txt
	TENU_DATA=$(abspath $(DATA)) $(BIN)/python models/build.py

lock: ## lock the dependencies with hashes
	uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements/run.txt
	uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header pyproject.toml --group check \
	    -c requirements/run.txt -o requirements/check.txt
	uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header pyproject.toml --group models \
	    -c requirements/run.txt -o requirements/models.txt
	printf 'hatchling\neditables\n' | uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header - \
	    -o requirements/build.txt

$(VENV)/python:
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/installed: $(VENV)/python requirements/run.txt requirements/build.txt pyproject.toml
	$(BIN)/pip install --quiet --require-hashes -r requirements/run.txt -r requirements/build.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q src # every command starts faster, also where Python is told to write no bytecode
	touch $@

$(VENV)/check: $(VENV)/installed requirements/check.txt
	$(BIN)/pip install --quiet --require-hashes -r requirements/check.txt
	touch $@

clean:
	rm -rf $(VENV) build dist demo.db*

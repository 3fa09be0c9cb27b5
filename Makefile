# copydesk: the two commands are `make demo` and `make test`. Everything lives in .venv beside this file.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do command -v $$p >/dev/null 2>&1 && \
    $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
.DEFAULT_GOAL := help

.PHONY: help setup demo test lint types bench clean

help:  ## say what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/'

setup: $(VENV)/.ready  ## make .venv with copydesk and its tools

$(VENV)/.ready: pyproject.toml
	@test -n "$(PYTHON)" || { echo "copydesk needs Python 3.11 or newer: apt-get install python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	    if [ "$$(id -u)" = 0 ]; then apt-get update -qq && apt-get install -y -qq python3-venv; \
	    else echo "Python's venv module is missing: sudo apt-get install python3-venv"; exit 1; fi; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: setup  ## build the bundled pile of pages and its report (into demo/)
	rm -rf demo
	$(BIN)/copydesk build examples/summit/pages --case demo/case
	$(BIN)/copydesk report demo/case --out demo/report
	@echo
	@echo "The report:  $(CURDIR)/demo/report/index.html"
	@echo "The case:    demo/case   (try: $(BIN)/copydesk show demo/case --help)"

test: setup  ## check style and types, then run every test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto

lint: setup  ## mend style where that can be done, and say the rest
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/mypy

bench: setup  ## measure quality and speed, and hold the pinned floors
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	$(BIN)/python -m benchmarks

clean:  ## remove what make has made
	rm -rf $(VENV) demo dist .mypy_cache .ruff_cache .pytest_cache

# The whole project from the command line; `make help` lists the targets.
# RAW_DIR and WAREHOUSE_DIR move the input and the output of every target.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 3000

# A stamp carries its lock file's checksum: a changed lock installs anew, an unchanged one costs nothing.
# The development lock holds all of the other one, so its stamp serves for both.
checksum = $(shell cksum $(1) | tr ' ' '-' | cut -d- -f1,2)
RUN_STAMP := $(VENV)/.installed-$(call checksum,requirements.lock)
DEV_STAMP := $(VENV)/.installed-dev-$(call checksum,requirements-dev.lock)
STAMP := $(if $(wildcard $(DEV_STAMP)),$(DEV_STAMP),$(RUN_STAMP))
# The lock files are complete, so pip need not resolve anything; old versions of it stumble over extras if it does.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input --no-deps --require-hashes

.DEFAULT_GOAL := help
.PHONY: help prepare refresh ui rollback test lint bench docs lock clean

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

prepare: $(STAMP)  ## what Dagster's own commands need: the parsed dbt project, DAGSTER_HOME
	@$(BIN)/python -m dagster_project.commands.prepare

refresh: $(STAMP)  ## read RAW_DIR and publish WAREHOUSE_DIR/hanoi.duckdb
	@$(BIN)/python -m dagster_project.commands.refresh

ui: $(STAMP)  ## Dagster's web UI with its schedule and sensor, on 127.0.0.1:$(PORT)
	@$(BIN)/python -m dagster_project.commands.ui --port $(PORT)

rollback: $(STAMP)  ## put the version published before back in place
	@$(BIN)/python -m dagster_project.commands.rollback

# In the order of the folders: the slow files come first, many small ones fill the end.
test: $(DEV_STAMP)  ## every test, a file to a processor
	@$(BIN)/python -m pytest --numprocesses=logical --maxprocesses=4 --dist=loadfile --no-loadscope-reorder $(ARGS)

lint: $(DEV_STAMP)  ## ruff, mypy --strict, sqlfluff
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/sqlfluff lint dbt

bench: $(DEV_STAMP)  ## the measurements of tests/benchmarks
	@for bench in tests/benchmarks/bench_*.py; do \
		echo "== $$bench"; $(BIN)/python -m $$(echo $${bench%.py} | tr / .) $(ARGS) || exit 1; done

docs: $(STAMP)  ## dbt's documentation site, in dbt/target
	@$(BIN)/python -m dagster_project.commands.docs

lock: $(DEV_STAMP)  ## resolve the dependencies of pyproject.toml anew
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@$(BIN)/uv pip compile pyproject.toml --group dev $(LOCK_FLAGS) --output-file requirements-dev.lock
	@$(BIN)/uv pip compile pyproject.toml --constraint requirements-dev.lock $(LOCK_FLAGS) \
		--output-file requirements.lock

LOCK_FLAGS := --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --quiet

clean:  ## remove what was made, but for the virtual environment and the published database
	@rm -rf warehouse/build warehouse/lake dbt/target dbt/logs logs .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Python 3.11 or newer is needed; '$(PYTHON)' is $$($(PYTHON) --version 2>&1)." \
			"Name another one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
		echo "Python's venv module is not complete (on Debian: apt-get install python3-venv)." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(RUN_STAMP): $(BIN)/python
	@echo "Installing what is needed into $(VENV) (once, about a minute) ..."
	@$(INSTALL) -r requirements.lock
	@rm -f $(VENV)/.installed-[0-9]* && touch $@

$(DEV_STAMP): $(BIN)/python
	@echo "Installing what development needs into $(VENV) (once, about a minute) ..."
	@$(INSTALL) -r requirements-dev.lock
	@rm -f $(VENV)/.installed-* && touch $@

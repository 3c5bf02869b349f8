# Plain `make` prints the targets. Everything below needs Python 3.11 or newer and make, nothing else:
# the first run builds .venv, later runs see from a stamp that nothing changed.

PYTHON ?= python3
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help setup assets run manage sample messages test test-all spark screens check bench dist lock docs format clean

BIN := .venv/bin
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-package vitalfew --no-header --no-annotate
UPGRADE ?=
# All but Spark, which is 470 MB: `make spark` adds it.
EXTRAS := --extra database --extra dev --extra store
# DjangoCRM is of Python 3.12; the driver of MySQL that it names would be built from its source, and SQLite is what it is measured on.
CRM := bench/peers/djangocrm

help:  ## print these targets
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup:  ## build or refresh .venv (every other target does it by itself)
	@$(PYTHON) scripts/bootstrap.py

assets: setup  ## build charts, icons and type anew (set-up does it once; needs npm's registry)
	@$(BIN)/python scripts/build_assets.py

run: setup  ## build the example company once and serve the application (PORT=8000)
	@$(BIN)/python scripts/run.py

manage: setup  ## a command on the data of `make run` (ARGS=remove_demo takes the example company away)
	@$(BIN)/python scripts/run.py $(ARGS)

sample: setup  ## the engine alone: a sample company in a store, graded month by month, and the report
	@$(BIN)/python scripts/run_sample.py

messages: setup  ## bring the translations of the web application in line with its source
	@$(BIN)/python scripts/messages.py update
	@$(BIN)/python scripts/messages.py compile

test: setup  ## run all tests (ARGS="-k name" narrows them)
	@$(BIN)/python -m pytest -n 2 $(ARGS)

test-all: setup  ## the journeys through the pages in every language, size and appearance
	@VF_LOOKS=all $(BIN)/python -m pytest -n 2 web/tests/browser $(ARGS)

spark: setup  ## the tests that need Spark, after adding it to .venv (470 MB; it runs on Java 17 or newer)
	@$(BIN)/python scripts/add_packages.py requirements/spark.txt
	@VF_REQUIRE="$${VF_REQUIRE:+$$VF_REQUIRE,}spark" $(BIN)/python -m pytest engine/tests/spark $(ARGS)

screens: setup  ## a picture of every page in every state into build/screens
	@rm -rf build/screens
	@$(BIN)/python -m pytest -q -n 2 -p no:randomly web/tests/browser/screens.py $(ARGS)

check: setup  ## format, lint, types, import contracts, documentation
	@$(BIN)/ruff format --check --output-format concise .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python scripts/build_reference.py --check
	@$(BIN)/python scripts/check_docs.py

format: setup  ## let ruff write the code in house style
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

bench: setup  ## CPU seconds as ratios to one plain group-by
	@$(BIN)/python -m bench $(ARGS)

dist: setup  ## build the engine's wheel into dist/
	@rm -rf dist
	@$(BIN)/python scripts/build_wheel.py dist

lock: setup  ## write the requirements anew (UPGRADE=--upgrade takes newer versions)
	@$(COMPILE) $(UPGRADE) requirements/uv.in -o requirements/uv.txt
	@$(COMPILE) $(UPGRADE) requirements/node.in -o requirements/node.txt
	@$(COMPILE) $(UPGRADE) requirements/dev.in engine/pyproject.toml web/pyproject.toml $(EXTRAS) -o requirements/dev.txt
	@$(COMPILE) engine/pyproject.toml --extra database --extra store -c requirements/dev.txt -o requirements/engine.txt
	@$(COMPILE) engine/pyproject.toml --extra spark -c requirements/dev.txt -o requirements/spark.txt
	@$(COMPILE) web/pyproject.toml -c requirements/dev.txt -o requirements/web.txt
	@for file in $(filter-out $(CRM).in, $(wildcard bench/peers/*.in bench/picture/*.in)); do \
		$(COMPILE) $(UPGRADE) $$file -o $${file%.in}.txt; done
	@$(COMPILE:3.11=3.12) --no-emit-package mysqlclient $(UPGRADE) $(CRM).in -o $(CRM).txt

docs: setup  ## write the reference and what the examples print anew, check links
	@$(BIN)/python scripts/build_reference.py
	@$(BIN)/python scripts/run_examples.py
	@$(BIN)/python scripts/check_docs.py

clean:  ## remove what was built, .venv too
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

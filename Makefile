# Thin names for what is run by hand and on every change. `make site` and `make test` need CPython 3.11 or later; what
# else they need they install into .venv, checked against the hashes of the lock.
.SUFFIXES:
.PHONY: site test check serve evaluate lint fast marked lock clean environment test-environment node-packages screenshots

PYTHON ?= python3
WORKERS ?= 0
BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest

site: environment
	@$(BIN)/briefing build

check: environment
	@$(BIN)/briefing check

serve: environment
	@$(BIN)/briefing serve

test: lint fast marked

lint: test-environment
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The default part: no model, no browser, no whole site.
fast: test-environment
	$(PYTEST) -q

# The rest, with the language model. Without Chromium the browser tests are skipped and the last line says so, and so
# are those that need Node; REQUIRE_BROWSER=1 makes either a failure. WORKERS=2 takes two processes, each of which runs
# whole files; what they share is made once (tests/once.py).
marked: test-environment node-packages
	$(PYTEST) -q -n $(WORKERS) --dist loadfile -m "site or browser or slow or model"

# What `briefing extract` finds, against gold written by hand: the project's own, or `make evaluate GOLD=DIR`.
evaluate: test-environment
	@$(BIN)/python -m tests.evaluate $(if $(GOLD),"$(GOLD)")

# Eight page kinds at three sizes, to be looked at, into build/screenshots.
screenshots: test-environment site
	@$(BIN)/python -m tests.screenshots

clean:
	rm -rf site site.briefing-* .cache .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find build/docs -mindepth 1 -not -name .gitignore -not -name CNAME -delete

environment:
	@$(PYTHON) .ci/environment.py requirements.lock requirements-dev.lock

test-environment:
	@$(PYTHON) .ci/environment.py requirements-dev.lock

node-packages:
	@$(PYTHON) .ci/node_packages.py

COMPILE := $(BIN)/uv pip compile pyproject.toml --group build --generate-hashes --universal --python-version 3.11 \
  --no-emit-index-url --no-emit-find-links --no-header --no-progress --quiet --upgrade

# Takes the newest releases that pyproject.toml allows and writes both lock files.
lock: test-environment
	$(COMPILE) -o requirements.lock
	$(COMPILE) --group dev -c requirements.lock -o requirements-dev.lock

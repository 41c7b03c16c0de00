# make        set everything up in .venv and make every document of the sample
# make test   set up what the tests need (Debian: apt, as root or with sudo) and run all of them
# make bench  measure ours against the peers, in one interleaved run
# make lock   resolve the dependencies anew

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
PIP = $(BIN)/python -m pip --disable-pip-version-check --quiet
COMPILE = $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header --extra build --extra site

.DEFAULT_GOAL := all
.PHONY: all test lint pytest site newest bench lock clean

all: $(VENV)/.installed
	$(BIN)/lowcapdocs all

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("需要 Python 3.11 或更新的版本。" if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ $(SUDO) apt-get update -qq && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python requirements.lock pyproject.toml
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed requirements-test.lock
	$(PIP) install --require-hashes -r requirements-test.lock
	@touch $@

test: $(VENV)/.installed-test
	sh tests/setup.sh
	$(MAKE) lint site pytest newest

lint: $(VENV)/.installed-test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

site: $(VENV)/.installed
	$(BIN)/lowcapdocs site build

pytest: $(VENV)/.installed-test
	$(BIN)/pytest -n 2 --dist loadgroup --durations=25 --durations-min=5

newest: $(VENV)/.installed-test
	sh tests/newest.sh

bench: $(VENV)/.installed-test
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.site
	$(BIN)/python -m tests.bench.search 1000 5000

lock: $(VENV)/bin/python
	$(PIP) install uv
	$(COMPILE) pyproject.toml -o requirements.lock
	$(COMPILE) --extra test -c requirements.lock pyproject.toml -o requirements-test.lock

clean:
	rm -rf build dist $(VENV)

# The two commands: `make demo` and `make test`. Everything else is for developers.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
OUT    := out/demo

.PHONY: demo test test-all setup system lint types check bench package translations clean

demo: setup
	$(BIN)/python scripts/demo.py --out $(OUT)

test: setup check
	$(BIN)/python -m pytest -n 2 --dist loadgroup

test-all: setup check
	$(BIN)/python -m pytest -m "slow or not slow"

setup: system $(STAMP)

system:
	@$(PYTHON) scripts/check_system.py

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --constraint constraints.txt --editable ".[dev]"
	@touch $@

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

check: lint types

bench: setup
	$(BIN)/python -m benchmarks

package: setup
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --constraint constraints.txt --editable ".[package]"
	$(BIN)/python scripts/package.py

translations: setup
	$(BIN)/python scripts/translations.py $(LANGUAGES)

clean:
	rm -rf build dist out .mypy_cache .ruff_cache .pytest_cache

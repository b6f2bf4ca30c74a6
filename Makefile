# goldwire: `make review` opens the sample corpus, `make test` runs every test, `make check` is what CI checks first.
PYTHON ?= python3
VENV := .venv
READY := $(VENV)/.ready
BIN := $(VENV)/bin

.PHONY: review test check format readme snapshots lock clean

review: $(READY)
	$(BIN)/goldwire review seeds

# Many tests wait for real programs: three at a time take half as long.
test: $(READY)
	$(BIN)/python -m pytest --numprocesses 3 --dist worksteal

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Remakes what README shows of the app: its picture, its tour and its key table.
readme: $(READY)
	$(BIN)/python -m examples.picture
	$(BIN)/python -m examples.tour
	$(BIN)/python -m examples.keys

# Writes down anew what every screen shows at every size: look at what changed before it is committed.
snapshots: $(READY)
	$(BIN)/python -m tests.end_to_end.snapshots

# Remakes the lock for Python 3.11 to 3.13, with hashes and no address in it; needs uv.
lock:
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" -o requirements.lock

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(0 if (3, 11) <= v <= (3, 13) else \
		f"goldwire needs Python 3.11 to 3.13, this is {v[0]}.{v[1]}: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache

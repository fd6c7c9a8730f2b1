# Everything runs from a bare checkout with Python >= 3.11: the targets set up what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: serve site test check lock picture clean

serve: $(VENV)/ready ## set up, and serve both editions with reload on http://127.0.0.1:8000
	$(BIN)/mkdocs serve

site: $(VENV)/ready ## build site/, both editions, strictly
	$(BIN)/mkdocs build --strict

test: $(VENV)/ready ## set up, and run every test, browser and documents included
	@tests/debian-packages.sh $(SUDO)
	$(BIN)/ruff check macros tests
	$(BIN)/ruff format --check macros tests
	$(BIN)/mypy
	$(BIN)/pytest

check: $(VENV)/ready ## check the content only
	$(BIN)/python -m macros check

lock: $(VENV)/ready ## renew requirements.lock from pyproject.toml
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra test --universal --generate-hashes --python-version 3.11 \
		--custom-compile-command "make lock" --upgrade --quiet -o requirements.lock

picture: $(VENV)/ready ## renew the picture in the README
	@tests/debian-packages.sh $(SUDO)
	$(BIN)/python -m tests.picture

$(VENV)/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

clean:
	rm -rf $(VENV) site build .cache

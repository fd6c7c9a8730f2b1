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
	$(BIN)/ruff check macros tests bench
	$(BIN)/ruff format --check macros tests bench
	$(BIN)/mypy
	$(BIN)/pytest

check: $(VENV)/ready ## check the content only
	$(BIN)/python -m macros check

lock: $(VENV)/ready ## renew both lock files
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra test --universal --generate-hashes --python-version 3.11 \
		--custom-compile-command "make lock" --upgrade --quiet -o requirements.lock
	$(NPM) update --ignore-scripts --omit-lockfile-registry-resolved --no-audit --no-fund

picture: $(VENV)/ready ## renew the picture in the README
	@tests/debian-packages.sh $(SUDO)
	$(BIN)/python -m tests.picture

$(VENV)/ready: $(VENV)/installed docs/theme/assets/search/worker.js
	@touch $@

$(VENV)/installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# The search is bundled where the theme picks it up. Node comes with the Python packages
NPM := cd search && PATH="$(CURDIR)/$(BIN):$$PATH" npm --loglevel=error

docs/theme/assets/search/worker.js: search/node_modules/ready $(wildcard search/*.js)
	$(NPM) run --silent build -- --log-level=warning

search/node_modules/ready: search/package.json search/package-lock.json $(VENV)/installed
	$(NPM) ci --ignore-scripts --no-audit --no-fund
	@touch $@

clean:
	rm -rf $(VENV) site build .cache search/node_modules docs/theme/assets/search

# Everything runs from a bare checkout with Python >= 3.11: the targets set up what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

# Known holes that cannot be used against a site of files: --ignore-vuln ID, with the reason in a comment here
AUDIT_IGNORE :=

TOOL_LOCK := --universal --generate-hashes --python-version 3.11 --custom-compile-command "make lock" --upgrade --quiet

.PHONY: serve site zip test lint-python lint-browser bench check lock picture audit canary clean

serve: $(VENV)/ready ## set up, and serve both editions with reload on http://127.0.0.1:8000
	$(BIN)/mkdocs serve

site: $(VENV)/ready ## build site/, both editions, strictly
	$(BIN)/mkdocs build --strict

zip: $(VENV)/ready ## a copy that opens from a disk or a shared folder: build/strategisk-mot-akrim.zip
	$(BIN)/python -m macros zip build/strategisk-mot-akrim.zip

test: $(VENV)/ready tests/node/node_modules/ready ## set up, and run every test, browser and documents included
	@tests/debian-packages.sh $(SUDO)
	@$(MAKE) --no-print-directory --jobs=2 --output-sync lint-python lint-browser
	$(BIN)/pytest -n auto --dist loadgroup

lint-python:
	$(BIN)/ruff check macros tests bench tools
	$(BIN)/ruff format --check macros tests bench tools
	$(BIN)/mypy

lint-browser:
	cd browser && $(NPM) run --silent lint && $(NPM) run --silent types

bench: export NO_MKDOCS_2_WARNING := 1
bench: $(VENV)/ready bench/lighthouse/node_modules/ready ## print every figure the README promises; a quarter of an hour
	@tests/debian-packages.sh $(SUDO)
	$(BIN)/python -m bench.site
	$(BIN)/python -m bench.lighthouse
	$(BIN)/python -m bench.search
	$(BIN)/python -m bench.catalogue
	$(BIN)/python -m bench.documents
	$(BIN)/python -m bench.builder

check: $(VENV)/ready ## check the content only
	$(BIN)/python -m macros check

lock: $(VENV)/ready ## renew requirements.lock from pyproject.toml, and the locks of the tools in locks/
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra test --extra tools --universal --generate-hashes --python-version 3.11 \
		--custom-compile-command "make lock" --upgrade --quiet -o requirements.lock
	$(BIN)/uv pip compile locks/audit.in $(TOOL_LOCK) -o locks/audit.lock
	$(BIN)/uv pip compile pyproject.toml locks/canary.in $(TOOL_LOCK) -o locks/canary.lock
	for folder in browser bench/lighthouse tests/node; do (cd $$folder && \
		$(NPM) update --ignore-scripts --omit-lockfile-registry-resolved --no-audit --no-fund) || exit 1; done

audit: $(VENV)/ready build/audit/ready ## known holes in what we depend on (asks the network)
	for lock in requirements.lock locks/canary.lock; do \
		build/audit/bin/pip-audit --disable-pip --require-hashes -r $$lock $(AUDIT_IGNORE) || exit 1; done
	@# Where the registry has no audit to give, that is said, and is no hole
	@for lock in $$(git ls-files '*package-lock.json'); do \
		echo "npm audit: $$lock"; \
		said=$$(cd "$$(dirname "$$lock")" && $(NPM) audit 2>&1) && found= || found=1; \
		echo "$$said"; \
		[ -z "$$found" ] || echo "$$said" | grep -q "audit endpoint returned an error" || exit 1; \
	done

canary: $(VENV)/ready build/canary/ready ## build the site with ProperDocs and with Zensical, and report what is lost there
	$(BIN)/python -m macros write build/canary/project
	$(BIN)/python -m tools.canary build/canary/bin build/canary/project

.PRECIOUS: build/%/ready
build/%/ready: locks/%.lock
	$(PYTHON) -m venv build/$*
	build/$*/bin/pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

picture: $(VENV)/ready ## renew the picture in the README
	@tests/debian-packages.sh $(SUDO)
	$(BIN)/python -m tools.picture

$(VENV)/ready: $(VENV)/installed docs/theme/assets/scripts/site.js docs/theme/assets/styles.css
	@touch $@

$(VENV)/installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# Node comes with the Python packages
NPM := PATH="$(CURDIR)/$(BIN):$$PATH" npm --loglevel=error

# What runs in the browser, and where pages get their classes from
SCRIPTS := browser/bundle.js $(wildcard browser/*/*.js)
STYLED := $(SCRIPTS) $(wildcard docs/theme/*.html docs/theme/partials/*.html macros/pages/*.py macros/site/*.py)

# What is bundled lies where the theme picks it up. One target stands for all scripts: they are bundled together
docs/theme/assets/scripts/site.js: browser/node_modules/ready $(SCRIPTS)
	cd browser && $(NPM) run --silent build

docs/theme/assets/styles.css: browser/node_modules/ready browser/styles.js $(wildcard browser/styles/*.css) $(STYLED)
	cd browser && $(NPM) run --silent styles -- "$$(../$(BIN)/python -c 'import material; print(*material.__path__)')/templates"

%/node_modules/ready: %/package.json %/package-lock.json $(VENV)/installed
	cd $* && $(NPM) ci --ignore-scripts --no-audit --no-fund
	@touch $@

clean:
	rm -rf $(VENV) site build .cache browser/node_modules bench/lighthouse/node_modules tests/node/node_modules docs/theme/assets/scripts docs/theme/assets/styles.css

# Reconnect: `make run` starts it, `make test` proves it. Both install what they need the first time.
#
#   PYTHON=python3.12   the Python to make the virtual environment with (3.11 or later)
#   ARGS="--demo"       arguments for what is run
#
# Each step leaves a stamp in the virtual environment and is done again only when what it rests on is newer.

SHELL := /bin/sh
.SHELLFLAGS := -ec
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?=
CANDIDATES := $(or $(PYTHON),python3 python3.13 python3.12 python3.11)
ARGS ?=
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input

FORMS := $(patsubst ui/%.ui,reconnect_desktop/views/forms/%.py,$(wildcard ui/*.ui)) \
  $(patsubst %.po,%.mo,$(wildcard resources/translations/*.po))
PURPOSE := $(if $(filter run,$(MAKECMDGOALS)),run,test)
PYTHON_FILES := reconnect_desktop ui tests benchmarks packaging docs .ci

.PHONY: help
help: ## List what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: run
run: $(VENV)/.can-run $(VENV)/.installed $(FORMS) ## Start Reconnect (ARGS="--demo" opens a sample journal)
	@$(BIN)/reconnect-desktop $(ARGS)

.PHONY: test
test: check ## Run every check and every test (ARGS="tests/views -x" narrows the tests)
	@$(alone) $(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)

.PHONY: test-offline
test-offline: $(VENV)/.tools $(FORMS) ## Run every test without a network, and trace that none is asked for
	@$(BIN)/python -m tests.offline $(ARGS)

.PHONY: check
check: $(VENV)/.tools $(FORMS) ## Lint, format, types and layers
	@$(BIN)/ruff check --quiet $(PYTHON_FILES)
	@$(BIN)/ruff format --quiet --check $(PYTHON_FILES) || { echo "'make format' does it."; exit 1; }
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

.PHONY: format
format: $(VENV)/.tools ## Format the code, and mend what the linter can mend
	@$(BIN)/ruff check --fix --quiet $(PYTHON_FILES) || true
	@$(BIN)/ruff format $(PYTHON_FILES)

.PHONY: form
form: $(VENV)/.installed ## Compile every form in ui/ anew
	@rm -f reconnect_desktop/views/forms/*.py
	@$(BIN)/python ui/compile.py

.PHONY: translations
translations: $(VENV)/.tools ## Collect every text of the screens into resources/translations/*.po
	@$(BIN)/python ui/translations.py

.PHONY: bench
bench: $(VENV)/.tools $(FORMS) ## Measure what must be fast
	@$(BIN)/python -m benchmarks $(ARGS)

.PHONY: bench-detection
bench-detection: $(VENV)/.bench $(FORMS) ## Measure how well dips and gaps are noticed (ARGS="--people 400 --seed 202 --hard")
	@$(BIN)/python -m benchmarks.detection $(ARGS)

.PHONY: campaign
campaign: $(VENV)/.tools $(FORMS) ## Pull the plug thousands of times (ARGS="-k power_cut", RECONNECT_SEED=7)
	@rm -f build/campaign.txt
	@RECONNECT_CAMPAIGN=long $(BIN)/python -m pytest tests/durability tests/storage/test_salvage.py $(ARGS)
	@cat build/campaign.txt

.PHONY: wheel
wheel: $(VENV)/.bundle ## Build wheel and sdist into dist/, and try both in clean environments
	@rm -rf dist/*.whl dist/*.tar.gz build/clean
	@$(BIN)/python -m hatchling build --directory dist
	@$(BIN)/twine check --strict dist/*.whl dist/*.tar.gz
	@for package in dist/*.whl dist/*.tar.gz; do \
	  echo "Trying $$package in a clean environment …"; \
	  $(BIN)/python -m venv --clear build/clean; \
	  build/clean/bin/python -m pip --quiet --disable-pip-version-check install "$$package"; \
	  build/clean/bin/reconnect-desktop --version; \
	  build/clean/bin/reconnect-desktop --journal build/clean/journal add call --minutes 25 --closeness 5; \
	  build/clean/bin/reconnect-desktop --journal build/clean/journal log; \
	done

.PHONY: bundle
bundle: $(VENV)/.can-bundle $(VENV)/.bundle $(FORMS) ## Build a program that needs no Python into dist/reconnect-desktop/, and try it
	@$(BIN)/pyinstaller --noconfirm --log-level ERROR --distpath dist --workpath build/pyinstaller build.spec
	@$(BIN)/python packaging/smoke.py dist/reconnect-desktop/reconnect-desktop

.PHONY: archive
archive: dist/reconnect-desktop/reconnect-desktop ## Pack the bundle that is there into one file, as this system has them
	@$(BIN)/python packaging/archive.py dist

.PHONY: deb
deb: dist/reconnect-desktop/reconnect-desktop ## Make a Debian package of the bundle that is there
	@$(BIN)/python packaging/deb/build.py dist

.PHONY: clean
clean: ## Remove everything make made, the virtual environment too
	rm -rf $(VENV) build dist .cache .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	rm -rf reconnect_desktop/views/forms
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Tests have no network where the system can do without: as root, or as anybody.
alone = $(shell for way in "unshare -n" "unshare -Un --map-current-user"; do $$way true 2>/dev/null && echo "$$way" && break; done)

# --- what the targets above rest on -----------------------------------------------------------------------------

# The environment is made anew where its Python is gone (after an upgrade of the system), or where another is asked for.
version := -c 'import sys; print(sys.version)'
ifneq ($(wildcard $(VENV)),)
  ifneq ($(shell test -x $(BIN)/python || echo gone),)
    remake := FORCE
  else ifneq ($(PYTHON),)
    ifneq ($(shell $(PYTHON) $(version) 2>/dev/null),$(shell $(BIN)/python $(version)))
      remake := FORCE
    endif
  endif
endif

.PHONY: FORCE
FORCE:

$(VENV)/pyvenv.cfg: $(remake)
	@for python in $(CANDIDATES); do \
	  if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$python; break; fi; \
	done; \
	if [ -z "$${found-}" ]; then \
	  echo "Reconnect needs Python 3.11 or later; none found (tried: $(CANDIDATES)). Install it, or name it: make run PYTHON=/path/to/python3" >&2; \
	  exit 1; \
	fi; \
	"$$found" .ci/system_packages.py venv $(PURPOSE); \
	echo "Making the virtual environment $(VENV) with $$("$$found" --version) …"; \
	"$$found" -m venv --clear $(VENV)

$(VENV)/.can-run $(VENV)/.can-test $(VENV)/.can-bundle: $(VENV)/.can-%: .ci/system_packages.py $(VENV)/pyvenv.cfg
	@$(BIN)/python .ci/system_packages.py $*
	@touch $@

offline := { echo "That did not work. Installing needs the network; once mended, make goes on where it stopped." >&2; exit 1; }

# The build hook compiles the forms, so what a build needs comes first; done without isolation it comes only once.
$(VENV)/.installed: pyproject.toml $(VENV)/pyvenv.cfg | $(VENV)/.can-test
	@echo "Installing Reconnect and what it needs (some 200 MB the first time) …"
	@$(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], "editables", sep="\n")' > $(VENV)/build-requirements.txt
	@$(PIP) install --requirement $(VENV)/build-requirements.txt || $(offline)
	@$(PIP) install --no-build-isolation --editable . || $(offline)
	@touch $@

$(VENV)/.tools: $(VENV)/.installed
	@echo "Installing the tools for tests and checks …"
	@$(PIP) install --no-build-isolation --editable '.[dev]' || $(offline)
	@touch $@

$(VENV)/.bench: $(VENV)/.tools
	@echo "Installing numpy and scipy, for simulated people …"
	@$(PIP) install --no-build-isolation --editable '.[bench]' || $(offline)
	@touch $@

$(VENV)/.bundle: $(VENV)/.tools
	@echo "Installing PyInstaller and twine, for packages …"
	@$(PIP) install --no-build-isolation --editable '.[bundle]' || $(offline)
	@touch $@

# Only where there is none: `make bundle` makes it anew.
dist/reconnect-desktop/reconnect-desktop:
	@$(MAKE) --no-print-directory bundle

# Compiling one compiles every form that is newer than its module.
reconnect_desktop/views/forms/%.py: ui/%.ui | $(VENV)/.installed
	@$(BIN)/python ui/compile.py

resources/translations/%.mo: resources/translations/%.po | $(VENV)/.installed
	@$(BIN)/python ui/compile.py

# The two commands a newcomer needs: `make run` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
HOME_DIR ?= var/home
PORT ?= 8000

.PHONY: run install test test-cluster test-postgresql check lint types layers unit bench lock clean

run: $(VENV)/.installed
	@$(BIN)/zhengnuo --home $(HOME_DIR) demo --port $(PORT)

install: $(VENV)/.installed

$(VENV)/.installed: requirements.lock pyproject.toml
	@sh .ci/environment.sh "$(PYTHON)" "$(VENV)" requirements.lock
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock pyproject.toml
	@sh .ci/environment.sh "$(PYTHON)" "$(VENV)" requirements-dev.lock
	@touch $@ $(VENV)/.installed

test: check unit

check: lint types layers

lint: $(VENV)/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

layers: $(VENV)/.installed-dev
	$(BIN)/lint-imports

unit: $(VENV)/.installed-dev
	@sh .ci/chromium.sh
	$(BIN)/pytest -n 2 --dist loadfile

# The same tests as of every engine, and those of failures, on three OpenSearch nodes; needs Java 17 and Maven.
test-cluster: $(VENV)/.installed-dev
	@sh .ci/cluster.sh $(BIN)/pytest tests/test_search_*.py -k opensearch

# The tests of the store and the graph, which run on PostgreSQL too where it is installed; root installs it.
test-postgresql: $(VENV)/.installed-dev
	@sh .ci/postgresql.sh
	$(BIN)/pytest tests/test_postgresql.py tests/test_corpus_store.py tests/test_corpus_store_graph.py tests/test_kg_*.py

bench: $(VENV)/.installed-dev
	$(BIN)/python -m bench

lock:
	uv pip compile --universal --generate-hashes --python-version 3.11 --no-header --no-annotate pyproject.toml -o requirements.lock
	uv pip compile --universal --generate-hashes --python-version 3.11 --no-header --no-annotate --extra dev pyproject.toml -o requirements-dev.lock

clean:
	rm -rf $(VENV) var build *.egg-info

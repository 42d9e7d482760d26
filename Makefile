# Targets are listed by `make help`. Each installs what it is missing (tools/setup.sh).
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/node_modules/.bin:$(HOME)/.cargo/bin:$(PATH)
CHROMEDRIVER ?= /usr/bin/chromedriver
WASM := --target wasm32-unknown-unknown

.PHONY: help run build test check oracle fuzz bench setup

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST)

run: ## builds the page and serves it on http://127.0.0.1:8080
	@tools/setup.sh build
	@echo "golanes: http://127.0.0.1:8080"
	@GOLANES_SERVE=1 trunk serve --offline --release

build: ## the release page in dist/, and the size of each file
	@tools/setup.sh build
	trunk build --offline --release
	@node tools/sizes.mjs dist

check: ## fast: format, lints for both targets, native tests
	cargo fmt --check
	cargo clippy --all-targets -- -D warnings
	cargo test -q

test: ## everything CI runs; needs no Go
	@tools/setup.sh test
	@CHROMEDRIVER=$(CHROMEDRIVER) tools/test.sh

oracle: ## installs real Go and rewrites all golden files from it
	tools/oracle.sh

fuzz: ## ten minutes for each fuzz target
	GOLANES_FUZZ_SECONDS=600 cargo test --release --test suite fuzz -- --nocapture --test-threads=1

bench: ## our speed beside real Go's, in one run
	tools/bench.sh

# `make` lists the targets. Each installs what it needs and is missing (tools/setup.sh says what and how long).

.PHONY: help serve check dist package reproducible test soak audit fuzz bench size clean
# The order of the steps matters, also under `make -j`.
.NOTPARALLEL:

CARGO = . tools/env.sh && cargo
DOC = . tools/env.sh && RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --lib
WASM = --target wasm32-unknown-unknown

help:
	@echo "make serve    the app on http://127.0.0.1:8080, reloading as files change"
	@echo "make check    formatting, lints and documentation, for this machine and for WebAssembly; licences and sources of crates"
	@echo "make dist     the release build, in dist/"
	@echo "make package  dist, and of it a package for npm and a zip for a server, and the crate: in target/package/"
	@echo "make test     check, dist and all tests, the browser tests included"
	@echo "make soak     ten thousand loads that go wrong, a thousand readers that come and go, a million documents: an hour"
	@echo "make audit    what has become known of the crates; needs the network"
	@echo "make reproducible  builds what is committed twice and compares every file"
	@echo "make fuzz     hostile input to the readers of all formats, for FUZZ_SECONDS (else half an hour)"
	@echo "make bench    loads it beside what one would take instead, and prints times and bytes"
	@echo "make size     what the network carries of dist/: raw, gzip and brotli, within the budget"
	@echo "make clean    remove what was built (not the installed tools)"

serve:
	@tools/setup.sh rust web
	@mkdir -p target
	@. tools/env.sh && exec trunk serve --ignore target --ignore tools --ignore tests

# Cheap ones first. The interface exists only for WebAssembly, most tests only natively, so both are linted.
check:
	@tools/setup.sh rust node deny
	$(CARGO) fmt --check
	$(CARGO) fetch --locked
	$(CARGO) deny --locked --offline check -D warnings licenses bans sources
	$(CARGO) clippy --locked --all-targets -- -D warnings
	$(CARGO) clippy --locked --no-default-features --lib -- -D warnings
	$(CARGO) clippy --locked $(WASM) --lib --bins -- -D warnings
	$(CARGO) clippy --locked $(WASM) --lib --bins --features split,embed -- -D warnings
	$(DOC)
	$(DOC) $(WASM)
	. tools/env.sh && tsc -p tools/jsconfig.json && tsc -p tools/jsconfig.node.json && tsc -p tools/jsconfig.worker.json

dist:
	@tools/setup.sh rust web split node
	tools/dist.sh

# The crate comes last, because cargo packs only what is committed. It is built as whoever depends on it will.
package: dist
	. tools/env.sh && node tools/package.mjs
	$(CARGO) package --locked
	@ls -l target/package/*.tgz target/package/*.zip target/package/*.crate

# The browser tests drive what `make dist` leaves in dist/.
test: check
	@tools/setup.sh web split node frameworks browser
	tools/dist.sh
	node tools/size.mjs
	$(CARGO) test --locked --no-fail-fast --lib --bins --test it
	$(CARGO) test --locked --doc
	tools/engines.sh

# What `make test` does with few, with many. SEED=2 draws others.
soak: dist
	@tools/setup.sh browser
	GATEFOLD_SEED=$(SEED) tools/soak.sh

reproducible:
	@tools/setup.sh rust web split node
	tools/reproducible.sh

audit:
	@tools/setup.sh rust deny
	tools/audit.sh

fuzz:
	@tools/setup.sh rust fuzz
	tools/fuzz.sh

bench: dist
	@tools/setup.sh bench
	node tests/bench/bench.mjs

size:
	@tools/setup.sh node
	@node tools/size.mjs

clean:
	rm -rf dist target tools/node_modules

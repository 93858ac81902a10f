# shellcheck shell=sh
# Sourced from the top of the repository: the versions of the build tools, and a PATH on which they come first.

TRUNK_VERSION=0.21.14
WASM_SPLIT_VERSION=0.2.4
GECKODRIVER_VERSION=0.37.1
CARGO_FUZZ_VERSION=0.13.2
CARGO_DENY_VERSION=0.20.2

# The command must be of exactly the version of the crate, else it refuses the module.
WASM_BINDGEN_VERSION=$(awk -F'"' '$2 == "wasm-bindgen" && /^name/ { getline; print $2; exit }' Cargo.lock)

# Per user and per version, so that several checkouts share them and nothing of the user's own is replaced.
GATEFOLD_TOOLS=${GATEFOLD_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/gatefold}

PATH=$PWD/tools/node_modules/.bin:$PATH
PATH=$GATEFOLD_TOOLS/wasm-bindgen-cli-$WASM_BINDGEN_VERSION/bin:$PATH
PATH=$GATEFOLD_TOOLS/trunk-$TRUNK_VERSION/bin:$PATH
PATH=$GATEFOLD_TOOLS/wasm_split_cli_support-$WASM_SPLIT_VERSION/bin:$PATH
PATH=$GATEFOLD_TOOLS/geckodriver-$GECKODRIVER_VERSION/bin:$PATH
PATH=$GATEFOLD_TOOLS/cargo-fuzz-$CARGO_FUZZ_VERSION/bin:$PATH
PATH=$GATEFOLD_TOOLS/cargo-deny-$CARGO_DENY_VERSION/bin:$PATH
# rustup's folder, for a shell that was opened before rustup was installed.
PATH=$PATH:${CARGO_HOME:-$HOME/.cargo}/bin
export PATH

# trunk asks the network for a newer version of itself otherwise.
export TRUNK_SKIP_VERSION_CHECK=true

# trunk takes only true and false here.
if [ -n "${NO_COLOR:-}" ]; then NO_COLOR=true; fi

# make's job server is not handed down to cargo, which would warn about that.
unset MAKEFLAGS

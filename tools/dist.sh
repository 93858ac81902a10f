#!/bin/sh
# The release build: dist/ holds static files for any web server, in any folder.
#
# The standard library is rebuilt for size, panics abort at once, and Debug prints nothing: a third less to download.
# That takes compiler options which are not stable yet, so they are set here alone: a plain `cargo build` and
# development need none of it, and keep their panic messages. The linker keeps its relocations, by which tools/split.mjs
# cuts off what is seldom wanted.
set -eu
cd "$(dirname "$0")/.."
. tools/env.sh

# Either would take the place of the flags below.
unset RUSTFLAGS CARGO_ENCODED_RUSTFLAGS

export RUSTC_BOOTSTRAP=1
export CARGO_UNSTABLE_BUILD_STD=std,panic_abort
export CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none -Clink-arg=--emit-relocs"

trunk build --release --locked --features split
# The same library behind the element, built while the app is finished.
cargo build --release --locked --target wasm32-unknown-unknown --bin gatefold-embed --features split,embed &
embed=$!
node tools/finish.mjs || { wait; exit 1; }
wait $embed
# Its folder is the app's, so this comes after that.
node tools/embed.mjs
# It names the files of the app as they are now.
node tools/worker.mjs

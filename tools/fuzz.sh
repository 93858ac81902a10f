#!/bin/sh
# Fuzzes the readers of all formats for FUZZ_SECONDS (else half an hour), in one process. What it finds is in
# target/fuzz/artifacts/, what it learned in target/fuzz/corpus/; `tools/fuzz.sh keep` puts the smallest inputs that reach
# everything reached into tests/fuzz/corpus/, which the tests replay.
set -eu
cd "$(dirname "$0")/.."
. tools/env.sh

# An own folder: its instrumented build has nothing in common with the others. No sanitizer, because no code is unsafe.
cargo_fuzz() {
    verb=$1
    shift
    cargo fuzz "$verb" --fuzz-dir tests/fuzz --target-dir target/fuzz/build --sanitizer none ingest "$@"
}

corpus=target/fuzz/corpus
kept=tests/fuzz/corpus
mkdir -p "$corpus" "$kept" target/fuzz/seeds target/fuzz/artifacts

if [ "${1:-}" = keep ]; then
    rm -rf target/fuzz/small && mkdir -p target/fuzz/small
    cargo_fuzz run target/fuzz/small "$corpus" "$kept" -- -merge=1 -max_len=600
    rm -rf "$kept" && mkdir -p "$kept"
    cp target/fuzz/small/* "$kept/"
    du -sh "$kept"
    exit
fi

# So that the seeds are there when it looks for them; they are written before it reads any.
export GATEFOLD_SEEDS=target/fuzz/seeds
cargo_fuzz run "$corpus" "$kept" target/fuzz/seeds -- \
    "-max_total_time=${FUZZ_SECONDS:-1800}" -max_len=16384 -timeout=10 -rss_limit_mb=4096 \
    -artifact_prefix=target/fuzz/artifacts/ -print_final_stats=1

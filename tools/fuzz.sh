#!/bin/sh
# Fuzzes the readers of all formats for FUZZ_SECONDS (else half an hour), in one process. What it finds is in
# target/fuzz/artifacts/, what it learned in target/fuzz/corpus/; `tools/fuzz.sh keep` puts the smallest inputs that reach
# everything reached into tests/fuzz/corpus.json, which the tests replay.
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
seeds=target/fuzz/seeds
small=target/fuzz/small
mkdir -p "$corpus" "$seeds" target/fuzz/artifacts
# So that the seeds are there when it looks for them; they are written before it reads any.
export GATEFOLD_SEEDS=$seeds

if [ "${1:-}" = keep ]; then
    rm -rf "$small" && mkdir -p "$small"
    cargo_fuzz run "$small" "$corpus" "$seeds" -- -merge=1 -max_len=300
    # One file instead of thousands. What is no text is not read.
    node -e '
        const [folder, file] = process.argv.slice(1);
        const text = new TextDecoder("utf-8", { fatal: true });
        const inputs = fs.readdirSync(folder).flatMap((name) => {
            try { return [text.decode(fs.readFileSync(path.join(folder, name)))]; } catch { return []; }
        });
        const lines = inputs.sort().map((input) => JSON.stringify(input));
        fs.writeFileSync(file, `[\n${lines.join(",\n")}\n]\n`);
    ' "$small" tests/fuzz/corpus.json
    ls -l tests/fuzz/corpus.json
    exit
fi

cargo_fuzz run "$corpus" "$seeds" -- \
    "-max_total_time=${FUZZ_SECONDS:-1800}" -max_len=16384 -timeout=10 -rss_limit_mb=4096 \
    -artifact_prefix=target/fuzz/artifacts/ -print_final_stats=1

#!/bin/sh
# The tests of tests/e2e/soak.rs and tests/it/soak.rs at full size, for an hour or so; `make soak` calls it after the build.
# The engines that are installed, or those that it is given: tools/soak.sh firefox. At the end it prints the figures; all
# that the tests said is in target/soak/.
set -eu
cd "$(dirname "$0")/.."
. tools/env.sh

has() { command -v "$1" >/dev/null 2>&1; }

export GATEFOLD_SOAK=full
logs=target/soak
rm -rf "$logs" && mkdir -p "$logs"

# One test at a time: each has the machine to itself, and its figures are its own.
run() {
    name=$1
    shift
    echo "soak: $name"
    { cargo test --locked "$@" soak:: -- --nocapture --test-threads 1 2>&1 || touch "$logs/failed"; } | tee "$logs/$name.log"
}

engines=$*
if [ -z "$engines" ]; then
    # What is read by the million is optimised, and starts quickly: the profile of the benchmarks.
    run native --profile bench --test it
    engines=chromium
    if has firefox || has firefox-esr; then engines="$engines firefox"; fi
    if has WebKitWebDriver && has Xvfb; then engines="$engines webkit"; fi
fi
for engine in $engines; do
    GATEFOLD_ENGINE=$engine run "$engine" --test e2e
done

echo
echo "figures:"
# A test that prints is on the line that names it.
grep -oh 'soak: .*' "$logs"/*.log
if [ -e "$logs/failed" ]; then
    echo "and tests that failed: see $logs/" >&2
    exit 1
fi

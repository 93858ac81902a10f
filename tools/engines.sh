#!/bin/sh
# Runs the browser tests: all of them in Chromium, and what depends on the engine in Firefox and WebKitGTK, where they are
# installed. `make test` calls it after the build.
set -eu
cd "$(dirname "$0")/.."
. tools/env.sh

has() { command -v "$1" >/dev/null 2>&1; }

# What is the same in every engine (documents, faults of the network) is tested in one.
topics='attacks:: contained:: embed:: guide:: settings:: sections:: hashes:: keys:: languages:: listen:: long:: share:: share_dialog:: share_more:: share_targets:: soak:: passages:: related:: cards:: following:: previews:: promises:: refresh::'

# A session of WebKit's driver forgets its caches with each page, so what is kept is tested in the two others.

run() {
    engine=$1
    shift
    echo "browser tests in $engine"
    GATEFOLD_ENGINE=$engine cargo test --locked --no-fail-fast --test e2e -- "$@"
}

failed=
run chromium || failed=1
if has firefox || has firefox-esr; then
    # shellcheck disable=SC2086 # a list of topics
    run firefox $topics copies:: --skip gallery || failed=1
else
    echo "not run in firefox: Firefox is not installed" >&2
fi
if has WebKitWebDriver && has Xvfb; then
    # shellcheck disable=SC2086 # a list of topics
    run webkit $topics --skip gallery || failed=1
else
    echo "not run in webkit: WebKitGTK's driver (webkit2gtk-driver) or Xvfb is not installed" >&2
fi
[ -z "$failed" ]

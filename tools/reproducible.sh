#!/bin/sh
# `make reproducible`: what is committed, built twice from nothing, in two folders whose names have different lengths and
# under two time zones. Every file of dist/ must come out the same; their SHA-256 is printed.
set -eu
cd "$(dirname "$0")/.."
. tools/env.sh

# The build looks for its own in target/.
unset CARGO_TARGET_DIR

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

if command -v sha256sum >/dev/null; then sha="sha256sum"; else sha="shasum -a 256"; fi

# build NAME TIME_ZONE
build() {
    copy=$work/$1
    mkdir "$copy"
    git archive HEAD | tar -x -C "$copy"
    ln -s "$PWD/tools/node_modules" "$copy/tools/node_modules"
    echo "reproducible: building in $copy" >&2
    (cd "$copy" && TZ=$2 tools/dist.sh >"$work/$1.log" 2>&1) || {
        cat "$work/$1.log" >&2
        exit 1
    }
    (cd "$copy/dist" && find . -type f | LC_ALL=C sort | xargs $sha) >"$work/$1.sums"
    # Two of them do not fit everywhere.
    rm -rf "$copy/target"
}
build one UTC
build the-other Asia/Kathmandu

cat "$work/one.sums"
if ! diff "$work/one.sums" "$work/the-other.sums" >"$work/differences"; then
    echo "reproducible: the second build differs:" >&2
    cat "$work/differences" >&2
    exit 1
fi
echo "reproducible: $(wc -l <"$work/one.sums" | tr -d ' ') files, the same in both builds of $(git rev-parse --short HEAD)"

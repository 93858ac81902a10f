#!/bin/sh
# `make audit`: whether anything has become known of the crates in Cargo.lock since they were chosen. It needs the network,
# so it is no part of `make check`.
set -eu
cd "$(dirname "$0")/.."
. tools/env.sh

if ! cargo deny fetch db; then
    echo "audit: the database of RustSec cannot be reached, so nothing was checked: run this where it can be" >&2
    exit 1
fi
cargo deny check advisories

#!/bin/sh
# Installs what is missing, and says so. When nothing is missing it is silent and needs no network.
#
#   tools/setup.sh rust        the compiler of rust-toolchain.toml, a C compiler for it
#   tools/setup.sh web         trunk and wasm-bindgen
#   tools/setup.sh split       wasm-split-cli, for the release build
#   tools/setup.sh node        node, npm and the packages of tools/package.json
#   tools/setup.sh frameworks  what the pages with React and Svelte are built with, for the tests of the packages
#   tools/setup.sh deny        cargo-deny, which checks the crates
#   tools/setup.sh fuzz        cargo-fuzz
#   tools/setup.sh bench       what the bench compares with, and what drives the browser
#   tools/setup.sh browser     Chromium, Firefox and WebKitGTK, their drivers, and fonts for the scripts the tests photograph
set -eu
cd "$(dirname "$0")/.."
. tools/env.sh

say() { printf 'setup: %s\n' "$*" >&2; }
die() {
    say "$*"
    exit 1
}
has() { command -v "$1" >/dev/null 2>&1; }

# Debian and what descends from it. Packages are installed as root, or by way of sudo.
on_debian() { has apt-get && has dpkg-query; }
apt_install() {
    say "installing $* with apt (a minute or two)"
    as_root=
    [ "$(id -u)" = 0 ] || as_root=sudo
    [ -z "$as_root" ] || has sudo || die "that needs root: run 'apt-get install $*' as root, then this again"
    $as_root apt-get update -qq
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
}
apt_offers() { LC_ALL=C apt-cache policy "$1" 2>/dev/null | grep -q 'Candidate: [^(]'; }
apt_has() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

c_compiler() {
    has cc && return
    if on_debian; then
        apt_install build-essential
    else
        die "a C compiler is missing (cargo links with it): on macOS run 'xcode-select --install', elsewhere install gcc or clang"
    fi
}

# The quoted words of one line of rust-toolchain.toml.
toolchain_words() { sed -n "s/^$1 *=//p" rust-toolchain.toml | tr -d '[]" ' | tr ',' ' '; }

# rustup is asked in so many words, because installing by itself may be turned off.
setup_rust() {
    c_compiler
    has rustup || die "rustup is missing: install it (rustup.rs), then run this again"
    channel=$(toolchain_words channel)
    components=$(toolchain_words components)
    targets=$(toolchain_words targets)

    missing=
    if rustup toolchain list | grep -q "^${channel}[- ]"; then
        have=$(rustup component list --installed --toolchain "$channel")
        for component in $components; do
            echo "$have" | grep -Eq "^${component}(-|\$)" || missing="$missing $component"
        done
        have=$(rustup target list --installed --toolchain "$channel")
        for target in $targets; do
            echo "$have" | grep -qx "$target" || missing="$missing $target"
        done
    else
        missing=" the compiler"
    fi
    [ -n "$missing" ] || return 0

    say "installing Rust $channel with rustup:$missing (a minute or two)"
    set -- toolchain install "$channel" --profile minimal --no-self-update
    for component in $components; do set -- "$@" --component "$component"; done
    for target in $targets; do set -- "$@" --target "$target"; done
    rustup "$@"
}

# cargo_tool PACKAGE COMMAND VERSION TIME [OPTION…]: builds a command, unless the PATH has it in just this version.
cargo_tool() {
    package=$1 command=$2 version=$3 time=$4
    shift 4
    home=$GATEFOLD_TOOLS/$package-$version
    # One of them does not tell its version.
    [ ! -x "$home/bin/$command" ] || return 0
    case $("$command" --version 2>/dev/null || true) in
        "$command $version" | "$command $version "*) return ;;
    esac

    say "building $package $version into $home (once, $time)"
    mkdir -p "$GATEFOLD_TOOLS"
    # Built aside and moved in whole: an interrupted or a second run leaves nothing half done.
    aside=$(mktemp -d "$GATEFOLD_TOOLS/.$package.XXXXXX")
    trap 'rm -rf "$aside"' EXIT
    trap 'exit 1' HUP INT TERM
    CARGO_TARGET_DIR=$aside/target cargo install "$package" --version "$version" --root "$aside/root" "$@"
    if [ ! -x "$home/bin/$command" ]; then
        rm -rf "$home"
        mv "$aside/root" "$home"
    fi
    rm -rf "$aside"
}

setup_web() {
    [ -n "$WASM_BINDGEN_VERSION" ] || die "no wasm-bindgen in Cargo.lock: run 'cargo generate-lockfile'"
    cargo_tool trunk trunk "$TRUNK_VERSION" "5 to 10 minutes" --locked
    # Not --locked: the lock file it was released with names a version that is gone.
    cargo_tool wasm-bindgen-cli wasm-bindgen "$WASM_BINDGEN_VERSION" "2 to 5 minutes"
}

# Only the release build needs it.
setup_split() {
    cargo_tool wasm_split_cli_support wasm-split-cli "$WASM_SPLIT_VERSION" "a minute" --features build-binary
}

setup_node() {
    if ! has node || ! has npm; then
        on_debian || die "node and npm are missing: install Node.js 18 or newer (on macOS 'brew install node')"
        apt_install nodejs npm
    fi
    major=$(node --version | sed 's/^v//; s/\..*//')
    [ "$major" -ge 18 ] || die "node is too old ($major): install Node.js 18 or newer"

    npm_packages tools "130 MB"
}

# npm_packages FOLDER SIZE: what its lock file names. The copy of that tells what was installed, and that it was to the end.
npm_packages() {
    cmp -s "$1/package-lock.json" "$1/node_modules/.installed" && return
    say "installing the npm packages of $1/package.json ($2 unpacked, seconds)"
    (cd "$1" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) >&2
    cp "$1/package-lock.json" "$1/node_modules/.installed"
}

# Not beside their sources: the tests build copies of them.
# Vite asks for a younger node than the build does.
node_of_vite() {
    minor=$(node --version | sed 's/^v[0-9]*\.//; s/\..*//')
    case $major in
        20) [ "$minor" -ge 19 ] ;;
        21) false ;;
        22) [ "$minor" -ge 12 ] ;;
        *) [ "$major" -ge 22 ] ;;
    esac || die "node is too old ($(node --version)): Vite, which builds pages for the tests, needs 20.19, 22.12 or newer"
}

setup_frameworks() {
    setup_node
    node_of_vite
    for page in react svelte; do
        mkdir -p "target/pages/$page"
        cp "tests/fixtures/hosts/$page/package.json" "tests/fixtures/hosts/$page/package-lock.json" "target/pages/$page/"
        npm_packages "target/pages/$page" "80 MB"
    done
}

has_browser() {
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        if has "$name"; then return 0; fi
    done
    [ -d "/Applications/Google Chrome.app" ] || [ -d "/Applications/Chromium.app" ]
}

setup_browser() {
    if on_debian; then
        set --
        # Ubuntu names them differently, and delivers them as snaps.
        if apt_offers chromium-driver; then
            has_browser || set -- "$@" chromium
            has chromedriver || set -- "$@" chromium-driver
        else
            has_browser || set -- "$@" chromium-browser
            has chromedriver || set -- "$@" chromium-chromedriver
        fi
        has firefox || has firefox-esr || { apt_offers firefox-esr && set -- "$@" firefox-esr; }
        if apt_offers webkit2gtk-driver; then
            has WebKitWebDriver || set -- "$@" webkit2gtk-driver
            has Xvfb || set -- "$@" xvfb
        fi
        # Arabic and Hebrew, Japanese: the smallest that have the letters (5 MB; Noto has 69).
        for font in fonts-dejavu-core fonts-ipafont-gothic; do
            apt_has "$font" || set -- "$@" "$font"
        done
        [ $# = 0 ] || apt_install "$@"
    fi
    has_browser || die "Chromium or Chrome is missing: the browser tests drive it"
    has chromedriver || die "chromedriver is missing: install the one of your Chromium's or Chrome's version (on macOS 'brew install chromedriver')"
    cargo_tool geckodriver geckodriver "$GECKODRIVER_VERSION" "2 to 5 minutes" --locked
}

setup_deny() {
    cargo_tool cargo-deny cargo-deny "$CARGO_DENY_VERSION" "1 to 2 minutes" --locked --debug --config profile.dev.debug=0
}

# Only `make fuzz` needs it.
setup_fuzz() {
    if ! has c++; then
        on_debian || die "a C++ compiler is missing: install g++ or clang"
        apt_install build-essential
    fi
    cargo_tool cargo-fuzz cargo-fuzz "$CARGO_FUZZ_VERSION" "1 to 2 minutes" --locked
}

# Only `make bench` needs it.
setup_bench() {
    setup_node
    node_of_vite
    has chromium || { on_debian && apt_install chromium; } || die "Chromium is missing: install it, or name its program in CHROMIUM"
    npm_packages tests/bench "110 MB"
}

for part in "$@"; do
    case $part in
        rust | web | split | node | frameworks | browser | deny | fuzz | bench) "setup_$part" ;;
        *) die "unknown part: $part" ;;
    esac
done

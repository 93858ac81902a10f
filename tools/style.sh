#!/bin/sh
# Joins the files of style/order.txt into target/gatefold.css, the style sheet index.html links, and without those that
# only the app needs into target/gatefold-embed.css, what the element can wait for into target/gatefold-late.css. trunk
# runs this before each build.
set -eu
cd "$(dirname "$0")/.."

mkdir -p target

# join SHEET [FILE…]: without these files.
join() {
    out=$1
    shift
    new=$out.$$
    trap 'rm -f "$new"' EXIT
    # Blank lines and comments (#) are skipped; `|| [ -n … ]` keeps a last line without a newline.
    while IFS= read -r file || [ -n "$file" ]; do
        case $file in '' | '#'*) continue ;; esac
        case " $* " in *" $file "*) continue ;; esac
        cat "style/$file"
        echo
    done <style/order.txt >"$new"
    # An unchanged sheet keeps its time stamp.
    cmp -s "$new" "$out" || mv "$new" "$out"
}

join target/gatefold.css embed.css
late='components/card.css components/related.css components/share.css'
# shellcheck disable=SC2086 # a list of files
join target/gatefold-embed.css app.css components/library.css $late
for file in $late print.css; do cat "style/$file"; done >target/gatefold-late.css

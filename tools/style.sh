#!/bin/sh
# Joins the files of style/order.txt into target/gatefold.css, the one style sheet index.html links.
# trunk runs this before each build.
set -eu
cd "$(dirname "$0")/.."

out=target/gatefold.css
new=$out.$$
trap 'rm -f "$new"' EXIT
mkdir -p target

# Blank lines and comments (#) are skipped; `|| [ -n … ]` keeps a last line without a newline.
while IFS= read -r file || [ -n "$file" ]; do
    case $file in '' | '#'*) continue ;; esac
    cat "style/$file"
    echo
done <style/order.txt >"$new"

# An unchanged sheet keeps its time stamp.
cmp -s "$new" "$out" || mv "$new" "$out"

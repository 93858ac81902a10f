#!/bin/sh
# Joins the files of style/order.txt into target/gatefold.css, the style sheet index.html links, and without those that
# only the app needs into target/gatefold-embed.css: what is seldom met is then in target/gatefold-seldom.css, what the
# element can wait for in target/gatefold-late.css. What readers choose is a sheet of its own, style/choices.css. trunk runs this before each build.
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
seldom='scripts.css components/blocks.css components/callout.css components/code.css components/gallery.css
components/media.css components/notes.css components/table.css'
seldom=$(echo $seldom)
late='components/card.css components/related.css components/overlay.css components/share.css components/settings.css
components/contents.css components/lightbox.css components/keys.css components/listen.css components/live.css components/notices.css'
late=$(echo $late)
# shellcheck disable=SC2086 # a list of files
join target/gatefold-embed.css app.css components/library.css components/saved.css choices.css $seldom $late
for file in $seldom; do cat "style/$file"; done >target/gatefold-seldom.css
for file in $late print.css; do cat "style/$file"; done >target/gatefold-late.css

#!/usr/bin/env bash
# linkedom 0.18.15: HTML without <html> is made no document, as the HTML standard has it (section 13.2: html, head and body are implied).
# The first element becomes the documentElement, <title> and <p> beside it stand outside of it, `document.title` is empty and
# `document.body` says nothing of the text; of two paragraphs the second is no part of the documentElement. Guessed: html, head and body around
# all of it, as browsers and parse5 make them. A reader mode run over a pasted piece of a page finds no article in it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund linkedom@0.18.15 parse5@8.0.0
cat > look.mjs <<'JS'
import { parseHTML } from 'linkedom'
import { parse, serialize } from 'parse5'
for (const html of ['<p>One</p><p>Two</p>', '<title>News</title><p>One</p>', '<!doctype html><title>News</title><p>One']) {
  const { document } = parseHTML(html)
  console.log('linkedom', JSON.stringify([html, document.documentElement.nodeName, document.documentElement.textContent, document.title, document.body.textContent]))
  console.log('parse5  ', serialize(parse(html)))
}
JS
node look.mjs | tee seen.txt
diff -u - seen.txt <<'SEEN'
linkedom ["<p>One</p><p>Two</p>","P","One","",""]
parse5   <html><head></head><body><p>One</p><p>Two</p></body></html>
linkedom ["<title>News</title><p>One</p>","TITLE","News","",""]
parse5   <html><head><title>News</title></head><body><p>One</p></body></html>
linkedom ["<!doctype html><title>News</title><p>One","TITLE","News","",""]
parse5   <!DOCTYPE html><html><head><title>News</title></head><body><p>One</p></body></html>
SEEN

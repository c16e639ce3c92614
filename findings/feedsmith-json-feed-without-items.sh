#!/usr/bin/env bash
# feedsmith 3.0.1, JSON Feed: a feed that has no items yet is written without `items`, which JSON Feed 1.1 requires, and a reader that goes
# through `feed.items` fails on it; and fields of a writer's own (`_name`, section "Extensions"), which it writes, are gone when it reads
# the same file. Guessed: an empty list, and that what it writes it reads. Whoever tests a feed with the library that made it sees neither.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund feedsmith@3.0.1
cat > look.mjs <<'JS'
import { generateJsonFeed, parseJsonFeed } from 'feedsmith'
console.log('written, no items', JSON.stringify(generateJsonFeed({ title: 'Rules', items: [] })))
const written = generateJsonFeed({ title: 'Rules', items: [{ id: '1', content_text: 'It changed', _rules: { stage: 'decided' } }] })
console.log('written', JSON.stringify(written.items))
console.log('read', JSON.stringify(parseJsonFeed(JSON.stringify(written)).items))
JS
node look.mjs | tee seen.txt
diff -u - seen.txt <<'SEEN'
written, no items {"version":"https://jsonfeed.org/version/1.1","title":"Rules"}
written [{"id":"1","content_text":"It changed","_rules":{"stage":"decided"}}]
read [{"id":"1","content_text":"It changed"}]
SEEN

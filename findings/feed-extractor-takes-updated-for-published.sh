#!/usr/bin/env bash
# @extractus/feed-extractor 8.0.3: what it calls `published` of an Atom entry is its `updated`, also where the entry has a
# `published` of its own (RFC 4287, sections 4.2.9 and 4.2.15). Guessed: published, and updated only where there is no other. A reader that
# sorts by it shows a typo that was mended yesterday as yesterday's news.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @extractus/feed-extractor@8.0.3
cat > look.mjs <<'JS'
import { extractFromXml } from '@extractus/feed-extractor'
const atom = `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>tag:news.example,2024:feed</id>
<updated>2024-06-01T00:00:00Z</updated><author><name>News</name></author><entry><title>One</title><id>tag:news.example,2024:1</id><link href="https://news.example/1"/>
<published>2024-01-01T00:00:00Z</published><updated>2024-06-01T00:00:00Z</updated><summary>s</summary></entry></feed>`
console.log(extractFromXml(atom).entries[0].published)
JS
node look.mjs | tee seen.txt
diff -u - seen.txt <<'SEEN'
2024-06-01T00:00:00.000Z
SEEN

#!/usr/bin/env bash
# @mozilla/readability 0.6.0 with linkedom 0.18.15: the same article is told in JSON-LD seven ways that mean one thing (JSON-LD 1.1 lets
# `@type` and `@context` be lists). Where `@type` or `@context` is a list, even of one, headline, author, day and publisher are passed over
# without a word, and the title falls back to <title> with the name of the site in it. Guessed: all seven read alike, for a list around the
# whole and an @graph are. Where an article has a `name` beside its `headline`, the title is the name. Whoever fills in a citation by it gets
# a page's title for a headline, and no day.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @mozilla/readability@0.6.0 linkedom@0.18.15
cat > look.mjs <<'JS'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
const text = 'The government told the parties how it reads the rules, and the parties said that they would come back to it. '.repeat(8)
const article = { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'Rules read anew', datePublished: '2026-04-21', author: [{ '@type': 'Person', name: 'A. One' }], publisher: { '@type': 'Organization', name: 'Example Wire' } }
const ways = {
  'as it is': article,
  'in a list': [article],
  'in a graph': { '@context': 'https://schema.org', '@graph': [{ '@type': 'WebSite', name: 'Example' }, article] },
  'type in a list': { ...article, '@type': ['NewsArticle'] },
  'two types': { ...article, '@type': ['NewsArticle', 'CreativeWork'] },
  'context in a list': { ...article, '@context': ['https://schema.org'] },
  'with a name': { ...article, name: 'News of the day' },
}
for (const [way, told] of Object.entries(ways)) {
  const { document } = parseHTML(`<!doctype html><html lang="en"><head><title>Rules | Example Wire</title><script type="application/ld+json">${JSON.stringify(told)}</script></head><body><article><h1>Rules</h1><p>${text}</p><p>${text}</p></article></body></html>`)
  const read = new Readability(document).parse()
  console.log(way, JSON.stringify([read.title, read.byline ?? null, read.publishedTime ?? null, read.siteName ?? null]))
}
JS
node look.mjs | tee seen.txt
diff -u - seen.txt <<'SEEN'
as it is ["Rules read anew","A. One","2026-04-21","Example Wire"]
in a list ["Rules read anew","A. One","2026-04-21","Example Wire"]
in a graph ["Rules read anew","A. One","2026-04-21","Example Wire"]
type in a list ["Rules | Example Wire",null,null,null]
two types ["Rules | Example Wire",null,null,null]
context in a list ["Rules | Example Wire",null,null,null]
with a name ["News of the day","A. One","2026-04-21","Example Wire"]
SEEN

#!/usr/bin/env bash
# rss-parser 3.13.0: the categories of an Atom entry (RFC 4287, section 4.2.2) are gone without a word, while those of RSS are there; one
# with a `domain` is an object there, and not a string. Of an entry that there is in two languages (`alternate` with `hreflang`) it takes the first
# link and leaves it relative to `xml:base`, where feedparser 2.6.0 takes the last and resolves it, so that two readers of one feed open two
# languages. Guessed: categories as of RSS, all of them strings, and an address. A subscriber who sorts a tracker's feed by subject sees none in Atom.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund rss-parser@3.13.0 feedparser@2.6.0
cat > look.mjs <<'JS'
import { Readable } from 'node:stream'
import FeedParser from 'feedparser'
import RssParser from 'rss-parser'

const atom = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/">
  <title>Rules</title><id>urn:example:rules</id><updated>2024-01-02T00:00:00Z</updated><author><name>A desk</name></author>
  <entry>
    <title>Decided</title><id>urn:example:1</id><updated>2024-01-01T00:00:00Z</updated>
    <link rel="alternate" hreflang="ja" href="/ja/1"/><link rel="alternate" hreflang="en" href="/en/1"/>
    <category term="ships"/><category term="arms" scheme="urn:example:kinds" label="Arms"/>
  </entry>
</feed>`
const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Rules</title><link>https://example.org/</link><description>Rules</description>
<item><title>Decided</title><link>https://example.org/1</link><category>ships</category><category domain="urn:example:kinds">arms</category></item></channel></rss>`

const byRssParser = async (text) => (await new RssParser().parseString(text)).items[0]
const byFeedParser = async (text) => {
  for await (const item of Readable.from([text]).pipe(new FeedParser({}))) return item
}
for (const [format, text] of Object.entries({ atom, rss }))
  for (const [name, read] of Object.entries({ 'rss-parser': byRssParser, feedparser: byFeedParser })) {
    const { link, categories } = await read(text)
    console.log(format, name, link, JSON.stringify(categories))
  }
JS
node look.mjs | tee seen
diff seen - <<'SEEN'
atom rss-parser /ja/1 undefined
atom feedparser https://example.org/en/1 ["ships","arms"]
rss rss-parser https://example.org/1 ["ships",{"_":"arms","$":{"domain":"urn:example:kinds"}}]
rss feedparser https://example.org/1 ["ships","arms"]
SEEN

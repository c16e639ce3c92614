#!/usr/bin/env bash
# chrono-node 2.9.0, Japanese: of 昨年12月22日 (22 December of last year), 前年 and 一昨年 the word for the year is
# passed over, and the day is put into the year of the reference date; 2023年8月, a month of a year, is not found at all, while the same
# with a day is. Guessed: last year, and the month (English finds "August 2023"). Whoever reads dates out of Japanese news gets wrong years in silence.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund chrono-node@2.9.0
cat > look.mjs <<'JS'
import * as chrono from 'chrono-node'
const today = new Date('2026-11-29T03:00:00Z')
for (const text of ['昨年12月22日', '一昨年12月22日', '前年12月22日', '2023年8月', '2023年8月23日'])
  console.log(text, JSON.stringify(chrono.ja.parse(text, today).map((found) => [found.text, found.start.get('year'), found.start.get('month'), found.start.get('day')])))
console.log('August 2023', JSON.stringify(chrono.en.parse('August 2023', today).map((found) => [found.text, found.start.get('year'), found.start.get('month')])))
JS
node look.mjs | tee seen.txt
diff -u - seen.txt <<'SEEN'
昨年12月22日 [["12月22日",2026,12,22]]
一昨年12月22日 [["12月22日",2026,12,22]]
前年12月22日 [["12月22日",2026,12,22]]
2023年8月 []
2023年8月23日 [["2023年8月23日",2023,8,23]]
August 2023 [["August 2023",2023,8]]
SEEN

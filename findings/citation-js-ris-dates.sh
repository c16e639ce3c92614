#!/usr/bin/env bash
# citation-js 0.8.2, RIS: of a law (TY STAT) the day on which it was looked at (Y2) becomes the day on which it was issued, and it has no
# day of access; of a newspaper article the same line is the day of access. A date as RIS writes it (DA, 2023/08// for a month, 2023/08/23/ for a day)
# is none at all where PY does not stand beside it, and beside PY only the year is left. Guessed: Y2 is the day of access of whatever is cited, and month and day are kept. A law that
# nobody dated is cited as if it were of today.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @citation-js/core@0.8.2 @citation-js/plugin-ris@0.8.2
cat > look.mjs <<'JS'
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-ris'
const read = (...lines) => {
  const [{ type, issued, accessed }] = new Cite([...lines, 'ER  - '].map((line) => `${line}\r\n`).join('')).data
  return JSON.stringify({ type, issued: issued?.['date-parts'][0], accessed: accessed?.['date-parts'][0] })
}
console.log('law', read('TY  - STAT', 'TI  - Harbour Act', 'Y2  - 2026/11/30/'))
console.log('article', read('TY  - NEWS', 'TI  - Harbour closed', 'T2  - The Herald', 'Y2  - 2026/11/30/'))
console.log('month', read('TY  - NEWS', 'TI  - Harbour closed', 'T2  - The Herald', 'DA  - 2023/08//'))
console.log('month and year', read('TY  - NEWS', 'TI  - Harbour closed', 'T2  - The Herald', 'PY  - 2023', 'DA  - 2023/08//'))
console.log('day', read('TY  - NEWS', 'TI  - Harbour closed', 'T2  - The Herald', 'DA  - 2023/08/23/'))
JS
node look.mjs | tee seen.txt
diff -u - seen.txt <<'SEEN'
law {"type":"legislation","issued":[2026,11,30]}
article {"type":"article-newspaper","accessed":[2026,11,30]}
month {"type":"article-newspaper"}
month and year {"type":"article-newspaper","issued":[2023]}
day {"type":"article-newspaper"}
SEEN

#!/usr/bin/env bash
# @citation-js/core and plugin-ris 0.8.2: of a newspaper article (TY NEWS, CSL article-newspaper) RIS loses the author and all of the
# date but its year, reading and writing, without a word; of a report, a book or a web page it keeps both. Guessed: AU and DA, which
# RIS has for every type, are read and written alike for each.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @citation-js/core@0.8.2 @citation-js/plugin-ris@0.8.2
cat > look.mjs <<'JS'
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-ris'
const told = ({ type, author, issued }) => [type, author?.map(({ family }) => family) ?? null, issued?.['date-parts']?.[0] ?? null]
for (const type of ['NEWS', 'RPRT', 'ELEC']) {
  const ris = [`TY  - ${type}`, 'AU  - Yamada, Hanako', 'TI  - A headline', 'PY  - 2023', 'DA  - 2023/08/23/', 'ER  - ', '']
  console.log('read', JSON.stringify(told(new Cite(ris.join('\n')).data[0])))
}
const work = { id: 'a', title: 'A headline', author: [{ family: 'Yamada', given: 'Hanako' }], issued: { 'date-parts': [[2023, 8, 23]] } }
for (const type of ['article-newspaper', 'report'])
  console.log('written', JSON.stringify(new Cite({ ...work, type }).format('ris').match(/^(?:TY|AU|DA|PY)  - .*$/gm).map((line) => line.trim()).sort()))
JS
node look.mjs | tee seen.txt
diff -u - seen.txt <<'SEEN'
read ["article-newspaper",null,[2023]]
read ["report",["Yamada"],[2023,8,23]]
read ["webpage",["Yamada"],[2023,8,23]]
written ["PY  - 2023","TY  - NEWS"]
written ["AU  - Yamada, Hanako","DA  - 2023/8/23/","PY  - 2023","TY  - RPRT"]
SEEN

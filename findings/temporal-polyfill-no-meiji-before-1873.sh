#!/usr/bin/env bash
# temporal-polyfill 1.0.8 (`/full`), calendar `japanese`: Meiji begins on 1 January 1873, the sixth of its years. A day before it that is asked for
# as Meiji 5 is taken, and then has `era` "ce" and `eraYear` 1872, while `toLocaleString` of the same object prints 明治5年; @js-temporal/polyfill
# 0.5.1 has "meiji" and 5. (So has the newest draft of eras in ECMA-402 it: months were not Gregorian before.) An era that has ended goes on:
# Heisei 36, as papers before 2019 named a year to come, is Reiwa 6, in both. Guessed: Meiji has a first year, and what is printed is what is
# told. Decrees of Meiji 5 are still cited as law; whoever makes their citation of `era` and `eraYear` cites "ce 1872".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund temporal-polyfill@1.0.8 @js-temporal/polyfill@0.5.1
cat > look.mjs <<'JS'
import { Temporal as first } from 'temporal-polyfill/full'
import { Temporal as second } from '@js-temporal/polyfill'

const asked = [
  ['meiji', 5, 10, 4],
  ['meiji', 6, 1, 10],
  ['heisei', 36, 3, 31],
]
for (const [name, { PlainDate }] of Object.entries({ 'temporal-polyfill': first, '@js-temporal/polyfill': second }))
  for (const [era, eraYear, month, day] of asked) {
    const date = PlainDate.from({ calendar: 'japanese', era, eraYear, month, day })
    const printed = date.toLocaleString('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric' })
    console.log(name, `${era} ${eraYear}`, date.toString({ calendarName: 'never' }), `${date.era} ${date.eraYear}`, printed)
  }
JS
node look.mjs | tee seen
diff seen - <<'SEEN'
temporal-polyfill meiji 5 1872-10-04 ce 1872 明治5年
temporal-polyfill meiji 6 1873-01-10 meiji 6 明治6年
temporal-polyfill heisei 36 2024-03-31 reiwa 6 令和6年
@js-temporal/polyfill meiji 5 1872-10-04 meiji 5 明治5年
@js-temporal/polyfill meiji 6 1873-01-10 meiji 6 明治6年
@js-temporal/polyfill heisei 36 2024-03-31 reiwa 6 令和6年
SEEN
